import { defineWorkflow, type StateOf } from '@dang/workflow/workflow';

/**
 * A line of the bank's statement of the central account, compared with what the books say when it is read. What does not fit waits for an
 * officer of finance; what was missing and comes with a later statement resolves itself.
 */
export const statementLineWorkflow = defineWorkflow({
  name: 'BANK_STATEMENT_LINE',
  initial: 'READ',
  states: {
    READ: { label: 'Đã đọc' },
    MATCHED: { label: 'Khớp', final: true },
    WRONG_AMOUNT: { label: 'Sai số tiền' },
    REPEATED: { label: 'Trùng' },
    CONTRADICTED: { label: 'Trái với sổ' },
    UNMATCHED: { label: 'Chưa rõ nội dung' },
    MISSING: { label: 'Thiếu trên sao kê' },
    RESOLVED: { label: 'Đã xử lý', final: true },
  },
  transitions: [
    {
      action: 'COMPARE',
      label: 'Đối chiếu',
      from: ['READ'],
      to: ['MATCHED', 'WRONG_AMOUNT', 'REPEATED', 'CONTRADICTED', 'UNMATCHED', 'MISSING'],
      by: ['SYSTEM'],
    },
    {
      action: 'RESOLVE',
      label: 'Xử lý',
      from: ['WRONG_AMOUNT', 'REPEATED', 'CONTRADICTED', 'UNMATCHED', 'MISSING'],
      to: ['RESOLVED'],
      by: ['OFFICER', 'SYSTEM'],
      stepUp: true,
      reasonRequired: true,
    },
  ],
});

export type StatementLineWorkflow = typeof statementLineWorkflow;
export type StatementLineState = Exclude<StateOf<StatementLineWorkflow>, 'READ'>;

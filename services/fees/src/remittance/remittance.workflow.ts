import { defineWorkflow, type StateOf } from '@dang/workflow/workflow';

/**
 * What a branch carries to the central account of dues paid in notes (domain 6.8). It declares all that it holds, exactly; the bank's
 * statement confirms it, or an officer of finance who did not declare it.
 */
export const remittanceWorkflow = defineWorkflow({
  name: 'REMITTANCE',
  initial: 'DECLARED',
  states: {
    DECLARED: { label: 'Đã khai báo, chờ tiền về' },
    CONFIRMED: { label: 'Đã nhận tiền', final: true },
    WITHDRAWN: { label: 'Đã rút khai báo', final: true },
  },
  transitions: [
    {
      action: 'CONFIRM',
      label: 'Xác nhận đã nhận tiền',
      from: ['DECLARED'],
      to: ['CONFIRMED'],
      by: ['OFFICER', 'SYSTEM'],
      stepUp: true,
      guards: ['secondPerson'],
    },
    {
      action: 'WITHDRAW',
      label: 'Rút khai báo',
      from: ['DECLARED'],
      to: ['WITHDRAWN'],
      by: ['COLLECTOR'],
      reasonRequired: true,
    },
  ],
});

export type RemittanceWorkflow = typeof remittanceWorkflow;
export type RemittanceState = StateOf<RemittanceWorkflow>;

import { defineWorkflow, type StateOf } from '@dang/workflow/workflow';

/** A reorganisation of the tree: decided, done by itself on its day, or taken back before it. */
export const reorganisationWorkflow = defineWorkflow({
  name: 'REORGANISATION',
  initial: 'SCHEDULED',
  states: {
    SCHEDULED: { label: 'Chờ thi hành' },
    APPLIED: { label: 'Đã thi hành', final: true },
    CANCELLED: { label: 'Đã hủy', final: true },
    FAILED: { label: 'Không thi hành được', final: true },
  },
  transitions: [
    { action: 'APPLY', label: 'Thi hành', from: ['SCHEDULED'], to: ['APPLIED', 'FAILED'], by: ['SYSTEM'] },
    {
      action: 'CANCEL',
      label: 'Hủy',
      from: ['SCHEDULED'],
      to: ['CANCELLED'],
      by: ['PLANNER'],
      stepUp: true,
      reasonRequired: true,
    },
  ],
});

export type ReorganisationWorkflow = typeof reorganisationWorkflow;
export type ReorganisationState = StateOf<ReorganisationWorkflow>;

/** What is written in the history for the decision itself, before the table begins. */
export const DECIDED = { action: 'DECIDE', label: 'Quyết định sắp xếp tổ chức' } as const;

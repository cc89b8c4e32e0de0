import { defineWorkflow } from '@dang/workflow/workflow';

/**
 * The signatures under the minutes of a closed reconciliation (domain 10.12: both officers): the very unit first, then the very unit above.
 * The state follows from how many there are.
 */
export const minutesWorkflow = defineWorkflow({
  name: 'RECONCILIATION_MINUTES',
  initial: 'UNSIGNED',
  states: {
    UNSIGNED: { label: 'Chưa ký' },
    SIGNED_BY_SUB: { label: 'Cấp dưới đã ký' },
    SIGNED: { label: 'Hai bên đã ký', final: true },
  },
  transitions: [
    {
      action: 'SIGN',
      label: 'Ký số biên bản',
      from: ['UNSIGNED'],
      to: ['SIGNED_BY_SUB'],
      by: ['UNIT'],
      stepUp: true,
      guards: ['figuresStand'],
    },
    {
      action: 'SIGN',
      label: 'Ký số biên bản',
      from: ['SIGNED_BY_SUB'],
      to: ['SIGNED'],
      by: ['SUPERIOR'],
      stepUp: true,
      guards: ['figuresStand', 'otherPersonSigned'],
    },
  ],
});

export type MinutesWorkflow = typeof minutesWorkflow;

import { defineWorkflow } from '@dang/workflow/workflow';

/**
 * A registered certificate: in use until its holder or an administrator ends it here, or its issuer revokes it. Nothing leads back: a key
 * that was given up may be in other hands.
 */
export const certificateWorkflow = defineWorkflow({
  name: 'SIGNING_CERTIFICATE',
  initial: 'ACTIVE',
  states: {
    ACTIVE: { label: 'Đang sử dụng' },
    ENDED: { label: 'Đã chấm dứt', final: true },
    REVOKED: { label: 'Đã bị thu hồi', final: true },
  },
  transitions: [
    {
      action: 'END',
      label: 'Chấm dứt sử dụng',
      from: ['ACTIVE'],
      to: ['ENDED'],
      by: ['HOLDER'],
      stepUp: true,
    },
    {
      action: 'END',
      label: 'Chấm dứt sử dụng',
      from: ['ACTIVE'],
      to: ['ENDED'],
      by: ['ADMINISTRATOR'],
      stepUp: true,
      reasonRequired: true,
    },
    { action: 'REVOKE', label: 'Thu hồi', from: ['ACTIVE'], to: ['REVOKED'], by: ['SYSTEM'] },
  ],
});

export type CertificateWorkflow = typeof certificateWorkflow;

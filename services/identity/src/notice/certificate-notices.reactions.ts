import { SigningCertificateRecorded } from '@dang/events/contracts/identity/signing-certificate-recorded';
import { tells } from './account-notices.reactions.ts';

/** What becomes of certificates without their holder's doing; that one runs out is told by the job that looks for it. */
export const certificateNotices = [
  tells('certificate-ended', SigningCertificateRecorded, ({ certificates }, { actor }) =>
    certificates
      .filter(({ status, memberId }) => status !== 'ACTIVE' && memberId !== actor?.memberId)
      .map(({ id, memberId }) => ({
        kind: 'CERTIFICATE_ENDED',
        subject: ['CERTIFICATE', id],
        to: { members: [memberId] },
      })),
  ),
] as const;

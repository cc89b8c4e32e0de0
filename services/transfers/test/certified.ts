import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { testSigning } from '@dang/documents/signing/testing-signing';
import { SigningCertificateRecorded } from '@dang/events/contracts/identity/signing-certificate-recorded';
import { type Envelope, makeEnvelope } from '@dang/events/envelope';

/** Certificates for the officers of a test: everybody who acts has one, unless the test says otherwise. */
export function certificates(
  signing: Pick<Awaited<ReturnType<typeof testSigning>>, 'certify'>,
  hear: (envelope: Envelope) => Promise<void>,
) {
  const known = new Map<string, Promise<void>>();
  return {
    /** Gives these people certificates, once, and tells the service of them. */
    async certify(...officers: readonly Actor[]): Promise<void> {
      const fresh = officers.flatMap(({ memberId, name }) =>
        memberId === null || known.has(memberId) ? [] : [{ memberId, name }],
      );
      const recorded = fresh.map(({ memberId, name }) => signing.certify(memberId, { name }).recorded);
      const [first] = fresh;
      if (first) {
        const about = { aggregateId: first.memberId, data: { certificates: recorded } };
        const told = hear(makeEnvelope(SigningCertificateRecorded, about, { province: 't' }));
        for (const { memberId } of fresh) known.set(memberId, told);
      }
      await Promise.all(officers.map(({ memberId }) => known.get(memberId ?? '')));
    },
    /** The same officer as somebody who never registered a certificate. */
    withoutCertificate(actor: Actor): Actor {
      const memberId = randomUUID();
      known.set(memberId, Promise.resolve());
      return { ...actor, memberId };
    },
  };
}

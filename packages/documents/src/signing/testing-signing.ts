import { randomBytes, randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { makeAuthority, type Validity } from './authority.ts';
import { readCertificate } from './certificate.ts';
import { type Holder, StandInKeys } from './stand-in-keys.ts';
import { registerStandIn, type SigningFault } from './stand-in-routes.ts';

/** Around the business day of tests and the real one. */
const validity: Validity = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2046-01-01T00:00:00Z') };

/** The variables of a service in which nobody signs: nobody listens at that address. */
export const silentSigning = (): Record<string, string> => ({
  SIGNING_URL: 'http://127.0.0.1:9/signing',
  SIGNING_SECRET: randomBytes(24).toString('base64url'),
  SIGNING_TIMEOUT_SECONDS: '1',
  SIGNING_ROOTS: makeAuthority('CA thử nghiệm', validity).certificate,
});

/**
 * A signing service for tests, over HTTP in this process, with an issuer and keys of its own. `environment` goes to `openSubgraph`;
 * `now` is the business clock of the test, 6 July 2026 unless said otherwise. Close it.
 */
export async function testSigning(now: () => Date = () => new Date('2026-07-06T03:00:00Z')) {
  const secret = randomBytes(24).toString('base64url');
  const keys = new StandInKeys(makeAuthority('CA thử nghiệm', validity), { validity });
  const armed = new Map<SigningFault, number>();
  const strikes = (fault: SigningFault): boolean => {
    const left = armed.get(fault) ?? 0;
    if (left > 0) {
      armed.set(fault, left - 1);
    }
    return left > 0;
  };
  const app = Fastify({ forceCloseConnections: true });
  registerStandIn(app, { keys, secret, path: '/signing', strikes, now });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });

  return {
    keys,
    environment: {
      SIGNING_URL: `${address}/signing`,
      SIGNING_SECRET: secret,
      SIGNING_TIMEOUT_SECONDS: '3',
      SIGNING_ROOTS: Buffer.from(keys.authority.certificate).toString('base64'),
    },
    /** The next so many answers are bad in this way; 0: none any more. */
    arm(fault: SigningFault, times = 1): void {
      armed.set(fault, times);
    },
    /**
     * Gives a member a key. `recorded` is what `SigningCertificateRecorded` tells of its certificate (`{ certificates: [recorded] }`),
     * `certificate` its PEM.
     */
    certify(memberId: string, holder: Holder = { name: 'Nguyễn Văn An' }) {
      const [key] = keys.issue([holder]);
      const facts = key && readCertificate(key.certificate);
      if (!key || !facts) throw new Error('no certificate was issued');
      const { serial, fingerprint, holderName, issuerName, validFrom, validTo } = facts;
      const recorded = {
        id: randomUUID(),
        version: 1,
        memberId,
        status: 'ACTIVE' as 'ACTIVE' | 'ENDED' | 'REVOKED',
        reference: key.reference,
        serial,
        fingerprint,
        holderName,
        issuerName,
        validFrom: validFrom.toISOString(),
        validTo: validTo.toISOString(),
      };
      return { recorded, reference: key.reference, certificate: key.certificate };
    },
    close: () => app.close(),
  };
}

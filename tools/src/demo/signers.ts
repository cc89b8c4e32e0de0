import { permissionsOf } from '@dang/access/role';
import { readCertificate } from '@dang/documents/signing/certificate';
import type { IdentityDemoData } from '@dang/identity/demo-data';
import { demoId } from './demo-id.ts';
import { type Held, positions } from './officers.ts';
import { unitByCode } from './province.ts';

/** Somebody of the demo province who signs, and what the signing service calls their key. */
export type DemoSigner = { memberId: string; name: string; reference: string };

/** A certificate of a demo signer, as identity keeps it. */
export type DemoCertificate = NonNullable<IdentityDemoData['certificates']>[number];

/** A key of the stand-in, by the name that was asked for. */
export type IssuedKey = { reference: string; certificate: string };

/** May register a certificate, and has none: so that registering can be tried. */
const withoutCertificate = new Set(['deputy']);

/** Must this position sign letters and sheets digitally: in a committee, or in a branch that is a grassroots organisation by itself? */
const mustSign = ({ role, unitCode }: Held): boolean =>
  role.startsWith('COMMITTEE_') || unitByCode(unitCode).type === 'GRASSROOTS_BRANCH';

/**
 * Who signs: the secretary and the deputy of every committee and of every grassroots branch, and the personas in an office that signs. A branch
 * below a committee needs no signature of its own, so that the other secretaries of branches have none.
 */
export const demoSigners: readonly DemoSigner[] = positions
  .filter(
    (position) =>
      (mustSign(position) || position.holder.persona !== null) &&
      permissionsOf(position.role).has('CERTIFICATE_REGISTER') &&
      !withoutCertificate.has(position.holder.persona?.persona ?? ''),
  )
  .map(({ holder }) => ({ memberId: holder.id, name: holder.fullName, reference: `demo-${holder.id}` }));

/** The certificates of the demo signers, from the keys that the stand-in has given them. @throws when it has left one out */
export function demoCertificates(keys: readonly IssuedKey[]): DemoCertificate[] {
  const byReference = new Map(keys.map((key) => [key.reference, key]));
  return demoSigners.map(({ memberId, reference, name }) => {
    const facts = readCertificate(byReference.get(reference)?.certificate ?? '');
    if (!facts) throw new Error(`The stand-in has issued no certificate to ${name}`);
    const { serial, fingerprint, holderName, issuerName, validFrom, validTo } = facts;
    return {
      id: demoId(`certificate:${memberId}`),
      memberId,
      reference,
      serial,
      fingerprint,
      holderName,
      issuerName,
      validFrom: validFrom.toISOString(),
      validTo: validTo.toISOString(),
      registeredAt: '2026-02-02T02:00:00Z',
    };
  });
}

/**
 * Has the stand-in for the signing service give every demo signer a key, the same one however often it is asked. Nobody has any where another
 * service signs, or where no stand-in runs.
 */
export async function issueDemoCertificates(
  { SIGNING_URL: url, SANDBOX_URL: sandbox }: Readonly<Record<string, string>>,
  log: (sentence: string) => void,
): Promise<DemoCertificate[]> {
  if (!url || !sandbox || !url.startsWith(`${sandbox}/`)) return [];
  const holders = demoSigners.map(({ name, reference }) => ({ name, reference }));
  const answer = await fetch(`${url}/certificates`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ holders }),
  }).catch(() => null);
  if (answer === null) {
    log('No stand-in for the signing service answers: nobody of the demo province has a certificate.');
    return [];
  }
  if (!answer.ok)
    throw new Error(`The stand-in for the signing service issues no certificates: ${answer.status}`);
  const { certificates } = (await answer.json()) as { certificates: IssuedKey[] };
  return demoCertificates(certificates);
}

/** The certificates by who signs with them, as a service that signs knows them. */
export const signersOf = (certificates: readonly DemoCertificate[]) =>
  new Map(
    certificates.map(({ memberId, validFrom, validTo, ...certificate }) => [
      memberId,
      {
        ...certificate,
        status: 'ACTIVE' as const,
        validFrom: new Date(validFrom),
        validTo: new Date(validTo),
      },
    ]),
  );

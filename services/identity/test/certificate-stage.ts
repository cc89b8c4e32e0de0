import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Holder } from '@dang/documents/signing/stand-in-keys';
import { testSigning } from '@dang/documents/signing/testing-signing';
import { actorNamed, openIdentity } from './identity-stage.ts';

/** A certificate as the tests ask for it. */
export type Seen = {
  id: string;
  version: number;
  status: string;
  inForce: boolean;
  holderName: string;
  serial: string;
  endedAt: string | null;
  endReason: string | null;
};

const SEEN = 'id version status inForce holderName serial endedAt endReason';
const REGISTER = `mutation ($input: RegisterCertificateInput!) {
  registerCertificate(input: $input) { certificate { ${SEEN} } refusal { code field } }
}`;
const END = `mutation ($input: EndCertificateInput!) {
  endCertificate(input: $input) { certificate { ${SEEN} } refusal { code field } }
}`;

type Outcome = { certificate: Seen | null; refusal: { code: string; field: string | null } | null };

/** identity with a signing service of its own. Close it. */
export async function openCertificates() {
  const signing = await testSigning();
  const house = await openIdentity({ environment: signing.environment });

  /** A key of the signing service in the name of one of the people (or another), as whoever registers it says it. */
  function key(name: string, holder: Partial<Holder> = {}) {
    const { reference, certificate } = signing.certify('', { name: actorNamed(name).name, ...holder });
    return { reference, certificate };
  }

  const ask = (document: string, input: object, actor: Actor | null) =>
    house.execute(document, { input: { idempotencyKey: randomUUID(), ...input } }, actor);

  async function outcome(document: string, input: object, actor: Actor): Promise<Outcome> {
    const { data, errors, faults } = await ask(document, input, actor);
    if (errors) throw new Error(JSON.stringify([errors, faults]));
    return Object.values(data ?? {})[0] as Outcome;
  }

  /** Registers a certificate, and answers it. */
  async function registered(name: string, given: object = key(name)): Promise<Seen> {
    const { certificate, refusal } = await outcome(REGISTER, given, actorNamed(name));
    if (!certificate) throw new Error(`refused: ${refusal?.code}`);
    return certificate;
  }

  return {
    house,
    signing,
    key,
    registered,
    knock: (given: object, actor: Actor | null) => ask(REGISTER, given, actor),
    knockToEnd: (given: object, actor: Actor | null) => ask(END, given, actor),
    register: (actor: Actor, given: object) => outcome(REGISTER, given, actor),
    end: (actor: Actor, { id, version }: Seen, more: object = {}) =>
      outcome(END, { certificateId: id, expectedVersion: version, ...more }, actor),
    /** The issuers' list is taken as it is for some seconds; a provider of another patience has not asked yet. */
    forgetRevocations(): void {
      const environment = house.environment as unknown as { SIGNING_TIMEOUT_SECONDS: number };
      environment.SIGNING_TIMEOUT_SECONDS += 1;
    },
    async close() {
      await house.close();
      await signing.close();
    },
  };
}

export type CertificateStage = Awaited<ReturnType<typeof openCertificates>>;

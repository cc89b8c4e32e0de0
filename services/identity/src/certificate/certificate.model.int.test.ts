import type { Actor } from '@dang/access/actor';
import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type CertificateStage, openCertificates, type Seen } from '../../test/certificate-stage.ts';
import { actorNamed, eventsNamed } from '../../test/identity-stage.ts';
import { type CertificateWorkflow, certificateWorkflow } from './certificate.workflow.ts';

let stage: CertificateStage;
beforeAll(async () => {
  stage = await openCertificates();
});
afterAll(() => stage.close());

const people: Record<string, Actor> = { HOLDER: actorNamed('secretary'), ADMINISTRATOR: actorNamed('admin') };
const stranger = actorNamed('deputy');

let certificate: Seen;
let reference: string;

async function begin(): Promise<void> {
  await stage.house.em().execute('truncate signing_certificate');
  await stage.house.em().execute('delete from outbox');
  const key = stage.key('secretary');
  reference = key.reference;
  certificate = await stage.registered('secretary', key);
}

const now = async () => {
  const [row] = await stage.house
    .em()
    .execute<{ status: 'ACTIVE' | 'ENDED' | 'REVOKED'; version: number }[]>(
      'select status, version from signing_certificate',
    );
  if (!row) throw new Error('the certificate is gone');
  return row;
};

/** By its issuer, of which the nightly job hears. */
async function revoke(): Promise<WalkOutcome<CertificateWorkflow>> {
  const before = await now();
  stage.signing.keys.revoke(reference, new Date('2026-07-05T00:00:00Z'));
  stage.forgetRevocations();
  await stage.house.runJob('check-certificates');
  const after = await now();
  return after.version === before.version ? { refusal: 'WRONG_STATE' } : { to: after.status };
}

async function apply(step: WalkStep<CertificateWorkflow>): Promise<WalkOutcome<CertificateWorkflow>> {
  const [relation] = step.relations;
  // issuers end nothing here, and nobody can ask for a revocation: there are no such requests
  if (relation === 'SYSTEM') return step.action === 'REVOKE' ? revoke() : { refusal: 'ACTION_NOT_ALLOWED' };
  if (step.action === 'REVOKE') return { refusal: relation ? 'ACTION_NOT_ALLOWED' : 'NOT_FOUND' };
  const signedInAt = new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000));
  const actor = { ...(relation ? (people[relation] as Actor) : stranger), signedInAt };
  const { version } = await now();
  const { refusal } = await stage.end(actor, { ...certificate, version }, { reason: step.reason ?? '' });
  return refusal ? { refusal: refusal.code } : { to: (await now()).status };
}

test('random walks through real requests and the nightly job agree with the table', async () => {
  const seed = Number(process.env.FAST_CHECK_SEED ?? Date.now() % 2 ** 31);
  process.stdout.write(`signing certificate: model seed ${seed}\n`);
  const succeeded = new Set<string>();
  for (let walks = 0; walks < 10 && (walks < 3 || succeeded.size < 2); walks += 1) {
    const walk = await randomWalk(certificateWorkflow, {
      seed: seed + walks,
      steps: 20,
      actors: ['HOLDER', 'ADMINISTRATOR', 'SYSTEM'].map((one) => new Set([one])).concat(new Set<string>()),
      begin,
      apply,
    });
    for (const action of walk.succeeded) succeeded.add(action);
    const told = await eventsNamed<{ certificates: { version: number; status: string }[] }>(
      stage.house,
      'SigningCertificateRecorded',
    );
    const versions = told.flatMap(({ certificates }) => certificates.map(({ version }) => version));
    expect(versions).toEqual(versions.map((_, index) => index + 1));
    expect(told.at(-1)?.certificates).toMatchObject([await now()]);
  }
  expect([...succeeded].sort()).toEqual(['END', 'REVOKE']);
});

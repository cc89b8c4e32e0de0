import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { actOn, dossierOf, openSigning, people } from '../../test/reconciliation-stage.ts';
import { minutesState } from './minutes.rules.ts';
import { MINUTES_KIND } from './minutes.signing.ts';
import { type MinutesWorkflow, minutesWorkflow } from './minutes.workflow.ts';

let fees: Awaited<ReturnType<typeof openSigning>>;
beforeAll(async () => {
  fees = await openSigning();
});
afterAll(() => fees?.close());

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const actors: Record<string, Actor> = {
  UNIT: people.branch1,
  SUPERIOR: people.committee,
  READER: people.ward,
};

/** Past the guards of the tables, as no act may: signatures are for good. */
async function pastGuards(sql: string, values: readonly unknown[]): Promise<void> {
  const em = fees.em();
  await em.execute('alter table document_signature disable trigger user');
  await em.execute(sql, [...values]);
  await em.execute('alter table document_signature enable trigger user');
}

/** The same dossier, closed and unsigned again. */
async function begin(): Promise<void> {
  const { id } = await dossierOf(fees, units.branch1);
  await pastGuards('truncate document_signature', []);
  await fees
    .em()
    .execute(`update reconciliation set status = 'CLOSED', closed_on = '2026-07-06' where id = ?`, [id]);
}

/** Makes the facts of the step true in the database: whether the figures stand, and who signed first. */
async function arrange({ facts, relations }: WalkStep<MinutesWorkflow>): Promise<void> {
  const { id } = await dossierOf(fees, units.branch1);
  const stands = facts.figuresStand === true;
  await fees
    .em()
    .execute(`update reconciliation set status = ?, closed_on = ? where id = ?`, [
      stands ? 'CLOSED' : 'CONFIRMED_BY_SUB',
      stands ? '2026-07-06' : null,
      id,
    ]);
  const actor = actors[[...relations][0] ?? ''] ?? people.ward;
  const signer = facts.otherPersonSigned === true ? randomUUID() : actor.memberId;
  await pastGuards('update document_signature set signer_member_id = ? where subject_id = ?', [signer, id]);
}

async function apply(step: WalkStep<MinutesWorkflow>): Promise<WalkOutcome<MinutesWorkflow>> {
  await arrange(step);
  const [relation] = step.relations;
  const actor = relation === undefined ? people.otherWard : actors[relation];
  if (!actor) throw new Error(`nobody plays ${relation}`);
  const signedInAt = new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000));
  const answer = await actOn(fees, 'signReconciliation', { ...actor, signedInAt }, units.branch1);
  if (answer.refusal) return { refusal: answer.refusal.code };
  const signatures = await fees
    .em()
    .execute<{ signerMemberId: string }[]>(
      `select signer_member_id as "signerMemberId" from document_signature where subject_kind = ? and subject_id = ?`,
      [MINUTES_KIND, answer.reconciliation.id],
    );
  return { to: minutesState(signatures) };
}

test('random walks through real requests agree with the table of the minutes', async () => {
  console.log(`signatures under minutes: seed ${seed}`);
  const walk = await randomWalk(minutesWorkflow, {
    seed,
    steps: 80,
    actors: [
      new Set(['UNIT', 'READER']),
      new Set(['SUPERIOR', 'READER']),
      new Set(['READER']),
      new Set<string>(),
    ],
    facts: {
      figuresStand: [true, true, true, 'WRONG_STATE'],
      otherPersonSigned: [true, true, 'SECOND_PERSON_REQUIRED'],
    },
    begin,
    apply,
  });
  expect([...walk.succeeded]).toEqual(['SIGN']);
  expect([...walk.visited].sort()).toEqual(['SIGNED', 'SIGNED_BY_SUB', 'UNSIGNED']);
});

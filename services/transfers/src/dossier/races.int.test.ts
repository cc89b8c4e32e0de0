import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inSituation, type Possible, situations } from '../../test/acts-by-state.ts';
import { applied, readStanding } from '../../test/reorganised.ts';
import { broughtWith } from '../../test/scan.ts';
import { desks, openTransfers, type TransferStage, units } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

/** How often something was done to a dossier, by its version and by its history. */
async function stepsOf(id: string) {
  const [row] = await stage
    .em()
    .execute<{ version: number; entries: number; letters: number; signed: number }[]>(
      `select version, (select count(*)::int from dossier_entry where dossier_id = d.id) as entries,
       (select count(*)::int from introduction_letter where dossier_id = d.id and status <> 'VOID') as letters,
       (select count(*)::int from document_signature s join introduction_letter l on l.id = s.subject_id and l.dossier_id = d.id)
         as signed
     from transfer_dossier d where id = ?`,
      [id],
    );
  return row;
}

const pairsOf = (acts: readonly Possible[]): [Possible, Possible][] =>
  acts.flatMap((one, at) => acts.slice(at).map((other): [Possible, Possible] => [one, other]));

describe.each(Object.keys(situations))('two at once on %s', (name) => {
  const pairs = pairsOf(situations[name]?.acts ?? []);
  test.each(pairs.map((pair) => ({ acts: pair.map(([act]) => act).join(' and '), pair })))(
    '$acts: one of them is done',
    async ({ pair }) => {
      const { id, applicant } = await inSituation(stage, name);
      const answers = await Promise.all(
        pair.map(([mutation, actor], at) => {
          const known = actor ?? applicant;
          // the same office twice is two people in it
          const who = at === 0 ? known : { ...known, accountId: randomUUID() };
          return stage.act(who, mutation, id, { expectedVersion: 1 });
        }),
      );
      const codes = answers.map(({ refusal }) => refusal?.code ?? 'done').toSorted();
      expect(codes).toEqual(['VERSION_CONFLICT', 'done']);
      const steps = await stepsOf(id);
      expect(steps).toMatchObject({ version: 2, entries: 2 });
      expect(steps?.letters).toBeLessThanOrEqual(1);
      expect(steps?.signed).toBeLessThanOrEqual(1);
    },
  );
});

describe.each(Object.keys(situations))('the same intention twice on %s', (name) => {
  test.each(situations[name]?.acts ?? [])('%s: is done once', async (mutation, actor) => {
    const { id, applicant } = await inSituation(stage, name);
    const who = actor ?? applicant;
    // repeated with the very papers that were brought the first time
    const brought = await broughtWith(stage, who, mutation, {});
    const call = { idempotencyKey: randomUUID(), expectedVersion: 1, ...brought };
    const [one, other] = await Promise.all([
      stage.act(who, mutation, id, call),
      stage.act(who, mutation, id, call),
    ]);
    expect([one.refusal, other.refusal]).toEqual([null, null]);
    expect(other.transfer).toEqual(one.transfer);
    expect(await stage.act(who, mutation, id, call)).toEqual(one);
    const steps = await stepsOf(id);
    expect(steps).toMatchObject({ version: 2, entries: 2 });
    expect(steps?.signed).toBeLessThanOrEqual(1);
  });
});

test('a signature and a reorganisation at once: whichever is first, the letter goes on by the new tree', async () => {
  const { id } = await inSituation(stage, 'a letter that was sent');
  const [answer] = await Promise.all([
    stage.act(desks.hostWard, 'signLetterBox', id, { expectedVersion: 1 }),
    stage.hear(applied({ sales: 'hamlet1' })),
  ]);
  const stands = await readStanding(stage, id);
  expect(stands.destination).toBe('hamlet1');
  expect(stands.boxes.at(-1)).toBe('10 hamlet1 PENDING');
  expect(stands.boxes.filter((box) => box.endsWith('NEXT'))).toHaveLength(1);
  // when the tree is first, the letter is no longer this ward's to see
  if (answer.refusal) expect(answer.refusal.code).toBe('NOT_FOUND');
  expect(stands.version).toBe(answer.refusal ? 2 : 3);
});

test('a fall between signing a letter and writing it down takes no number and leaves no signature; the same call then goes through', async () => {
  const em = stage.em();
  await em.execute(
    `create function falls() returns trigger language plpgsql as $$ begin raise exception 'the machine fell'; end $$`,
  );
  const { id } = await inSituation(stage, 'a letter at the origin');
  const last = async () => {
    const [row] = await stage
      .em()
      .execute<{ last: number }[]>(
        `select coalesce(max(last), 0) as last from register_counter where unit_id = ? and direction = 'OUT'`,
        [units.kdc],
      );
    return row?.last ?? 0;
  };
  const taken = await last();
  const call = { idempotencyKey: randomUUID(), expectedVersion: 1 };
  for (const table of ['register_entry', 'document_signature', 'dossier_entry', 'outbox', 'audit_entry']) {
    await em.execute(`create trigger falls before insert on ${table} for each row execute function falls()`);
    await expect(stage.act(desks.committee, 'signLetterBox', id, call)).rejects.toThrow('INTERNAL');
    await em.execute(`drop trigger falls on ${table}`);
    expect(await stepsOf(id)).toEqual({ version: 1, entries: 1, letters: 1, signed: 0 });
    expect(await last()).toBe(taken);
  }
  await stage.done(desks.committee, 'signLetterBox', id, call);
  expect(await stepsOf(id)).toEqual({ version: 2, entries: 2, letters: 1, signed: 1 });
  expect(await last()).toBe(taken + 1);
});

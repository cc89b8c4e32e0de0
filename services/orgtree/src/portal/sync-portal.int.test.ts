import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { told as news } from '../../test/figures-stage.ts';
import { idOf, unit } from '../../test/orgtree-stage.ts';
import { openPortal } from '../../test/portal-stage.ts';
import { claimDue, wantAllTold } from './portal-sync.rows.ts';

let stage: Awaited<ReturnType<typeof openPortal>>;
beforeAll(async () => {
  stage = await openPortal();
});
afterEach(async () => {
  await stage.arm({});
  await stage.subgraph.em().execute('delete from portal_sync');
});
afterAll(() => stage?.close());

let made = 100;
/** A dossier and its changes, in the order of versions from 1. */
const dossier = (procedure = 'OFFICIAL_TRANSFER', from = 'transfers') => {
  const number = ++made;
  return {
    id: idOf(7000 + number),
    number: `05.200-${number}`,
    hear: (state: string, version: number, more: object = {}) =>
      stage.subgraph.deliver(news(number, { from, procedure, state, version, unitId: unit.ward, ...more })),
  };
};
const statesAt = (number: string) => stage.known.get(number)?.states;

describe('a dossier', () => {
  test('is told as it changes: its state, its term and who has it, and nothing of whose it is', async () => {
    const { id, number, hear } = dossier();
    await hear('SUBMITTED', 1, { memberId: idOf(101), dueOn: '2026-08-03' });
    expect(await stage.round()).toBe(1);
    await hear('ORIGIN_MET', 2);
    await stage.round();
    expect(await stage.round()).toBe(0);
    const { calls, ...known } = stage.known.get(number) ?? { calls: 0 };
    expect(calls).toBe(2);
    expect(known).toEqual({
      number,
      sequence: 2,
      procedureCode: '2.002768',
      agencyCode: '05.200',
      agencyName: 'Tổ chức 05.200',
      state: 2,
      stateName: 'Được tiếp nhận',
      states: [1, 2],
      channel: 'ONLINE',
      receivedOn: '2026-05-10',
      dueOn: null,
      finishedOn: null,
    });
    expect(await stage.row(id)).toMatchObject({ status: 'TOLD', told: 2, state: 'ACCEPTED', error: null });
  });

  test('that goes from desk to desk within one state of the portal is told once', async () => {
    const { id, number, hear } = dossier();
    for (const [at, state] of ['IN_ORIGIN_CHAIN', 'SENT', 'IN_DEST_CHAIN'].entries()) {
      await hear(state, at + 1);
      await stage.round();
    }
    expect([statesAt(number), stage.known.get(number)?.calls]).toEqual([[4], 1]);
    expect(await stage.row(id)).toMatchObject({ status: 'TOLD', told: 3 });
    await hear('IN_DEST_CHAIN', 4, { dueOn: '2026-09-01' });
    await stage.round();
    expect(stage.known.get(number)).toMatchObject({ dueOn: '2026-09-01', calls: 2 });
    await hear('IN_DEST_CHAIN', 5, { dueOn: '2026-09-01', unitId: unit.branch1 });
    await stage.round();
    expect(stage.known.get(number)).toMatchObject({ agencyCode: '05.200.044.000.001', calls: 3 });
  });

  test.each([
    ['a draft', 'OFFICIAL_TRANSFER', 'DRAFT', 'TOLD'],
    ['of a procedure that the portal does not know', 'ACCOUNT', 'SUBMITTED', undefined],
    ['in a state that the portal does not have', 'OFFICIAL_TRANSFER', 'LOST', 'REFUSED'],
  ])('%s is not told', async (_, procedure, state, status) => {
    const { id, number, hear } = dossier(procedure, procedure === 'ACCOUNT' ? 'identity' : 'transfers');
    await hear(state, 1);
    await stage.round();
    expect(stage.known.has(number)).toBe(false);
    expect((await stage.row(id))?.status).toBe(status);
  });

  test('from before the portal was connected is told when it is still open', async () => {
    const { id, number, hear } = dossier();
    const closed = dossier();
    await hear('SENT', 5);
    await closed.hear('COMPLETED', 9, { closedOn: '2026-06-01' });
    await stage.subgraph.em().execute('delete from portal_sync');
    expect(await wantAllTold(stage.subgraph.em(), ['OFFICIAL_TRANSFER'])).toBeGreaterThan(0);
    expect(await wantAllTold(stage.subgraph.em(), ['OFFICIAL_TRANSFER'])).toBe(0);
    while ((await stage.round()) > 0);
    expect([statesAt(number), statesAt(closed.number)]).toEqual([[4], undefined]);
    expect(await stage.row(id)).toMatchObject({ status: 'TOLD', told: 5 });
  });
});

describe('a portal in trouble', () => {
  test('that does not answer has taken it, and is told the same again under the same number and sequence', async () => {
    const { id, number, hear } = dossier();
    await stage.arm({ silence: number });
    await hear('SUBMITTED', 1);
    await stage.round();
    expect(await stage.row(id)).toMatchObject({
      status: 'WAITING',
      told: null,
      error: 'no answer: TimeoutError',
      againIn: 10,
      leased: false,
    });
    await stage.arm({});
    expect(await stage.round()).toBe(0);
    await stage.later('10 seconds');
    await stage.round();
    expect([statesAt(number), stage.known.get(number)?.calls]).toEqual([[1], 2]);
    expect((await stage.row(id)).status).toBe('TOLD');
  });

  test('is asked ever less often', async () => {
    const { id, hear } = dossier();
    await stage.arm({ error500: 'always' });
    await hear('SUBMITTED', 1);
    const pauses: number[] = [];
    for (let at = 0; at < 6; at += 1) {
      await stage.round();
      pauses.push((await stage.row(id)).againIn);
      await stage.later('2 hours');
    }
    expect(pauses).toEqual([10, 60, 300, 900, 3_600, 3_600]);
  });

  test('is left alone by all dossiers after five failures, tried by one, and told everything when it is back', async () => {
    const dossiers = Array.from({ length: 30 }, () => dossier());
    for (const { hear } of dossiers) await hear('SUBMITTED', 1);
    await stage.arm({ error500: 'always' });
    const work = stage.work();
    let asked = 0;
    const { tell } = work.portal;
    work.portal.tell = (given) => {
      asked += 1;
      return tell(given);
    };
    await stage.round(work);
    expect(asked).toBe(20);
    await stage.later('1 minute');
    await stage.round(work);
    expect(asked).toBe(20);
    await stage.arm({});
    const fresh = stage.work();
    while ((await stage.round(fresh)) > 0);
    expect(dossiers.filter(({ number }) => statesAt(number)?.length !== 1)).toEqual([]);
  });

  test('that refuses is asked again the next day, or when the dossier has moved on', async () => {
    const { id, number, hear } = dossier();
    await stage.arm({ refuse: number });
    await hear('SUBMITTED', 1);
    await stage.round();
    expect(await stage.row(id)).toMatchObject({
      status: 'REFUSED',
      error: 'it answered 422: UNKNOWN_PROCEDURE',
      againIn: 86_400,
    });
    await stage.arm({});
    expect(await stage.round()).toBe(0);
    await hear('ORIGIN_MET', 2);
    await stage.round();
    expect([statesAt(number), (await stage.row(id)).status]).toEqual([[2], 'TOLD']);
  });
});

describe('workers', () => {
  test('that are many tell each dossier once', async () => {
    const dossiers = Array.from({ length: 40 }, () => dossier());
    for (const { hear } of dossiers) await hear('SUBMITTED', 1);
    await Promise.all(Array.from({ length: 6 }, () => stage.round()));
    expect(dossiers.filter(({ number }) => stage.known.get(number)?.calls !== 1)).toEqual([]);
  });

  test('wait for each other over one dossier: its news leave in their order', async () => {
    const { id, number, hear } = dossier();
    await hear('SUBMITTED', 1);
    const work = stage.work();
    const { tell } = work.portal;
    work.portal.tell = async (given) => {
      // it moves on while it is being told, and another worker looks for something to do
      await hear('ORIGIN_MET', 2);
      expect(await stage.round()).toBe(0);
      return tell(given);
    };
    await stage.round(work);
    expect(await stage.row(id)).toMatchObject({ status: 'WAITING', version: 2, told: 1 });
    await stage.round();
    expect([statesAt(number), (await stage.row(id)).told]).toEqual([[1, 2], 2]);
  });

  test('that die with a dossier in hand leave it to another, before and after the call', async () => {
    const before = dossier();
    const after = dossier();
    await before.hear('SUBMITTED', 1);
    await after.hear('SUBMITTED', 1);
    const taken = await claimDue(stage.subgraph.em(), 20);
    expect(taken).toHaveLength(2);
    const work = stage.work();
    const [, row] = [before, taken.find(({ number }) => number === after.number)];
    await work.portal.tell({
      number: after.number,
      sequence: row?.version ?? 0,
      procedureCode: '2.002768',
      agencyCode: '05.200',
      agencyName: 'Tổ chức 05.200',
      state: 'REGISTERED',
      channel: 'ONLINE',
      receivedOn: '2026-05-10',
      dueOn: null,
      finishedOn: null,
    });
    expect(await stage.round()).toBe(0);
    await stage.later('119 seconds');
    expect(await stage.round()).toBe(0);
    await stage.later('1 second');
    expect(await stage.round()).toBe(2);
    expect([statesAt(before.number), statesAt(after.number)]).toEqual([[1], [1]]);
    expect([stage.known.get(before.number)?.calls, stage.known.get(after.number)?.calls]).toEqual([1, 2]);
  });
});

test('emptying and filling the projection again tells nothing twice', async () => {
  const { number, hear } = dossier();
  await hear('SUBMITTED', 1);
  await stage.round();
  await stage.subgraph.em().execute('delete from dossier_state');
  await hear('SUBMITTED', 1);
  expect(await stage.round()).toBe(0);
  expect(stage.known.get(number)?.calls).toBe(1);
});

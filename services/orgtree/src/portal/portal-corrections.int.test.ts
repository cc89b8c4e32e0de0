import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { told as news } from '../../test/figures-stage.ts';
import { idOf, unit } from '../../test/orgtree-stage.ts';
import { openPortal } from '../../test/portal-stage.ts';
import { portalVariables } from './portal.environment.ts';
import { portalStateOf } from './portal-states.ts';
import { tryRefusedAgain, wantAllTold } from './portal-sync.rows.ts';

let stage: Awaited<ReturnType<typeof openPortal>>;
beforeAll(async () => {
  stage = await openPortal();
});
afterEach(async () => {
  await stage.arm({});
  await stage.subgraph.em().execute('delete from portal_sync');
});
afterAll(() => stage?.close());

let made = 500;
const dossier = (procedure = 'OFFICIAL_TRANSFER') => {
  const number = ++made;
  return {
    id: idOf(7000 + number),
    number: `05.200-${number}`,
    hear: (state: string, version: number, more: object = {}) =>
      stage.subgraph.deliver(news(number, { procedure, state, version, unitId: unit.ward, ...more })),
  };
};
const corrected = (corrections: object) => portalVariables.PORTAL_STATES.parse(JSON.stringify(corrections));

describe('a state that the portal does not have', () => {
  test('keeps no other dossier waiting, however many are in it', async () => {
    const lost = Array.from({ length: 45 }, () => dossier());
    for (const { hear } of lost) await hear('LOST', 1);
    const { number, hear } = dossier();
    await hear('SUBMITTED', 1);
    for (let rounds = 0; rounds < 3; rounds += 1) await stage.round();
    expect(stage.known.get(number)?.states).toEqual([1]);
    expect(await stage.round()).toBe(0);
  });

  test('is told once an operator has said what it is, as soon as a worker has started with that', async () => {
    const { id, number, hear } = dossier();
    await hear('LOST', 1);
    await stage.round();
    expect(await stage.row(id)).toMatchObject({
      status: 'REFUSED',
      told: null,
      state: null,
      error: 'the portal has no state for LOST',
    });
    await tryRefusedAgain(stage.subgraph.em());
    await stage.round({ ...stage.work(), states: corrected({ OFFICIAL_TRANSFER: { LOST: 'STOPPED' } }) });
    expect(stage.known.get(number)?.states).toEqual([8]);
    expect((await stage.row(id)).status).toBe('TOLD');
  });
});

describe('corrections of the states', () => {
  test('change what they name, and leave the rest', () => {
    const states = corrected({ OFFICIAL_TRANSFER: { SENT: 'PROCESSED', SENT_OUT: null } });
    expect(states.OFFICIAL_TRANSFER).toEqual({
      ...portalStateOf.OFFICIAL_TRANSFER,
      SENT: 'PROCESSED',
      SENT_OUT: null,
    });
    expect(states.RESIDENCE_COMMENT).toEqual(portalStateOf.RESIDENCE_COMMENT);
    expect(corrected({})).toEqual(portalStateOf);
  });

  test.each([
    'PROCESSED',
    '[]',
    '{"TRANSFER":{}}',
    '{"OFFICIAL_TRANSFER":{"SENT":"SENT"}}',
    '{"OFFICIAL_TRANSFER":{"sent":null}}',
  ])('that say %s are a fault of the configuration', (text) => {
    expect(portalVariables.PORTAL_STATES.safeParse(text).error?.issues[0]?.message).toMatch(
      /^must be JSON like/,
    );
  });
});

describe('a dossier', () => {
  test('whose unit the tree does not know yet waits, and no nameless unit is told', async () => {
    const { id, number, hear } = dossier();
    await hear('SUBMITTED', 1, { unitId: idOf(9_999) });
    await stage.round();
    expect(stage.known.has(number)).toBe(false);
    expect(await stage.row(id)).toMatchObject({
      status: 'WAITING',
      told: null,
      error: 'the tree does not know its unit yet',
      againIn: 300,
    });
  });

  test('that ends within one state of the portal is told with the day of its end', async () => {
    const { number, hear } = dossier('RESIDENCE_COMMENT');
    await hear('RECEIVED', 1, { from: 'evaluation' });
    await stage.round();
    expect(stage.known.get(number)).toMatchObject({ state: 10, finishedOn: null });
    await hear('RECEIVED', 2, { from: 'evaluation', closedOn: '2026-07-06' });
    await stage.round();
    expect(stage.known.get(number)).toMatchObject({ state: 10, finishedOn: '2026-07-06', calls: 2 });
  });

  test('of which the portal knows more than we do, as after a restore, is shown to people', async () => {
    const { id, number, hear } = dossier();
    await hear('SUBMITTED', 9);
    await stage.round();
    await stage.subgraph.em().execute('delete from portal_sync');
    await stage.subgraph.em().execute('delete from dossier_state');
    await hear('SUBMITTED', 2);
    await stage.round();
    expect(await stage.row(id)).toMatchObject({
      status: 'REFUSED',
      told: null,
      error: 'the portal knows a later state than ours',
    });
    expect(stage.known.get(number)?.sequence).toBe(9);
  });

  test('of a procedure that is named to the portal only later is told then', async () => {
    const { id, number, hear } = dossier();
    await hear('SUBMITTED', 1);
    await stage.round({ ...stage.work(), procedures: {} });
    expect(await stage.row(id)).toMatchObject({ status: 'TOLD', state: null });
    expect(await wantAllTold(stage.subgraph.em(), ['OFFICIAL_TRANSFER'])).toBeGreaterThan(0);
    while ((await stage.round()) > 0);
    expect(stage.known.get(number)?.states).toEqual([1]);
    expect(await wantAllTold(stage.subgraph.em(), ['OFFICIAL_TRANSFER'])).toBe(0);
  });
});

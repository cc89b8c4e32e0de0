import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import {
  actOn,
  dossierOf,
  type Fees,
  oneMove,
  openReconciling,
  people,
  reconcile,
} from '../../test/reconciliation-stage.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openReconciling();
});
afterAll(() => fees.close());

const codeOf = (answer: { refusal: { code: string } | null }) => answer.refusal?.code ?? 'done';
const withoutRight = [people.an, people.applicant, people.admin, people.analyst, people.delegate];

describe('Query.reconciliation', () => {
  const read = async (actor: Actor | null, id?: string) => {
    const { data, errors } = await fees.execute(
      'query ($id: UUID!) { reconciliation(id: $id) { number } }',
      { id: id ?? (await dossierOf(fees, units.branch1)).id },
      actor,
    );
    return errors ? errors[0]?.extensions?.code : (data?.reconciliation ?? null);
  };
  test('is closed to nobody, members, applicants, administrators, analysts and delegates', async () => {
    expect(await read(null)).toBe('UNAUTHENTICATED');
    for (const actor of withoutRight) expect(await read(actor)).toBe('FORBIDDEN');
  });
  test('reads as not there for the sibling branch, another ward and a made-up id', async () => {
    expect(await read(people.branch2)).toBeNull();
    expect(await read(people.otherWard)).toBeNull();
    expect(await read(people.otherFinance)).toBeNull();
    expect(await read(people.finance, randomUUID())).toBeNull();
  });
  test('is open to the branch and everybody above who reads reconciliations', async () => {
    for (const actor of [people.branch1, people.committee, people.ward, people.finance, people.inspector])
      expect(await read(actor)).toEqual({ number: 'DC-2026Q2-05.200.044.000.001' });
  });
});

describe('Query.reconciliations', () => {
  const list = async (actor: Actor | null, unitId?: string) => {
    const { data, errors } = await fees.execute(
      'query ($unitId: UUID) { reconciliations(unitId: $unitId, kind: QUARTER) { edges { node { number } } } }',
      { unitId },
      actor,
    );
    return errors ? errors[0]?.extensions?.code : (data?.reconciliations?.edges.length ?? null);
  };
  test('is closed to nobody, members, applicants, administrators, analysts and delegates', async () => {
    expect(await list(null)).toBe('UNAUTHENTICATED');
    for (const actor of withoutRight) expect(await list(actor)).toBe('FORBIDDEN');
  });
  test('is null for units outside the scope and for made-up ones', async () => {
    expect(await list(people.branch1, units.branch2)).toBeNull();
    expect(await list(people.branch1, units.committee)).toBeNull();
    expect(await list(people.otherWard, units.ward)).toBeNull();
    expect(await list(people.finance, randomUUID())).toBeNull();
  });
  test('shows one’s own unit and what lies below', async () => {
    expect(await list(people.branch1)).toBe(1);
    expect(await list(people.committee)).toBe(3);
    expect(await list(people.finance)).toBe(4);
    expect(await list(people.otherWard)).toBe(0);
  });
});

describe('Mutation.openReconciliation', () => {
  const open = (actor: Actor | null, given: Record<string, unknown> = {}) =>
    reconcile(fees, 'openReconciliation', actor, {
      unitId: units.branch1,
      kind: 'QUARTER',
      from: '2026-01',
      ...given,
    });
  test('is closed to nobody, members, applicants, administrators, analysts, delegates and inspectors', async () => {
    expect(codeOf(await open(null))).toBe('UNAUTHENTICATED');
    for (const actor of [...withoutRight, people.inspector])
      expect(codeOf(await open(actor))).toBe('FORBIDDEN');
  });
  test('knows no unit but those directly below one’s own', async () => {
    for (const actor of [people.branch1, people.branch2, people.ward, people.otherWard, people.finance])
      expect(codeOf(await open(actor))).toBe('NOT_FOUND');
    expect(codeOf(await open(people.committee, { unitId: randomUUID() }))).toBe('NOT_FOUND');
  });
  test('refuses months that begin no period, and a period that is not over', async () => {
    expect((await open(people.committee, { from: '2026-02' })).refusal).toEqual({
      code: 'INVALID_INPUT',
      field: 'from',
    });
    expect((await open(people.committee, { from: '2026-07' })).refusal).toEqual({
      code: 'NOT_YET',
      field: 'from',
    });
  });
  test('opens it once; asked again, it is the same', async () => {
    const first = await open(people.committee);
    expect(first.reconciliation).toMatchObject({ status: 'OPEN', version: 1 });
    expect((await open(people.committee)).reconciliation.id).toBe(first.reconciliation.id);
    await fees.em().execute('delete from reconciliation where id = ?', [first.reconciliation.id]);
  });
});

const difference = { figure: 'PAID', amount: 5, reason: 'x' };

/** Every act: in which state it is possible, who may do it, and what it takes. */
const acts = {
  'Mutation.confirmReconciliation': { state: 'OPEN', insider: people.branch1, more: {} },
  'Mutation.disputeReconciliation': { state: 'OPEN', insider: people.branch1, more: difference },
  'Mutation.closeReconciliation': { state: 'CONFIRMED_BY_SUB', insider: people.committee, more: {} },
  'Mutation.adjustReconciliation': {
    state: 'DISPUTED',
    insider: people.finance,
    more: { moves: oneMove, reason: 'x' },
  },
  'Mutation.approveReconciliationAdjustment': { state: 'DISPUTED', insider: people.secondFinance, more: {} },
  'Mutation.rejectReconciliationAdjustment': {
    state: 'DISPUTED',
    insider: people.secondFinance,
    more: { reason: 'x' },
  },
  'Mutation.upholdReconciliation': { state: 'DISPUTED', insider: people.finance, more: { reason: 'x' } },
} as const;

describe.each(Object.entries(acts))('%s', (door, { state, insider, more }) => {
  const name = door.slice('Mutation.'.length);
  const strange = (actor: Actor | null, unitId: string = units.branch1) =>
    actOn(fees, name, actor, unitId, more).then(codeOf);
  const isAdjusting = state === 'DISPUTED';
  const needsStepUp = ![
    'disputeReconciliation',
    'adjustReconciliation',
    'rejectReconciliationAdjustment',
  ].includes(name);

  /** The dossier in the state in which this act is possible, an adjustment waiting where it is about one. */
  async function arrange(): Promise<void> {
    const { id } = await dossierOf(fees, units.branch1);
    const em = fees.em();
    await em.execute('delete from reconciliation_adjustment where reconciliation_id = ?', [id]);
    await em.execute(
      `update reconciliation set status = ?, disputed_figure = 'PAID', dispute_reason = 'x', closed_on = null, version = version + 1, confirmed_by = ?::jsonb
       where id = ?`,
      [
        state,
        JSON.stringify({ accountId: people.branch1.accountId, name: 'x', title: null, unitId: null }),
        id,
      ],
    );
    if (name.endsWith('ReconciliationAdjustment'))
      await actOn(fees, 'adjustReconciliation', people.finance, units.branch1, {
        moves: oneMove,
        reason: 'x',
      });
  }

  test('is closed to nobody, members, applicants, administrators, analysts, delegates and inspectors', async () => {
    expect(await strange(null)).toBe('UNAUTHENTICATED');
    for (const actor of [...withoutRight, people.inspector]) expect(await strange(actor)).toBe('FORBIDDEN');
    if (isAdjusting)
      for (const actor of [people.branch1, people.ward]) expect(await strange(actor)).toBe('FORBIDDEN');
  });
  test('knows no dossier of a sibling, of another ward or of a made-up id', async () => {
    await arrange();
    expect(await strange(isAdjusting ? people.otherFinance : people.branch2)).toBe('NOT_FOUND');
    expect(await strange(isAdjusting ? people.otherFinance : people.otherWard)).toBe('NOT_FOUND');
    const madeUp = { reconciliationId: randomUUID(), expectedVersion: 1, ...more };
    expect(codeOf(await reconcile(fees, name, insider, madeUp))).toBe('NOT_FOUND');
  });
  test('is not for finance officers of the very unit', async () => {
    await arrange();
    const own = testActor({ role: 'FINANCE_OFFICER', unitId: units.branch1 });
    if (isAdjusting) expect(await strange(own)).toBe('ACTION_NOT_ALLOWED');
  });
  test('is not for the ward, two levels above', async () => {
    await arrange();
    expect(await strange(people.ward)).toBe(isAdjusting ? 'FORBIDDEN' : 'ACTION_NOT_ALLOWED');
  });
  test('asks for a fresh sign-in where it settles something', async () => {
    await arrange();
    const stale = { ...insider, signedInAt: new Date(Date.now() - 11 * 60_000) };
    expect(await strange(stale)).toBe(needsStepUp ? 'STEP_UP_REQUIRED' : 'done');
  });
  test('is done once: with an old version, the same key, and in the state after it', async () => {
    await arrange();
    const { id, version } = await dossierOf(fees, units.branch1);
    const input = { reconciliationId: id, expectedVersion: version, idempotencyKey: randomUUID(), ...more };
    expect(codeOf(await reconcile(fees, name, insider, { ...input, expectedVersion: version - 1 }))).toBe(
      'VERSION_CONFLICT',
    );
    expect(codeOf(await reconcile(fees, name, insider, input))).toBe('done');
    expect((await reconcile(fees, name, insider, input)).reconciliation).toMatchObject({
      id,
      version: version + 1,
    });
    expect(await strange(insider)).toBe('WRONG_STATE');
  });
});

describe('what nobody does alone', () => {
  test('who confirmed does not close, also with another position', async () => {
    const { id } = await dossierOf(fees, units.branch1);
    await fees
      .em()
      .execute(
        `update reconciliation set status = 'OPEN', closed_on = null, confirmed_by = null where id = ?`,
        [id],
      );
    expect(codeOf(await actOn(fees, 'confirmReconciliation', people.branch1, units.branch1))).toBe('done');
    const both = { ...people.committee, accountId: people.branch1.accountId };
    expect(codeOf(await actOn(fees, 'closeReconciliation', both, units.branch1))).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    expect(codeOf(await actOn(fees, 'closeReconciliation', people.committee, units.branch1))).toBe('done');
  });
  test('two who confirm at once: one does, the other finds another version', async () => {
    const { id, version } = await dossierOf(fees, units.branch2);
    const answers = await Promise.all([
      reconcile(fees, 'confirmReconciliation', people.branch2, {
        reconciliationId: id,
        expectedVersion: version,
      }),
      reconcile(fees, 'confirmReconciliation', people.branch2, {
        reconciliationId: id,
        expectedVersion: version,
      }),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(['VERSION_CONFLICT', 'done']);
  });
});

import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { actOn, dossierOf, openSigning, people, reconcile } from '../../test/reconciliation-stage.ts';

let fees: Awaited<ReturnType<typeof openSigning>>;
beforeAll(async () => {
  fees = await openSigning();
});
afterAll(() => fees?.close());

const sign = async (actor: Actor | null, unitId: string = units.branch1) =>
  (await actOn(fees, 'signReconciliation', actor, unitId)).refusal?.code ?? 'done';

describe('Mutation.signReconciliation', () => {
  test('is closed to nobody, and to whoever does not confirm reconciliations', async () => {
    expect(await sign(null)).toBe('UNAUTHENTICATED');
    for (const actor of [
      people.an,
      people.applicant,
      people.admin,
      people.analyst,
      people.delegate,
      people.inspector,
    ])
      expect(await sign(actor)).toBe('FORBIDDEN');
  });

  test('finds nothing for the sibling, another ward and a made-up id; those above see it and do not sign', async () => {
    expect(await sign(people.branch2)).toBe('NOT_FOUND');
    expect(await sign(people.otherWard)).toBe('NOT_FOUND');
    const input = { reconciliationId: randomUUID(), expectedVersion: 1 };
    expect((await reconcile(fees, 'signReconciliation', people.branch1, input)).refusal.code).toBe(
      'NOT_FOUND',
    );
    expect(await sign(people.ward)).toBe('ACTION_NOT_ALLOWED');
  });

  test('asks for a fresh sign-in, the present version and figures that stand', async () => {
    const stale = { ...people.branch1, signedInAt: new Date(Date.now() - 11 * 60_000) };
    expect(await sign(stale)).toBe('STEP_UP_REQUIRED');
    const { id, version } = await dossierOf(fees, units.branch1);
    const input = { reconciliationId: id, expectedVersion: version - 1 };
    expect((await reconcile(fees, 'signReconciliation', people.branch1, input)).refusal.code).toBe(
      'VERSION_CONFLICT',
    );
    expect(await sign(people.branch2, units.branch2)).toBe('WRONG_STATE');
  });

  test('asks for a certificate, and for two persons', async () => {
    const other = { ...people.branch1, memberId: randomUUID(), accountId: randomUUID() };
    expect(await sign(other)).toBe('CERTIFICATE_REQUIRED');
    expect(await sign(people.branch1)).toBe('done');
    const both = { ...people.committee, memberId: people.branch1.memberId };
    expect(await sign(both)).toBe('SECOND_PERSON_REQUIRED');
    expect(await sign(people.committee)).toBe('done');
    expect(await sign(people.committee)).toBe('WRONG_STATE');
  });
});

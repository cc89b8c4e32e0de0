import { sdlOf } from '@dang/service/schema';
import { decide } from '@dang/workflow/decide';
import { describe, expect, test } from '@jest/globals';
import { buildASTSchema, type GraphQLEnumType, parse } from 'graphql';
import { chargeTables } from '../migrations/charge-tables.ts';
import { type ChargeStatus, chargeStatuses, chargeWorkflow, openStatuses } from './charge.workflow.ts';

const attempt = (state: ChargeStatus, action: 'ANNOUNCE' | 'CONFIRM_PAYMENT' | 'WAIVE', relation: string) =>
  decide(chargeWorkflow, {
    state,
    action,
    relations: new Set([relation]),
    facts: {},
    stepUpFresh: true,
    reason: 'Hộ nghèo',
    ...(action === 'ANNOUNCE' && { to: 'ANNOUNCED' }),
  });

describe('the charge of a month (domain.md 6.8)', () => {
  test('is announced by the branch, never by its member', () => {
    expect(attempt('DRAFT', 'ANNOUNCE', 'COLLECTOR')).toEqual({ to: 'ANNOUNCED' });
    expect(attempt('DRAFT', 'ANNOUNCE', 'PAYER')).toEqual({ refusal: 'ACTION_NOT_ALLOWED' });
  });

  test('is paid when in an order, announced, overdue, deferred or refunded, and not before it is announced', () => {
    for (const state of ['IN_PAYMENT', 'ANNOUNCED', 'OVERDUE', 'DEFERRED', 'REFUNDED'] as const)
      expect(attempt(state, 'CONFIRM_PAYMENT', 'SYSTEM')).toEqual({ to: 'PAID' });
    expect(attempt('DRAFT', 'CONFIRM_PAYMENT', 'SYSTEM')).toEqual({ refusal: 'WRONG_STATE' });
  });

  test('paid or waived, it cannot be waived', () => {
    for (const state of ['PAID', 'WAIVED'] as const)
      expect(attempt(state, 'WAIVE', 'WAIVER_AUTHORITY')).toEqual({ refusal: 'WRONG_STATE' });
  });

  test('is owed until it is paid or waived, also when it may be paid late', () => {
    expect(openStatuses).toEqual(['DRAFT', 'ANNOUNCED', 'OVERDUE', 'DEFERRED', 'IN_PAYMENT', 'REFUNDED']);
  });

  test('has the same statuses in the table, in the database and in the graph, where each begins with its label', () => {
    const kept = /create type dues_charge_state as enum\s+\((.*)\)/.exec(chargeTables.join(' '))?.[1];
    expect(kept?.match(/\w+/g)?.sort()).toEqual([...chargeStatuses].sort());
    const schema = buildASTSchema(parse(sdlOf(new URL('../', import.meta.url))), { assumeValidSDL: true });
    const shown = (schema.getType('DuesChargeStatus') as GraphQLEnumType).getValues();
    expect(shown.map(({ name }) => name).sort()).toEqual([...chargeStatuses].sort());
    for (const { name, description } of shown)
      expect(description).toMatch(new RegExp(`^${chargeWorkflow.states[name as ChargeStatus].label} — `));
  });
});

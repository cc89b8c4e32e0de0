import { scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { findUnits } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../decision/signed-in.ts';
import type { SetContributionCapInput, SetMinimumWageInput, SetRateRuleInput } from '../generated/graph.ts';

const SOURCE_LIMIT = 200;

/** A table of rows that follow each other without overlap; `key` are the columns that tell one line of them from another. */
interface DatedTable {
  readonly name: 'rate_rule' | 'minimum_wage' | 'si_cap';
  readonly key: Readonly<Record<string, string | number>>;
}

/**
 * Enters a row that holds from a coming month on and ends the one before with the month before. Only for the whole province, by
 * who holds `DUES_POLICY_EDIT` at its top, with a fresh sign-in. Refuses `POLICY_OVERLAPS` for a month that has begun and where a
 * later row waits already.
 */
async function enter(
  em: SqlEntityManager,
  context: GraphContext,
  { name, key }: DatedTable,
  { fromMonth, source, ...input }: { fromMonth: string; source: string },
  columns: Readonly<Record<string, unknown>>,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const unitId = scopeUnitOf(actor, 'DUES_POLICY_EDIT');
  const [unit] = unitId === null ? [] : await findUnits(em, [unitId]);
  if (unit?.type !== 'PROVINCE' && unit?.type !== 'CENTRAL') return refuse('NOT_FOUND');
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  const named = tidyText(source);
  if (named === '' || named.length > SOURCE_LIMIT) return refuse('INVALID_INPUT', { field: 'source' });
  if (fromMonth <= context.clock.month()) return refuse('POLICY_OVERLAPS', { field: 'fromMonth' });
  const day = `${fromMonth}-01`;
  await em.execute(`lock table ${name} in share row exclusive mode`);
  const same = Object.keys(key).map((column) => `${column} = ?`);
  const where = (condition: string) => [...same, condition].join(' and ');
  const later = await em.execute(`select from ${name} where ${where('valid_from >= ?::date')}`, [
    ...Object.values(key),
    day,
  ]);
  if (later.length > 0) return refuse('POLICY_OVERLAPS', { field: 'fromMonth' });
  await em.execute(
    `update ${name} set valid_to = ?::date - interval '1 month' where ${where("coalesce(valid_to, 'infinity') >= ?::date")}`,
    [day, ...Object.values(key), day],
  );
  const row: Record<string, unknown> = {
    ...columns,
    ...key,
    valid_from: day,
    source: named,
    entered_by: JSON.stringify({
      accountId: actor.accountId,
      name: actor.name,
      title: actor.capacity?.title,
    }),
  };
  const [made] = await em.execute<{ id: string }[]>(
    `insert into ${name} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
      .map(() => '?')
      .join(', ')}) returning id`,
    Object.values(row),
  );
  if (!made) throw new Error('an insert answers the row that it made');
  return {
    id: made.id,
    audit: { unitId, after: { table: name, ...key, ...input, fromMonth, source: named } },
  };
}

/** Which input of a rule is at fault: what its kind needs is there, and nothing else. */
function faultOf({ kind, bps, baseKind, amount, least, most, rounding }: SetRateRuleInput): string | null {
  const isPercent = kind === 'PERCENT' || kind === 'PERCENT_OF_MIN_WAGE';
  if (isPercent !== (bps != null) || (bps != null && (bps < 1 || bps > 10_000))) return 'bps';
  if ((kind === 'PERCENT') !== (baseKind != null)) return 'baseKind';
  if ((kind === 'FIXED') !== (amount != null) || (amount != null && amount <= 0n)) return 'amount';
  if ((kind === 'BAND') !== (least != null) || (least != null && least <= 0n)) return 'least';
  if ((kind === 'BAND') !== (most != null) || (most != null && most < (least ?? 0n))) return 'most';
  return [1, 100, 1_000].includes(rounding ?? 1) ? null : 'rounding';
}

/** Enters the rule of a category of regime B from a coming month on. */
export async function setRateRule(
  em: SqlEntityManager,
  context: GraphContext,
  input: SetRateRuleInput,
): Promise<Refusal | Done> {
  const field = input.category === 'DECLARED' ? 'category' : faultOf(input);
  if (field) return refuse('INVALID_INPUT', { field });
  const { category, fromMonth, source } = input;
  return enter(
    em,
    context,
    { name: 'rate_rule', key: { category } },
    { fromMonth, source },
    {
      regime: 'B',
      kind: input.kind,
      bps: input.bps ?? null,
      base_kind: input.baseKind ?? null,
      capped: input.capped ?? false,
      amount: input.amount ?? null,
      least: input.least ?? null,
      most: input.most ?? null,
      half_at_retirement: input.halfAtRetirement ?? false,
      rounding: input.rounding ?? 1,
      unverified: input.unverified ?? false,
    },
  );
}

/** Enters the minimum wage of a region from a coming month on. */
export async function setMinimumWage(
  em: SqlEntityManager,
  context: GraphContext,
  { region, amount, fromMonth, source }: SetMinimumWageInput,
): Promise<Refusal | Done> {
  if (region < 1 || region > 4) return refuse('INVALID_INPUT', { field: 'region' });
  if (amount <= 0n) return refuse('AMOUNT_INVALID', { field: 'amount' });
  return enter(em, context, { name: 'minimum_wage', key: { region } }, { fromMonth, source }, { amount });
}

/** Enters the ceiling of the social-insurance salary from a coming month on. */
export async function setContributionCap(
  em: SqlEntityManager,
  context: GraphContext,
  { amount, fromMonth, source }: SetContributionCapInput,
): Promise<Refusal | Done> {
  if (amount <= 0n) return refuse('AMOUNT_INVALID', { field: 'amount' });
  return enter(em, context, { name: 'si_cap', key: {} }, { fromMonth, source }, { amount });
}

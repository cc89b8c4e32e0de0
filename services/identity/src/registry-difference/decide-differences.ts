import { type Actor, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { recordAudit } from '@dang/audit/record';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { closeAccountOf } from '../account/closing.ts';
import { reasonsInForce } from '../exclusion/exclusion.rows.ts';
import { exclusionIn } from '../exclusion/exclusion.rules.ts';
import { holdNumbers } from '../member/number-locks.ts';
import { recordMembers } from '../member/recorded-members.ts';
import { holdsCapacity } from '../position/position.rows.ts';
import { endSessions } from '../session/refresh.ts';
import { type DecisionItem, type DifferenceRow, findDifferences } from './difference.rows.ts';
import { closesAccount, type DifferenceField } from './difference.rules.ts';

const itemsLimit = 100;
const reasonLimit = 2000;

export type DifferencesVerdict = { action: 'ACCEPT' } | { action: 'REJECT'; reason: string };
type Item = { differenceId: string; expectedVersion: number };

/** The column of a member that a field is; cards and branches are written in their own way. */
const columnOf: Partial<Record<DifferenceField, string>> = {
  FULL_NAME: 'full_name',
  OTHER_NAME: 'other_name',
  GENDER: 'gender',
  DATE_OF_BIRTH: 'date_of_birth',
  PERMANENT_ADDRESS: 'permanent_address',
  LEGACY_CARD_NUMBER: 'legacy_card_number',
  PROFILE_NUMBER: 'profile_number',
  JOIN_DATE: 'join_date',
  OFFICIAL_DATE: 'official_date',
  STATUS: 'status',
  FORCE_CATEGORY: 'force_category',
};

/** Why this row cannot be decided by this actor, whatever the verdict; null when it can. */
function barOf(row: DifferenceRow | undefined, item: Item, actor: Actor): RefusalCode | null {
  if (!row) return 'NOT_FOUND';
  if (row.version !== item.expectedVersion) return 'VERSION_CONFLICT';
  if (row.status !== 'OPEN') return 'WRONG_STATE';
  return row.memberId === actor.memberId ? 'OWN_CASE' : null;
}

/** The card numbers that a difference would give to its member. */
const numbersOf = ({ field, theirs, theirsIndex }: DifferenceRow): (string | null)[] =>
  field === 'LEGACY_CARD_NUMBER' ? [theirs] : [theirsIndex];

async function isTaken(em: SqlEntityManager, row: DifferenceRow): Promise<boolean> {
  const others = await em.execute(
    `select from member where id <> ?
       and (card_number_index = ? or personal_id_index = ? or (? = 'LEGACY_CARD_NUMBER' and legacy_card_number = ?))`,
    [row.memberId, row.theirsIndex, row.theirsIndex, row.field, row.theirs],
  );
  return others.length > 0;
}

/** Writes what the member database says into the member; the code says why it cannot be. */
async function take(em: SqlEntityManager, row: DifferenceRow): Promise<RefusalCode | null> {
  const { field, memberId, theirs } = row;
  if (field === 'BRANCH') return 'BRANCH_NEEDS_CORRECTION';
  if ((field === 'CARD_NUMBER' || field === 'LEGACY_CARD_NUMBER') && (await isTaken(em, row)))
    return 'IDENTIFIER_TAKEN';
  if (field === 'CARD_NUMBER') {
    await em.execute(
      'update member set card_number_sealed = ?, card_number_index = ?, version = version + 1 where id = ?',
      [row.theirsSealed, row.theirsIndex, memberId],
    );
    return null;
  }
  const ordered =
    field === 'JOIN_DATE'
      ? 'coalesce(official_date >= ?::date, true)'
      : field === 'OFFICIAL_DATE'
        ? 'coalesce(join_date <= ?::date, true)'
        : '?::text is not null';
  const written = await em.execute(
    `update member set ${columnOf[field]} = ?, version = version + 1 where id = ? and ${ordered} returning id`,
    [theirs, memberId, theirs],
  );
  return written.length > 0 ? null : 'INVALID_INPUT';
}

async function settle(
  em: SqlEntityManager,
  row: DifferenceRow,
  { status, today, actor, reason }: { status: string; today: string; actor: Actor; reason: string | null },
): Promise<void> {
  await em.execute(
    `update registry_difference set status = ?, decided_on = ?, decided_by = ?, reason = ?, version = version + 1 where id = ?`,
    [status, today, actor.memberId, reason, row.id],
  );
}

/** Whoever the procedures are not applied to from now on is signed out now, not when their token runs out. */
async function endSessionsOfExcluded(
  em: SqlEntityManager,
  context: GraphContext,
  memberIds: readonly string[],
): Promise<void> {
  const rows = await em.execute<{ accountId: string; status: string; forceCategory: string }[]>(
    `select account.id as "accountId", member.status, member.force_category as "forceCategory"
     from account join member on member.id = account.member_id where member.id = any(array[?]::uuid[])`,
    [memberIds],
  );
  const reasons = rows.length > 0 ? await reasonsInForce(em) : [];
  for (const { accountId, ...member } of rows) {
    const code = exclusionIn(reasons, member);
    if (code) await endSessions(em, { accountId }, code, context);
  }
}

/**
 * Accepts or rejects several differences in one transaction: each row is decided for itself, and says why where it is not.
 * A status that ends the membership closes the account with it. Runs inside `mutate`; answers the id of the decision.
 */
export async function decideDifferences(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  items: readonly Item[],
  verdict: DifferencesVerdict,
): Promise<Refusal | Done> {
  const { clock } = context;
  const today = clock.today();
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  const reason = verdict.action === 'REJECT' ? verdict.reason.trim() : null;
  if (reason === '') return refuse('REASON_REQUIRED', { field: 'reason' });
  if (reason !== null && reason.length > reasonLimit) return refuse('INVALID_INPUT', { field: 'reason' });
  const ids = items.map(({ differenceId }) => differenceId);
  const isOnce = new Set(ids).size === ids.length;
  if (ids.length === 0 || ids.length > itemsLimit || !isOnce)
    return refuse('INVALID_INPUT', { field: 'items' });
  const scope = scopeUnitOf(actor, 'REGISTRY_RECONCILE');
  const isHeld = scope !== null && (await holdsCapacity(em, actor, today));
  await em.execute(
    'select from registry_difference where id = any(array[?]::uuid[]) order by id for update',
    [ids],
  );
  const rows = isHeld ? await findDifferences(em, ids, scope) : [];
  if (rows.length === 0) return refuse('NOT_FOUND', { field: 'items' });
  const byId = new Map(rows.map((row) => [row.id, row]));
  if (verdict.action === 'ACCEPT') await holdNumbers(em, rows.flatMap(numbersOf));
  const decided: DecisionItem[] = [];
  const changed = new Set<string>();
  const lines = [];
  for (const item of items) {
    const row = byId.get(item.differenceId);
    const bar = barOf(row, item, actor);
    const code = bar ?? (row && verdict.action === 'ACCEPT' ? await take(em, row) : null);
    decided.push({ differenceId: item.differenceId, code });
    if (code !== null || !row) continue;
    const status = verdict.action === 'ACCEPT' ? 'ACCEPTED' : 'REJECTED';
    await settle(em, row, { status, today, actor, reason });
    if (verdict.action === 'ACCEPT') changed.add(row.memberId);
    if (verdict.action === 'ACCEPT' && row.field === 'STATUS' && closesAccount(row.theirs ?? '')) {
      const note = 'Theo cơ sở dữ liệu đảng viên 4.0';
      await closeAccountOf(em, context, { memberId: row.memberId, reason: row.theirs ?? '', actor, note });
    }
    const isCard = row.field === 'CARD_NUMBER' || row.field === 'LEGACY_CARD_NUMBER';
    lines.push({
      action: verdict.action === 'ACCEPT' ? 'acceptRegistryDifference' : 'rejectRegistryDifference',
      subjectKind: 'RegistryDifference',
      subjectId: row.id,
      unitId: row.unitId,
      memberId: row.memberId,
      before: { field: row.field, value: isCard ? null : row.ours },
      after: { status, value: isCard ? null : row.theirs },
      reason,
    });
  }
  await em.flush();
  await recordMembers(em, [...changed]);
  await endSessionsOfExcluded(em, context, [...changed]);
  await recordAudit(em, lines, context);
  const [decision] = await em.execute<{ id: string }[]>(
    'insert into registry_decision (items) values (?::jsonb) returning id',
    [JSON.stringify(decided)],
  );
  return { id: decision?.id ?? '', audit: { after: { decided: decided.length } } };
}

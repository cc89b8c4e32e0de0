import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Charging, ChargingGround } from './charging.rules.ts';

/** Ids as one parameter of type `uuid[]`: a plain array parameter would be spread into a list. */
export const uuidArray = (ids: Iterable<string>): string => `{${[...ids].join(',')}}`;

/** Lets nobody else change who charges these members until the transaction ends; two at once wait for each other. */
export async function holdChargings(em: SqlEntityManager, memberIds: readonly string[]): Promise<void> {
  await em.execute(
    `select pg_advisory_xact_lock(hashtextextended('charging ' || id, 0))
     from (select distinct unnest(?::uuid[]) as id order by 1) as member`,
    [uuidArray(memberIds)],
  );
}

/**
 * Keeps a ground, once however often its fact is heard. A voided letter stays voided when its issue is heard afterwards.
 * Returns whether anything changed. Needs a transaction.
 */
export async function recordGround(
  em: SqlEntityManager,
  memberId: string,
  ground: ChargingGround,
): Promise<boolean> {
  const changed = await em.execute(
    `insert into charging_ground as known
       (kind, id, member_id, branch_id, transfer_id, paid_through, decided_on, occurred_at, voided, of_stay)
     values (?, ?, ?, ?, ?, (? || '-01')::date, ?, ?, ?, ?)
     on conflict do nothing returning id`,
    [
      ground.kind,
      ground.id,
      memberId,
      ground.branchId,
      ground.transferId,
      ground.paidThrough,
      ground.decidedOn,
      ground.occurredAt,
      ground.voided,
      ground.ofStay ?? false,
    ],
  );
  if (changed.length > 0 || !ground.voided) return changed.length > 0;
  const voided = await em.execute(
    'update charging_ground set voided = true where kind = ? and id = ? and not voided returning id',
    [ground.kind, ground.id],
  );
  return voided.length > 0;
}

/** Keeps the grounds of several members, each once. Needs a transaction. */
export async function recordGrounds(
  em: SqlEntityManager,
  grounds: readonly (ChargingGround & { readonly memberId: string })[],
): Promise<void> {
  await em.execute(
    `insert into charging_ground (kind, id, member_id, branch_id, transfer_id, paid_through, decided_on, occurred_at, voided,
       of_stay)
     select kind, id, "memberId", "branchId", "transferId", ("paidThrough" || '-01')::date, "decidedOn", "occurredAt", voided,
       coalesce("ofStay", false)
     from jsonb_to_recordset(?::jsonb) as row(kind text, id uuid, "memberId" uuid, "branchId" uuid, "transferId" uuid,
       "paidThrough" text, "decidedOn" date, "occurredAt" timestamptz, voided boolean, "ofStay" boolean)
     on conflict do nothing`,
    [JSON.stringify(grounds)],
  );
}

/** All grounds of the members, by member; a member without any has an empty list. */
export async function findGrounds(
  em: SqlEntityManager,
  memberIds: readonly string[],
): Promise<Map<string, ChargingGround[]>> {
  const rows = await em.execute<(ChargingGround & { memberId: string })[]>(
    `select member_id as "memberId", kind, id, transfer_id as "transferId", branch_id as "branchId",
       to_char(paid_through, 'YYYY-MM') as "paidThrough", decided_on as "decidedOn",
       to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "occurredAt", voided, of_stay as "ofStay"
     from charging_ground where member_id = any(?::uuid[])`,
    [uuidArray(memberIds)],
  );
  return byMember<ChargingGround>(memberIds, rows);
}

/** Who charges the members, by member, oldest first; a member without any has an empty list. */
export async function findChargings(
  em: SqlEntityManager,
  memberIds: readonly string[],
): Promise<Map<string, Charging[]>> {
  const rows = await em.execute<(Charging & { memberId: string })[]>(
    `select member_id as "memberId", branch_id as "branchId", to_char(from_period, 'YYYY-MM') as "from",
       to_char(to_period, 'YYYY-MM') as "to", cause, cause_id as "causeId"
     from charging where member_id = any(?::uuid[]) order by member_id, from_period`,
    [uuidArray(memberIds)],
  );
  return byMember<Charging>(memberIds, rows);
}

/** Writes who charges these members in place of what was there. The database refuses two branches in one month. */
export async function replaceChargings(
  em: SqlEntityManager,
  chargings: ReadonlyMap<string, readonly Charging[]>,
): Promise<void> {
  const rows = [...chargings].flatMap(([memberId, list]) =>
    list.map(({ from, to, ...rest }) => ({ memberId, from: `${from}-01`, to: to && `${to}-01`, ...rest })),
  );
  await em.execute('delete from charging where member_id = any(?::uuid[])', [uuidArray(chargings.keys())]);
  await em.execute(
    `insert into charging (member_id, branch_id, from_period, to_period, cause, cause_id)
     select "memberId", "branchId", "from", "to", cause, "causeId"
     from jsonb_to_recordset(?::jsonb)
       as row("memberId" uuid, "branchId" uuid, "from" date, "to" date, cause text, "causeId" uuid)`,
    [JSON.stringify(rows)],
  );
}

function byMember<Row>(
  memberIds: readonly string[],
  rows: readonly (Row & { memberId: string })[],
): Map<string, Row[]> {
  const lists = new Map(memberIds.map((id): [string, Row[]] => [id, []]));
  for (const { memberId, ...row } of rows) lists.get(memberId)?.push(row as unknown as Row);
  return lists;
}

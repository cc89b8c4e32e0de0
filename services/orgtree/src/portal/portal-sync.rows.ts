import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Longer than any call may last: whoever still holds it by then is dead. */
const LEASE = '2 minutes';

/** Notes that the portal has to hear of this version of a dossier, in the transaction by which we heard of it. */
export async function wantTold(
  em: SqlEntityManager,
  { dossierId, version }: { dossierId: string; version: number },
): Promise<void> {
  await em.execute(
    `insert into portal_sync as known (dossier_id, version) values (?, ?)
     on conflict (dossier_id) do update set version = excluded.version, status = 'WAITING', attempts = 0, next_attempt_at = now(),
       waiting_since = case when known.status = 'TOLD' then now() else known.waiting_since end
     where known.version < excluded.version`,
    [dossierId, version],
  );
}

/**
 * Notes every open dossier of these procedures that the portal was never told of: those from before it was connected, or from when it was not
 * told of their procedure. Answers how many.
 */
export async function wantAllTold(em: SqlEntityManager, procedures: readonly string[]): Promise<number> {
  const rows = await em.execute(
    `insert into portal_sync as known (dossier_id, version)
     select dossier_id, version from dossier_state where procedure = any(array[?]::text[]) and closed_on is null
     on conflict (dossier_id) do update set status = 'WAITING', attempts = 0, next_attempt_at = now(), waiting_since = now()
       where known.status = 'TOLD' and known.told_state is null
     returning dossier_id`,
    [procedures],
  );
  return rows.length;
}

/** Lets what the portal refused be tried now, and not tomorrow. */
export const tryRefusedAgain = (em: SqlEntityManager): Promise<unknown> =>
  em.execute(`update portal_sync set next_attempt_at = now() where status = 'REFUSED'`);

/** A dossier that is due, as it stands now, and what the portal knows of it. */
export type DueDossier = {
  dossierId: string;
  version: number;
  attempts: number;
  toldState: string | null;
  toldDueOn: string | null;
  toldClosedOn: string | null;
  toldAgency: string | null;
  procedure: string;
  number: string;
  state: string;
  channel: string;
  openedOn: string;
  closedOn: string | null;
  dueOn: string | null;
  /** Null: the tree does not know the unit that has it. */
  agencyCode: string | null;
  agencyName: string | null;
};

const claim = `
  with due as (
    select sync.dossier_id from portal_sync sync join dossier_state using (dossier_id)
    where sync.status <> 'TOLD' and sync.next_attempt_at <= now() and coalesce(sync.leased_until <= now(), true)
    order by sync.next_attempt_at, sync.dossier_id limit ? for update of sync skip locked
  ),
  claimed as (
    update portal_sync sync set attempts = attempts + 1, leased_until = now() + interval '${LEASE}'
    from due where sync.dossier_id = due.dossier_id
    returning sync.dossier_id, sync.attempts, sync.told_state, sync.told_due_on, sync.told_closed_on, sync.told_agency
  )
  select claimed.dossier_id as "dossierId", dossier.version::int as version, claimed.attempts, claimed.told_state as "toldState",
    claimed.told_due_on as "toldDueOn", claimed.told_closed_on as "toldClosedOn", claimed.told_agency as "toldAgency", dossier.procedure, dossier.number, dossier.state, dossier.channel,
    dossier.opened_on as "openedOn", dossier.closed_on as "closedOn", dossier.due_on as "dueOn",
    agency.code as "agencyCode", agency.name as "agencyName"
  from claimed join dossier_state dossier using (dossier_id)
  left join lateral (
    select code, name from unit_period where unit_id = dossier.unit_id order by upper(during) desc nulls first limit 1
  ) agency on true`;

/**
 * Takes what is due, at most `limit`. A dossier is in one hand at a time, so that its states leave in their order; whoever dies with it in
 * hand leaves it to another after two minutes, who tells the same again under the same number and sequence.
 */
export const claimDue = (em: SqlEntityManager, limit: number): Promise<DueDossier[]> =>
  em.execute(claim, [limit]);

/** What became of telling a version. With `error`, not told: again in `againIn` seconds, as something refused or something that waits. */
export type Told = {
  dossierId: string;
  version: number;
  state: string | null;
  dueOn: string | null;
  closedOn: string | null;
  agency: string | null;
  error: string | null;
  refused: boolean;
  againIn: number;
};

/** Writes down what became of a batch. What has moved on in the meantime waits again, at once. */
export async function recordTold(em: SqlEntityManager, outcomes: readonly Told[]): Promise<void> {
  if (outcomes.length === 0) return;
  await em.execute(
    `update portal_sync sync set leased_until = null, last_error = told.error,
       told_version = case when told.error is null then told.version else sync.told_version end,
       told_state = case when told.error is null then told.state else sync.told_state end,
       told_due_on = case when told.error is null then told."dueOn" else sync.told_due_on end,
       told_closed_on = case when told.error is null then told."closedOn" else sync.told_closed_on end,
       told_agency = case when told.error is null then told.agency else sync.told_agency end,
       told_at = case when told.error is null then now() else sync.told_at end,
       status = case when sync.version > told.version then 'WAITING' when told.error is null then 'TOLD'
         when told.refused then 'REFUSED' else 'WAITING' end,
       next_attempt_at = case when sync.version > told.version then now()
         else now() + make_interval(secs => told."againIn") end
     from jsonb_to_recordset(?::jsonb) as told("dossierId" uuid, version bigint, state text, "dueOn" date, "closedOn" date, agency text, error text,
       refused boolean, "againIn" integer)
     where sync.dossier_id = told."dossierId" and coalesce(sync.told_version <= told.version, true)`,
    [JSON.stringify(outcomes)],
  );
}

/** A dossier that the portal has not been told of. */
export type UntoldRow = {
  dossierId: string;
  number: string;
  procedure: string;
  state: string;
  refused: boolean;
  attempts: number;
  /** ISO 8601, real time. */
  firstDueAt: string;
  nextAttemptAt: string;
  lastError: string | null;
};

/** The place of a row in the list: by how long it has waited. */
export type UntoldPlace = { firstDueAt: string; dossierId: string };

/** What the portal has not been told, that which has waited longest first. */
export const findUntold = (
  em: SqlEntityManager,
  { limit, after }: { limit: number; after: UntoldPlace | null },
): Promise<UntoldRow[]> =>
  em.execute(
    `select sync.dossier_id as "dossierId", dossier.number, dossier.procedure, dossier.state, sync.status = 'REFUSED' as refused,
       sync.attempts, to_json(sync.waiting_since)#>>'{}' as "firstDueAt",
       to_json(sync.next_attempt_at)#>>'{}' as "nextAttemptAt", sync.last_error as "lastError"
     from portal_sync sync join dossier_state dossier using (dossier_id)
     where sync.status <> 'TOLD' ${after ? 'and (sync.waiting_since, sync.dossier_id) > (?::timestamptz, ?::uuid)' : ''}
     order by sync.waiting_since, sync.dossier_id limit ?`,
    [...(after ? [after.firstDueAt, after.dossierId] : []), limit],
  );

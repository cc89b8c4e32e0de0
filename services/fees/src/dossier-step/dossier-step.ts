import type { Actor } from '@dang/access/actor';
import { type GraphContext, loaderOf } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Who did something, as they acted then. */
export interface ActedBy {
  readonly accountId: string;
  readonly memberId: string | null;
  readonly name: string;
  readonly title: string | null;
  readonly unitId: string | null;
}

/** Who acts, as it is kept beside what they did. */
export const actedBy = ({ accountId, memberId, name, capacity }: Actor): ActedBy => ({
  accountId,
  memberId,
  name,
  title: capacity?.title ?? null,
  unitId: capacity?.unitId ?? null,
});

/** One step of one dossier; without an actor, the system itself. */
export interface Step {
  readonly dossierId: string;
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  readonly reason?: string | null;
}

/** Adds steps to the histories of dossiers, in the transaction that changed them; one statement. */
export async function keepSteps(
  em: SqlEntityManager,
  steps: readonly Step[],
  { at, actor }: { at: Date; actor: Actor | null },
): Promise<void> {
  if (steps.length === 0) return;
  await em.execute(
    `insert into dossier_step (dossier_id, at, action, from_state, to_state, actor, reason)
     select step."dossierId", ?, step.action, step."from", step."to", ?::jsonb, step.reason
     from rows from (jsonb_to_recordset(?::jsonb)
       as ("dossierId" uuid, action text, "from" text, "to" text, reason text)) with ordinality as step
     order by step.ordinality`,
    [at, actor && JSON.stringify(actedBy(actor)), JSON.stringify(steps)],
  );
}

interface HistoryRow {
  readonly at: Date;
  readonly action: string;
  readonly label: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly byName: string | null;
  readonly byTitle: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly reason: string | null;
}

/** Every step of a dossier, the first one first, labelled as its procedure says; one query for all dossiers of a list. */
export async function historyOf(
  context: GraphContext,
  dossierId: string,
  labels: ReadonlyMap<string, string>,
): Promise<HistoryRow[]> {
  const steps = await loaderOf(context, 'dossier steps', async (ids: readonly string[]) => {
    const rows = await context.em.execute<(Omit<HistoryRow, 'at' | 'label'> & { of: string; at: string })[]>(
      `select step.dossier_id as of, step.at, step.action, step.from_state as "fromState", step.to_state as "toState",
         step.actor ->> 'name' as "byName", step.actor ->> 'title' as "byTitle", unit.id as "unitId",
         unit.name as "unitName", step.reason
       from dossier_step step left join unit_copy unit on unit.id = (step.actor ->> 'unitId')::uuid
       where step.dossier_id = any(array[?]::uuid[]) order by step.dossier_id, step.id`,
      [ids],
    );
    const byDossier = Map.groupBy(rows, ({ of }) => of);
    return ids.map((id) => byDossier.get(id) ?? []);
  }).load(dossierId);
  return steps.map((step) => ({
    ...step,
    at: new Date(step.at),
    label: labels.get(step.action) ?? step.action,
  }));
}

/** The words on the button of each action of a procedure, and of its first step. */
export const labelsOf = (
  workflow: { readonly transitions: readonly { readonly action: string; readonly label: string }[] },
  first: readonly [action: string, label: string],
): ReadonlyMap<string, string> =>
  new Map([first, ...workflow.transitions.map(({ action, label }) => [action, label] as const)]);

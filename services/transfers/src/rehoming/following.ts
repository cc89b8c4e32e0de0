import type { EventActor } from '@dang/events/envelope';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { recordStates } from '../dossier/dossier.events.ts';
import type { DossierRow } from '../dossier/dossier.row.ts';

/** Why dossiers follow: the action in their history, the sentence beside it, when it is written and who decided it. */
export interface Cause {
  readonly action: 'FOLLOW_REORGANISATION' | 'FOLLOW_CORRECTION';
  readonly reason: string;
  readonly now: Date;
  readonly today: string;
  readonly actor: EventActor | null;
}

/** A dossier and the two branches that it has from now on. */
export interface NewHome {
  readonly dossier: DossierRow;
  /** Null where the end lies outside of the system. */
  readonly originBranchId: string | null;
  readonly destinationBranchId: string | null;
}

/** A line of history for each of these dossiers, under the version that follows theirs; nobody in person did it. */
export async function addLines(
  em: SqlEntityManager,
  lines: readonly { readonly dossier: DossierRow; readonly toState: string }[],
  { action, reason, now }: Cause,
): Promise<void> {
  const rows = lines.map(({ dossier, toState }) => ({
    id: dossier.id,
    version: dossier.version + 1,
    fromState: dossier.status,
    toState,
  }));
  await em.execute(
    `insert into dossier_entry (dossier_id, version, at, action, from_state, to_state, reason)
     select id, version, ?, ?, "fromState", "toState", ?
     from jsonb_to_recordset(?::jsonb) as row(id uuid, version int, "fromState" text, "toState" text)`,
    [now, action, reason, JSON.stringify(rows)],
  );
}

/** The last line of these dossiers, which are closed now, and the state that is told of them. */
export async function tellClosed(
  em: SqlEntityManager,
  dossiers: readonly DossierRow[],
  status: 'COMPLETED' | 'CANCELLED',
  cause: Cause,
): Promise<void> {
  await addLines(
    em,
    dossiers.map((dossier) => ({ dossier, toState: status })),
    cause,
  );
  const closed = dossiers.map(
    (dossier): DossierRow => ({
      ...dossier,
      status,
      closedOn: cause.today,
      waitingUnitId: null,
      dueOn: null,
      version: dossier.version + 1,
    }),
  );
  await recordStates(em, closed, cause.actor);
}

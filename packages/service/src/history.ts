import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type GraphContext, loaderOf } from './context.ts';

/** A step in the life of a dossier as its table says it. */
interface FoundStep {
  readonly dossierId: string;
  /** As the driver gives a moment: text that a `Date` reads. */
  readonly at: string | Date;
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly byName: string | null;
  readonly byTitle: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly reason: string | null;
}

/** The same as `HistoryEntry` shows it: `label` is the word of the button. */
export interface HistoryRow extends FoundStep {
  readonly at: Date;
  readonly label: string;
}

/** A kind of dossier: by which name its steps are asked for once a request, and how they are found, the first one first. */
export interface HistoryKind {
  readonly name: string;
  find(em: SqlEntityManager, dossierIds: readonly string[]): Promise<readonly FoundStep[]>;
}

/** Every step of a dossier that the actor has been allowed to see, with the words of its procedure; one query for all dossiers of a page. */
export async function historyOf(
  context: GraphContext,
  kind: HistoryKind,
  dossierId: string,
  labels: ReadonlyMap<string, string>,
): Promise<HistoryRow[]> {
  const loader = loaderOf(context, `history of ${kind.name}`, async (ids: readonly string[]) => {
    const byDossier = Map.groupBy(await kind.find(context.em, ids), (step) => step.dossierId);
    return ids.map((id) => byDossier.get(id) ?? []);
  });
  const steps = await loader.load(dossierId);
  return steps.map((step) => ({
    ...step,
    at: new Date(step.at),
    label: labels.get(step.action) ?? step.action,
  }));
}

import { recordAudit } from '@dang/audit/record';
import { refusalMessage } from '@dang/service/refusal';
import type { TableRow } from '@dang/tabular/table-row';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CellFault } from '../unit-import/table-words.ts';
import { carryOutReorganisation, dryRun, keepReorganisation } from './keep-reorganisation.ts';
import { changedBy, commonUnit, createdBy, placesOf } from './plan.rules.ts';
import type { PlanFault } from './plan.ts';
import { type PlanFile, planColumnNames, readPlanFile } from './plan-file.ts';
import { type Preview, previewSteps } from './preview.ts';

/** What a plan from a file came to. */
export type PlanImported = {
  /** `KNOWN`: this decision was taken in before, so nothing was done. */
  state: 'FAULTY' | 'KNOWN' | 'PREVIEWED' | 'APPLIED' | 'SCHEDULED';
  decision: PlanFile['decision'];
  steps: number;
  preview: Preview | null;
  faults: CellFault[];
};

const faultLine = ({ code, unit, step }: PlanFault, rows: readonly number[]): CellFault => ({
  row: step === null ? 0 : (rows[step] ?? 0),
  column: planColumnNames.act,
  value: unit,
  reason: refusalMessage(code, 'vi', { unit }),
});

async function scopeOf(em: SqlEntityManager, { steps }: PlanFile): Promise<string> {
  const made = new Set(steps.flatMap(createdBy).map(({ id }) => id));
  const ids = steps.flatMap((step) => [...changedBy(step), ...placesOf(step)]).filter((id) => !made.has(id));
  const rows: { path: string }[] = await em.execute(
    `select distinct on (unit_id) path::text as path from unit_period where unit_id = any(array[?]::uuid[])
     order by unit_id, lower(during) desc`,
    [ids],
  );
  return commonUnit(rows.map(({ path }) => path.split('.')));
}

const isKnown = async (em: SqlEntityManager, { number, effectiveOn }: NonNullable<PlanFile['decision']>) =>
  (
    await em.execute(
      `select from reorganisation
       where decision_number = ? and effective_on = ? and status in ('APPLIED', 'SCHEDULED') and title = ?`,
      [number, effectiveOn, titleOf(number)],
    )
  ).length > 0;

const titleOf = (number: string): string => `Sắp xếp tổ chức đảng theo tệp, quyết định ${number}`;

/**
 * Takes in a whole reorganisation from a table: looks first what it would do, and then, unless that is all that was asked, does it in one
 * transaction: now when its day has come, else on that day by itself. The same decision twice changes nothing.
 */
export async function importPlan(
  em: SqlEntityManager,
  given: { rows: AsyncIterable<TableRow>; today: string; now: Date; dryRun: boolean },
): Promise<PlanImported> {
  const file = await readPlanFile(em, given.rows, given.today);
  const { decision, steps, faults } = file;
  const told = { decision, steps: steps.length, preview: null, faults };
  // the codes of a plan that was carried out are no longer those of its file
  if (decision && (await isKnown(em, decision))) return { ...told, state: 'KNOWN', faults: [] };
  if (steps.length === 0 && faults.length === 0)
    faults.push({ row: 1, column: planColumnNames.act, value: '', reason: 'tệp không có dòng nào' });
  if (!decision || faults.length > 0) return { ...told, state: 'FAULTY' };
  const scopeUnitId = await scopeOf(em, file);
  const { number: decisionNumber, decidedOn: decisionOn, effectiveOn } = decision;
  const decided = {
    title: titleOf(decisionNumber),
    decisionNumber,
    decisionOn,
    effectiveOn,
    scopeUnitId,
    steps,
  };
  const looked = { steps, effectiveOn, scopeUnitId, isPlan: true, at: given.now };
  const preview = await previewSteps(em.fork(), looked);
  if (preview.planFaults.length > 0)
    return {
      ...told,
      state: 'FAULTY',
      faults: preview.planFaults.map((fault) => faultLine(fault, file.rows)),
    };
  if (given.dryRun) return { ...told, state: 'PREVIEWED', preview };
  const isDue = effectiveOn <= given.today;
  await em.fork().transactional(async (inside) => {
    const kept = await keepReorganisation(inside, { ...decided, actor: null, at: given.now });
    const { faults: late } = isDue
      ? await carryOutReorganisation(inside, kept, { actor: null, at: given.now })
      : await dryRun(inside, kept);
    if (late.length > 0) throw new Error(`The tree changed meanwhile: ${late[0]?.code}`);
    const line = { action: 'importReorganisation', subjectKind: 'reorganisation', subjectId: kept.id };
    await recordAudit(inside, [
      { ...line, unitId: scopeUnitId, after: { decisionNumber, effectiveOn, steps } },
    ]);
  });
  return { ...told, state: isDue ? 'APPLIED' : 'SCHEDULED', preview };
}

import { scopeUnitOf } from '@dang/access/actor';
import { attachFiles, barWithoutScans } from '@dang/documents/files/stored-file';
import { procedureStarted } from '@dang/reference/procedure-starts';
import { findUnits, isWithin, type UnitRow } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { dossierNumber } from '@dang/vietnam/identifiers';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CreateCommentListInput } from '../generated/graph.ts';
import { signedIn } from './act-on-list.ts';
import { type Choice, chooseRows, type ListFrame, type RowRefusals } from './choose-rows.ts';
import { scopeOfUnit } from './comment-list.rules.ts';
import { addListStep } from './list-history.rows.ts';
import { insertRows } from './list-row.rows.ts';
import { LIST_KIND } from './sign-list.ts';

const NOTE_LIMIT = 500;
const REFERENCE_LIMIT = 100;
/** The code of the procedure in the numbers of its dossiers. */
const PROCEDURE = 'P2';

/** Who comes onto a list and what is asked for them, as the input says it. */
export function choiceOf(input: {
  unitIds?: readonly string[] | null;
  memberIds?: readonly string[] | null;
  type?: Choice['type'] | null;
  selfReportRequired?: boolean | null;
  inclusionReason?: string | null;
}): Choice {
  return {
    unitIds: input.unitIds ?? [],
    memberIds: input.memberIds ?? [],
    type: input.type ?? 'REQUEST_COMMENT',
    selfReportRequired: input.selfReportRequired ?? false,
    inclusionReason: tidyText(input.inclusionReason ?? '') || null,
  };
}

/** Frames the rows of a list of this unit. */
export const frameOf = (
  unit: Pick<UnitRow, 'id' | 'name' | 'path'>,
  list: Pick<ListFrame, 'purpose' | 'year'>,
  today: string,
): ListFrame => ({
  unitId: unit.id,
  unitName: unit.name,
  unitPath: unit.path.join('.'),
  purpose: list.purpose,
  year: list.year,
  today,
});

/** The unit for which a list is made: the very unit of the capacity, which is not over and works by this procedure already. */
async function unitForList(
  em: SqlEntityManager,
  context: GraphContext,
  unitId: string,
): Promise<Refusal | UnitRow> {
  const actor = signedIn(context);
  const scope = scopeUnitOf(actor, 'COMMENT_LIST_PREPARE');
  const [unit] = await findUnits(em, [unitId]);
  if (!unit || scope === null || !(await isWithin(em, unitId, scope)))
    return refuse('NOT_FOUND', { field: 'unitId' });
  if (unitId !== scope) return refuse('ACTION_NOT_ALLOWED', { field: 'unitId' });
  const today = context.clock.today();
  if (unit.validTo !== null && unit.validTo <= today) return refuse('UNIT_ENDED', { field: 'unitId' });
  const isStarted = await procedureStarted(em, 'RESIDENCE_COMMENT', unitId, today);
  return isStarted ? unit : refuse('PROCEDURE_NOT_STARTED', { field: 'unitId' });
}

/** What is wrong with the head of a new list; null when nothing is. */
function headBar(input: CreateCommentListInput, today: string): Refusal | null {
  const thisYear = Number(today.slice(0, 4));
  if (input.year < thisYear - 1 || input.year > thisYear + 1)
    return refuse('INVALID_INPUT', { field: 'year' });
  const note = tidyText(input.purposeNote ?? '');
  if (note.length > NOTE_LIMIT) return refuse('INVALID_INPUT', { field: 'purposeNote' });
  if (input.purpose === 'OTHER' && note === '') return refuse('REASON_REQUIRED', { field: 'purposeNote' });
  const reference = tidyText(input.paperReference ?? '');
  if (reference.length > REFERENCE_LIMIT) return refuse('INVALID_INPUT', { field: 'paperReference' });
  const scans = input.scanIds ?? [];
  if (input.channel === 'ONLINE') {
    if (reference !== '') return refuse('INVALID_INPUT', { field: 'paperReference' });
    return scans.length === 0 ? null : refuse('INVALID_INPUT', { field: 'scanIds' });
  }
  if (reference === '') return refuse('INVALID_INPUT', { field: 'paperReference' });
  return barWithoutScans(scans);
}

/**
 * Takes the next `count` numbers of the unit on this day and answers the last: gap-free, since the counter's row stays locked until
 * what they name is saved.
 */
export async function takeNumbers(
  em: SqlEntityManager,
  unitId: string,
  day: string,
  count: number,
): Promise<number> {
  const [counter]: { last: number }[] = await em.execute(
    `insert into number_counter as counter (unit_id, day, last) values (?, ?, ?)
     on conflict (unit_id, day) do update set last = counter.last + excluded.last returning last`,
    [unitId, day, count],
  );
  return counter?.last ?? 0;
}

/** How a number of this unit and day is written. */
export const numberOf = (unitCode: string, day: string, sequence: number): string =>
  dossierNumber(unitCode, PROCEDURE, day, sequence);

/** How many numbers a unit has on one day. */
export const NUMBERS_A_DAY = 9_999;

/**
 * Makes a list of the actor's own unit as a draft, with whoever is to be on it. Refuses `ACTION_NOT_ALLOWED` for a unit below one's own,
 * and each member who may not be on it with the reason. Runs inside `mutate`.
 */
export async function createCommentList(
  em: SqlEntityManager,
  context: GraphContext,
  input: CreateCommentListInput,
  refused: RowRefusals,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const today = context.clock.today();
  const unit = await unitForList(em, context, input.unitId);
  if (isRefusal(unit)) return unit;
  const bar = headBar(input, today);
  if (bar) return bar;
  const { purpose, year, channel } = input;
  const rows = await chooseRows(
    em,
    frameOf(unit, { purpose, year }, today),
    choiceOf(input),
    new Set(),
    refused,
  );
  if (isRefusal(rows)) return rows;
  const last = await takeNumbers(em, unit.id, today, 1);
  if (last > NUMBERS_A_DAY) return refuse('RATE_LIMITED');
  const [list]: { id: string }[] = await em.execute(
    `insert into comment_list (id, number, unit_id, scope, year, purpose, purpose_note, campaign_id, channel, paper_reference, status,
       created_at, created_by_member_id, created_by_name, created_by_title, created_by_role)
     values (uuidv7(), ?, ?, ?, ?, ?, ?,
       case when ? = 'YEARLY' then (select id from comment_campaign where year = ?) end, ?, ?, 'DRAFT', ?, ?, ?, ?, ?)
     returning id`,
    [
      numberOf(unit.code, today, last),
      unit.id,
      scopeOfUnit(unit.type),
      year,
      purpose,
      tidyText(input.purposeNote ?? '') || null,
      purpose,
      year,
      channel,
      tidyText(input.paperReference ?? '') || null,
      context.clock.now(),
      actor.memberId,
      actor.name,
      actor.capacity?.title ?? '',
      actor.capacity?.role ?? null,
    ],
  );
  if (!list) throw new Error('an insert answers the row that it made');
  const subject = { kind: LIST_KIND, id: list.id };
  const misfiled = await attachFiles(em, actor, input.scanIds ?? [], subject, 'scanIds');
  if (misfiled) return misfiled;
  await insertRows(em, list.id, rows);
  await addListStep(em, list.id, {
    action: 'CREATE',
    fromState: null,
    toState: 'DRAFT',
    at: context.clock.now(),
    actor,
  });
  return {
    id: list.id,
    audit: { unitId: unit.id, memberId: null, after: { purpose, year, members: rows.length } },
  };
}

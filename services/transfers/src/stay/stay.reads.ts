import { type AuditLine, recordAudit } from '@dang/audit/record';
import { subtreePath } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { dossierColumns } from '../dossier/dossier.row.ts';
import type { Condition } from '../dossier/visibility.ts';
import { findDraftStays, findStays, type ShownStay, type StayRow } from './stay.rows.ts';

/** The stay of a temporary transfer, read for all dossiers of a page at once; null for an official one. */
export async function stayOf(
  context: GraphContext,
  { id, kind }: Pick<DossierRow, 'id' | 'kind'>,
): Promise<StayRow | null> {
  if (kind !== 'TEMPORARY') return null;
  return loaderOf<string, StayRow | null>(context, 'stays', async (ids) => {
    const stays = await findStays(context.em, ids);
    return ids.map((each) => stays.get(each) ?? null);
  }).load(id);
}

/** The same to be shown: also what a draft says of its term. */
export async function shownStayOf(context: GraphContext, dossier: DossierRow): Promise<ShownStay | null> {
  if (dossier.kind !== 'TEMPORARY' || dossier.status !== 'DRAFT') return stayOf(context, dossier);
  return loaderOf<string, ShownStay | null>(context, 'draft stays', async (ids) => {
    const drafts = new Map((await findDraftStays(context.em, ids)).map((row) => [row.dossierId, row]));
    return ids.map((id) => drafts.get(id) ?? null);
  }).load(dossier.id);
}

/** What a list of a stay lists, one after another. */
interface OfStay {
  readonly dossierId: string;
}
interface ExtensionRow extends OfStay {
  readonly askedOn: string;
  readonly oldThrough: string;
  readonly newThrough: string;
  readonly reason: string;
  readonly specialDocument: string | null;
  readonly granted: boolean | null;
  readonly decidedOn: string | null;
  readonly decisionReason: string | null;
  readonly decidedByName: string | null;
  readonly decidedByTitle: string | null;
}
interface NoteRow extends OfStay {
  readonly notedOn: string;
  readonly note: string;
  readonly byName: string;
  readonly byTitle: string;
}

const lists = {
  extensions: `select dossier_id as "dossierId", asked_on as "askedOn", old_through as "oldThrough", new_through as "newThrough", reason,
      special_document as "specialDocument", granted, decided_on as "decidedOn", decision_reason as "decisionReason",
      decided_by_name as "decidedByName", decided_by_title as "decidedByTitle"
    from stay_extension where dossier_id = any(array[?]::uuid[]) order by id`,
  notes: `select dossier_id as "dossierId", noted_on as "notedOn", note, by_name as "byName", by_title as "byTitle"
    from stay_note where dossier_id = any(array[?]::uuid[]) order by id`,
};

const listOf = <Row extends OfStay>(
  context: GraphContext,
  list: keyof typeof lists,
  dossierId: string,
): Promise<Row[]> =>
  loaderOf<string, Row[]>(context, `stay ${list}`, async (ids) => {
    const rows = Map.groupBy(await context.em.execute<Row[]>(lists[list], [ids]), (row) => row.dossierId);
    return ids.map((id) => rows.get(id) ?? []);
  }).load(dossierId);

/** What was asked for a longer term and answered, the first first. */
export const extensionsOf = (context: GraphContext, dossierId: string): Promise<ExtensionRow[]> =>
  listOf(context, 'extensions', dossierId);

/** What the branch noted during the stay, the first first. Whoever shows them notes the reading first (`noteRead`). */
export const notesOf = (context: GraphContext, dossierId: string): Promise<NoteRow[]> =>
  listOf(context, 'notes', dossierId);

/**
 * Keeps who reads what a branch says of which member, before it is shown (domain 10.8): a line a stay and request, in one statement for a list; what the
 * member reads about themselves is left out. Readable afterwards where the member's branch is.
 */
export async function noteRead(
  context: GraphContext,
  { id, memberId, originBranchId }: DossierRow,
): Promise<void> {
  if (context.actor?.memberId === memberId) return;
  const line = { action: 'readStayComment', subjectKind: 'temporaryStay', unitId: originBranchId, memberId };
  // notes and comment of one stay are one reading: the key of both is the same text
  const loader = loaderOf<string, boolean>(context, 'reads of stays', async (lines) => {
    const read = lines.map((text): AuditLine => JSON.parse(text));
    await recordAudit(context.em.fork(), read, context);
    return lines.map(() => true);
  });
  await loader.load(JSON.stringify({ ...line, subjectId: id }));
}

/** Whose stays are listed: those that a unit receives, or those that its own members make elsewhere. */
type StaySide = 'HOST' | 'HOME';
/** A place in a list of stays: the last day, and the id of the dossier. */
type StayPlace = readonly [through: string, id: string];

/**
 * A page of the stays that run in a unit or below it and that the actor may read, those that end first first. Also those that are on their way back, but
 * `overdueOnly`: those whose term has passed without a comment.
 */
export async function runningStays(
  em: SqlEntityManager,
  { unitId, side, visible, today, overdueOnly, limit, after }: RunningWish,
): Promise<{ dossier: DossierRow; through: string }[]> {
  const path = await subtreePath(em, unitId);
  if (path === null) return [];
  const end = side === 'HOST' ? 'destination_branch_id' : 'origin_branch_id';
  const overdue = `and s.through < ?::date and d.status in ('ACTIVE_TEMPORARY', 'EXTENSION_REQUESTED')`;
  const rows: (DossierRow & { readonly stayThrough: string })[] = await em.execute(
    `select ${dossierColumns}, s.through as "stayThrough"
     from temporary_stay s join transfer_dossier d on d.id = s.dossier_id
     where s.started_on is not null and s.ended_on is null
       and exists (select from unit_copy u where u.id = d.${end} and u.path <@ ?::ltree)
       and ${visible.sql} ${overdueOnly ? overdue : ''} ${after ? 'and (s.through, d.id) > (?::date, ?::uuid)' : ''}
     order by s.through, d.id limit ?`,
    [path, ...visible.values, ...(overdueOnly ? [today] : []), ...(after ?? []), limit],
  );
  return rows.map(({ stayThrough, ...dossier }) => ({
    dossier: {
      ...dossier,
      requestedAt: new Date(dossier.requestedAt),
      sentAt: dossier.sentAt && new Date(dossier.sentAt),
    },
    through: stayThrough,
  }));
}

interface RunningWish {
  readonly unitId: string;
  readonly side: StaySide;
  readonly visible: Condition;
  readonly today: string;
  readonly overdueOnly: boolean;
  readonly limit: number;
  readonly after: StayPlace | null;
}

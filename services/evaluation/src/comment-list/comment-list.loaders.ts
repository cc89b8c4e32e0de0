import { attachmentsOf, type FileRow } from '@dang/documents/files/stored-file';
import { type SignatureRow, signaturesOf } from '@dang/documents/signing/signature-value';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { type Connection, connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { z } from 'zod';
import { pathInScope, seatOf } from '../seat.ts';
import {
  type CampaignRow,
  type CommentListRow,
  findCampaigns,
  findLists,
  findListsBelow,
  findRowFigures,
} from './comment-list.rows.ts';
import type { RowFigures } from './comment-list.rules.ts';
import { findResidences, findRowPages, type ListRow, type ResidenceGroup } from './list-row.rows.ts';
import { findExemptionRules } from './member-facts.rows.ts';
import { LIST_KIND } from './sign-list.ts';

/** What a page is asked with. */
interface PageWish {
  first?: number | null;
  after?: string | null;
}

const listCursor = z.tuple([z.iso.datetime({ offset: true }), z.guid()]);
const rowCursor = z.tuple([z.int().min(0).max(1_000_000)]);

/** A list, or null when its unit is not in the scope of the actor's capacity; batched. */
export function commentListOf(context: GraphContext, id: string): Promise<CommentListRow | null> {
  return loaderOf(context, 'lists', async (ids: readonly string[]) => {
    const { scopeUnitId } = await seatOf(context);
    const rows = scopeUnitId ? await findLists(context.em, ids, scopeUnitId) : [];
    return ids.map((wanted) => rows.find((row) => row.id === wanted) ?? null);
  }).load(id);
}

/** A page of the lists of a unit and everything below it; null when it is not in the actor's scope. */
export async function listsBelow(
  context: GraphContext,
  unitId: string,
  wish: PageWish & { statuses?: readonly string[] | null; year?: number | null },
): Promise<Connection<CommentListRow> | null> {
  const { first, limit, after } = pageArgs(wish.first, wish.after);
  const place = after === null ? null : decodeCursor(after, listCursor);
  const path = await pathInScope(context, unitId);
  if (path === null) return null;
  const { statuses = null, year = null } = wish;
  const rows = await findListsBelow(context.em, path, { limit, after: place, statuses, year });
  return connection(rows, first, ({ createdAt, id }) => [createdAt, id]);
}

/** Every campaign, latest first; asked once a request. */
export function campaignsOf(context: GraphContext): Promise<CampaignRow[]> {
  return loaderOf(context, 'campaigns', (keys: readonly 'all'[]) =>
    Promise.all(keys.map(() => findCampaigns(context.em))),
  ).load('all');
}

/** The rules of exemption that hold today; asked once a request. */
export function exemptionRulesOf(context: GraphContext): ReturnType<typeof findExemptionRules> {
  return loaderOf(context, 'exemption rules', (keys: readonly 'today'[]) =>
    Promise.all(keys.map(() => findExemptionRules(context.em, context.clock.today()))),
  ).load('today');
}

/** How many rows a list has that the actor has been allowed to see; batched. */
export function figuresOf(context: GraphContext, listId: string): Promise<RowFigures> {
  return loaderOf<string, RowFigures>(context, 'row figures', async (ids) => {
    const figures = await findRowFigures(context.em, ids);
    return ids.map((id) => figures.get(id) ?? { rows: 0, withoutResidence: 0 });
  }).load(listId);
}

/** A page of the rows of such a list; batched. */
export async function rowsOf(
  context: GraphContext,
  listId: string,
  wish: PageWish,
): Promise<Connection<ListRow>> {
  const { first, limit, after: cursor } = pageArgs(wish.first, wish.after);
  const [after] = cursor === null ? [0] : decodeCursor(cursor, rowCursor);
  const loader = loaderOf<string, ListRow[]>(context, `rows of lists ${limit} ${after}`, async (ids) => {
    const pages = await findRowPages(context.em, ids, { limit, after });
    return ids.map((id) => pages.get(id) ?? []);
  });
  return connection(await loader.load(listId), first, ({ place }) => [place]);
}

/** The members of such a list by where they live; batched. */
export function residencesOf(context: GraphContext, listId: string): Promise<ResidenceGroup[]> {
  return loaderOf<string, ResidenceGroup[]>(context, 'residences of lists', async (ids) => {
    const groups = await findResidences(context.em, ids);
    return ids.map((id) => groups.get(id) ?? []);
  }).load(listId);
}

/** The scans of a list that came on paper; batched. */
export function scansOf(context: GraphContext, listId: string): Promise<FileRow[]> {
  return loaderOf<string, FileRow[]>(context, 'scans of lists', async (ids) => {
    const files = await attachmentsOf(context.em, LIST_KIND, ids);
    return ids.map((id) => files.get(id) ?? []);
  }).load(listId);
}

/** The signatures of a list, the first one first; batched. */
export function listSignaturesOf(context: GraphContext, listId: string): Promise<SignatureRow[]> {
  return loaderOf<string, SignatureRow[]>(context, 'signatures of lists', async (ids) => {
    const signatures = await signaturesOf(context.em, LIST_KIND, ids);
    return ids.map((id) => signatures.get(id) ?? []);
  }).load(listId);
}

import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { actingUnitOf, type ItemFacts } from './comment-item.rules.ts';

interface StateRow extends Omit<ItemFacts, 'correcting'> {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly channel: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly dueOn: string | null;
}

/** Tells everybody where these items stand now, in the transaction that has changed them. */
export async function publishItemStates(
  em: SqlEntityManager,
  service: string,
  itemIds: readonly string[],
): Promise<void> {
  if (itemIds.length === 0) return;
  const rows: StateRow[] = await em.execute(
    `select item.id, item.version, item.number, item.type, item.status, list.channel,
       item.member_id as "memberId", item.workplace_unit_id as "workplaceUnitId",
       item.residence_unit_id as "residenceUnitId", item.residence_branch_id as "residenceBranchId",
       item.sheet_complete as "sheetComplete", item.closed_on as "closedOn", item.due_on as "dueOn",
       (item.sent_at at time zone 'Asia/Ho_Chi_Minh')::date as "openedOn"
     from comment_item item join comment_list list on list.id = item.list_id
     where item.id in (?)
     order by item.id`,
    [itemIds],
  );
  const events = rows.map((row) => ({
    aggregateId: row.id,
    version: row.version,
    data: {
      dossierId: row.id,
      version: row.version,
      procedure: 'RESIDENCE_COMMENT',
      number: row.number,
      unitId: actingUnitOf(row),
      state: row.status,
      channel: row.channel,
      openedOn: row.openedOn,
      closedOn: row.closedOn,
      dueOn: row.dueOn,
      memberId: row.memberId,
    },
  }));
  await recordEvents(em, DossierStateChanged, events, { service });
}

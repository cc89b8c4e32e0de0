import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { makeEnvelope } from '@dang/events/envelope';
import type { CommentItemType } from '../src/comment-item/comment-item.rules.ts';
import type { CommentItemState } from '../src/comment-item/comment-item.workflow.ts';
import { countStatements } from './counting.ts';
import { openTestProvince, units } from './small-province.ts';

/** What a fresh item is unless said otherwise: sent by branch 1 on 2026-07-06 about a new member, lying with the residence branch. */
export interface ItemWish {
  readonly id?: string;
  readonly type?: CommentItemType;
  readonly status?: CommentItemState;
  readonly memberId?: string;
  readonly listId?: string;
  readonly workplaceUnitId?: string;
  readonly residenceUnitId?: string;
  readonly residenceBranchId?: string | null;
  readonly selfReportRequired?: boolean;
  readonly sheetComplete?: boolean;
  readonly sentAt?: string;
  readonly dueOn?: string | null;
}

export interface OpenedItem {
  readonly id: string;
  readonly number: string;
  readonly memberId: string;
  readonly listId: string;
}

export type ItemStage = Awaited<ReturnType<typeof openItems>>;

/** Signed in too long ago to approve or sign. */
export const stale = (actor: Actor): Actor => ({ ...actor, signedInAt: new Date(Date.now() - 11 * 60_000) });

const completeFrom: readonly CommentItemState[] = ['SUBMITTED', 'APPROVED', 'DELIVERED', 'RECEIVED'];
const closed: readonly CommentItemState[] = ['INTRODUCED', 'RECEIVED', 'CANCELLED'];

/** The small province with ways to lay an item on a desk and to act on it as anybody. */
export async function openItems() {
  const province = await openTestProvince();
  let serial = 0;

  async function list(): Promise<string> {
    const id = randomUUID();
    await province.em().execute(
      `insert into comment_list (id, number, unit_id, scope, year, purpose, channel, status, created_at, created_by_name,
         created_by_title, sent_at)
       values (?, ?, ?, 'BRANCH', 2026, 'OTHER', 'ONLINE', 'SENT', '2026-07-06T08:00:00+07:00', 'Lê Quang Minh',
         'Bí thư chi bộ', '2026-07-06T09:00:00+07:00')`,
      [id, `L-${id}`, units.branch1],
    );
    return id;
  }

  return {
    ...province,
    list,
    async item(wish: ItemWish = {}): Promise<OpenedItem> {
      serial += 1;
      const id = wish.id ?? randomUUID();
      const number = `05-P2-260706-${String(serial).padStart(4, '0')}`;
      const memberId = wish.memberId ?? randomUUID();
      const listId = wish.listId ?? (await list());
      const status = wish.status ?? 'AT_BRANCH';
      const unitId = wish.workplaceUnitId ?? units.branch1;
      await province.em().execute(
        `insert into comment_item (id, number, list_id, member_id, type, status, home_branch_id, workplace_unit_id,
           workplace_branch_id, residence_unit_id, residence_branch_id, self_report_required, sheet_complete, return_reason,
           sent_at, due_on, closed_on)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          id,
          number,
          listId,
          memberId,
          wish.type ?? 'REQUEST_COMMENT',
          status,
          unitId,
          unitId,
          unitId,
          wish.residenceUnitId ?? units.residenceWard,
          wish.residenceBranchId === undefined ? units.residenceBranch : wish.residenceBranchId,
          wish.selfReportRequired ?? false,
          wish.sheetComplete ?? completeFrom.includes(status),
          status === 'RETURNED' ? 'Không cư trú tại địa bàn' : null,
          wish.sentAt ?? '2026-07-06T09:00:00+07:00',
          wish.dueOn === undefined ? '2026-07-09' : wish.dueOn,
          closed.includes(status) ? '2026-07-06' : null,
        ],
      );
      if (wish.selfReportRequired)
        await province
          .em()
          .execute(
            `insert into self_report (item_id, member_id, status, requested_at) values (?, ?, 'REQUESTED', ?)`,
            [id, memberId, '2026-07-06T09:00:00+07:00'],
          );
      return { id, number, memberId, listId };
    },
    /** Puts a member into a branch, as orgtree tells of it. */
    place: (memberId: string, branchId: string) => {
      const [example] = PlacementRecorded.example.placements;
      const placement = { ...example, memberId, branchId, version: 1 };
      const data = { placements: [placement] };
      return province.deliver(
        makeEnvelope(PlacementRecorded, { aggregateId: memberId, data: data as never }, { province: 't' }),
      );
    },
    /** What some work answered, and how many statements it took. */
    counting: <T>(work: () => Promise<T>) => countStatements(province.orm, work),
    /** Acts on an item as it stands now; answers the new state, or the code of the refusal or error. */
    async act(actor: Actor | null, name: string, itemId: string, more: Record<string, unknown> = {}) {
      const [row] = await province
        .em()
        .execute<{ version: number }[]>('select version from comment_item where id = ?', [itemId]);
      const input = { idempotencyKey: randomUUID(), itemId, expectedVersion: row?.version ?? 1, ...more };
      const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
      const { data, errors } = await province.execute(
        `mutation ($input: ${type}) { done: ${name}(input: $input) { item { id status } refusal { code field } } }`,
        { input },
        actor,
      );
      const { item, refusal } = data?.done ?? {};
      return (item?.status ?? refusal?.code ?? errors?.[0]?.extensions?.code) as string;
    },
    /** An item as the database holds it. */
    async row(itemId: string) {
      const [row] = await province.em().execute<Record<string, string | number | null>[]>(
        `select status, version, residence_unit_id as host, residence_branch_id as home, return_reason as reason,
           due_on as due, closed_on as closed from comment_item where id = ?`,
        [itemId],
      );
      return row;
    },
    /** Who did what to an item, the first step first. */
    async steps(itemId: string): Promise<string[]> {
      const rows = await province.em().execute<{ step: string }[]>(
        `select concat_ws(' ', action, from_state, '->', to_state, 'by', coalesce(by_title, 'SYSTEM'), reason) as step
           from comment_item_history where item_id = ? order by at, id`,
        [itemId],
      );
      return rows.map(({ step }) => step);
    },
  };
}

import type { PreparedSignature } from '@dang/documents/signing/sign-document';
import { CommentListSent } from '@dang/events/contracts/evaluation/comment-list-sent';
import { recordEvents } from '@dang/events/outbox';
import { workingCalendar } from '@dang/reference/calendar';
import { getUnit, type UnitRow } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { dueDay } from '../comment-item/comment-term.rules.ts';
import { publishItemStates } from '../comment-item/item-state.events.ts';
import { actOnList, type ListInput, type OpenedList } from './act-on-list.ts';
import { campaignStatusOn } from './campaign.rules.ts';
import { checkRows } from './check-rows.ts';
import { type RowRefusals, refuseRows } from './choose-rows.ts';
import { type CampaignRow, findCampaignOf } from './comment-list.rows.ts';
import { frameOf, NUMBERS_A_DAY, numberOf, takeNumbers } from './create-list.ts';
import { findResidences } from './list-row.rows.ts';
import { makeItems, type SentItem, tellMembersAndBranches } from './sent-items.ts';
import { keepSignature } from './sign-list.ts';

/** The campaign of a yearly list that runs today; null where there is none of its year, a refusal where it does not run. */
async function runningCampaign(
  em: SqlEntityManager,
  { list, today }: OpenedList,
): Promise<Refusal | CampaignRow | null> {
  if (list.purpose !== 'YEARLY') return null;
  const campaign = await findCampaignOf(em, list.year);
  return campaign === null || campaignStatusOn(campaign, today) === 'OPEN'
    ? campaign
    : refuse('CAMPAIGN_NOT_OPEN');
}

/** The last day by which sheets are awaited: that of the campaign, else three working days from today (T64). */
async function dueOnOf(em: SqlEntityManager, campaign: CampaignRow | null, today: string): Promise<string> {
  return campaign?.through ?? dueDay(await workingCalendar(em), today, null);
}

/** What keeps an approved list from being sent, beside its state: its members, and its campaign; else its unit and campaign. */
async function readyToSend(
  em: SqlEntityManager,
  opened: OpenedList,
  refused: RowRefusals,
): Promise<Refusal | { unit: UnitRow; campaign: CampaignRow | null }> {
  const { list, today } = opened;
  const unit = await getUnit(em, list.unitId);
  const bar = await checkRows(em, list.id, frameOf(unit, list, today), refused);
  if (bar) return bar;
  const campaign = await runningCampaign(em, opened);
  return isRefusal(campaign) ? campaign : { unit, campaign };
}

/** The same before it is signed. */
export async function barToSending(
  em: SqlEntityManager,
  opened: OpenedList,
  refused: RowRefusals,
): Promise<Refusal | null> {
  const ready = await readyToSend(em, opened, refused);
  return isRefusal(ready) ? ready : null;
}

/**
 * Sends an approved list: an item for each row, with the residence branch at once where it is known, the reports that are asked for, and
 * everybody told. Sets, not loops: a fixed number of statements however many rows. Refuses `LIST_NOT_APPROVED`, `CAMPAIGN_NOT_OPEN`, and
 * each member who has moved, left or was asked for meanwhile (`YEARLY_ITEM_OPEN`) with the reason. Runs inside `mutate`.
 */
export function sendCommentList(
  em: SqlEntityManager,
  context: GraphContext,
  input: ListInput,
  refused: RowRefusals,
  prepared: PreparedSignature | null,
): Promise<Refusal | Done> {
  const action = prepared === null ? 'SEND' : 'SIGN_AND_SEND';
  return actOnList(em, context, action, input, async (opened) => {
    const { list, today, figures, actor } = opened;
    const ready = await readyToSend(em, opened, refused);
    if (isRefusal(ready)) return ready;
    const { unit, campaign } = ready;
    const last = await takeNumbers(em, unit.id, today, figures.rows);
    if (last > NUMBERS_A_DAY)
      return refuse('LIST_TOO_LONG', { params: { most: Math.max(0, NUMBERS_A_DAY - last + figures.rows) } });
    const dueOn = await dueOnOf(em, campaign, today);
    const items = await makeItems(em, context, list, {
      dueOn,
      numberPrefix: numberPrefix(unit, today),
      firstNumber: last - figures.rows,
    });
    const taken = await refuseTaken(em, opened, items, refused);
    if (taken) return taken;
    const signatureId = await keepSignature(em, prepared);
    await tellEverybody(em, context, opened, { items, dueOn, isSigned: signatureId !== null });
    return {
      set: {
        sent_at: context.clock.now(),
        sent_by_member_id: actor.memberId,
        sent_by_name: actor.name,
        sent_by_title: actor.capacity?.title ?? '',
        send_signature_id: signatureId,
        campaign_id: campaign?.id ?? null,
      },
      after: { items: items.length },
    };
  });
}

/** A number without its last four digits. */
const numberPrefix = (unit: UnitRow, today: string): string => numberOf(unit.code, today, 1).slice(0, -4);

/** Two lists sent at once may ask for the same member: whom the other list has asked for got no item here. */
async function refuseTaken(
  em: SqlEntityManager,
  { list, figures }: OpenedList,
  items: readonly SentItem[],
  refused: RowRefusals,
): Promise<Refusal | null> {
  if (items.length === figures.rows) return null;
  const missing: { memberId: string; memberName: string | null }[] = await em.execute(
    `select listed.member_id as "memberId", member.full_name as "memberName"
     from comment_list_row listed left join member_copy member on member.id = listed.member_id
     where listed.list_id = ? and listed.member_id <> all(array[?]::uuid[]) order by listed.place`,
    [list.id, items.map(({ memberId }) => memberId)],
  );
  const refusal = refuse('YEARLY_ITEM_OPEN', { params: { year: list.year } });
  return refuseRows(
    refused,
    missing.map((member) => ({ ...member, refusal })),
    null,
  );
}

async function tellEverybody(
  em: SqlEntityManager,
  context: GraphContext,
  { list, actor }: OpenedList,
  { items, dueOn, isSigned }: { items: readonly SentItem[]; dueOn: string; isSigned: boolean },
): Promise<void> {
  const { id: listId, number, unitId } = list;
  const groups = (await findResidences(em, [listId])).get(listId) ?? [];
  const residences = groups.map(({ residenceUnitId, members }) => ({ residenceUnitId, items: members }));
  const isAwaited = items.some((item) => item.dueOn !== null);
  const data = { listId, number, unitId, isSigned, dueOn: isAwaited ? dueOn : null, residences };
  await recordEvents(em, CommentListSent, [{ aggregateId: listId, data }], { actor });
  await tellMembersAndBranches(em, actor, list, items);
  await publishItemStates(
    em,
    context.service,
    items.map(({ id }) => id),
  );
}

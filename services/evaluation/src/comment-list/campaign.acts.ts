import { scopeUnitOf } from '@dang/access/actor';
import { findUnits } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ChangeCommentCampaignInput, OpenCommentCampaignInput } from '../generated/graph.ts';
import { signedIn } from './act-on-list.ts';
import { type CampaignDays, daysAreInOrder } from './campaign.rules.ts';
import type { CampaignRow } from './comment-list.rows.ts';

const NAME_LIMIT = 200;

/** A campaign is the whole province's: only who acts for it opens and changes one. */
async function refuseScope(em: SqlEntityManager, context: GraphContext): Promise<Refusal | null> {
  const scope = scopeUnitOf(signedIn(context), 'COMMENT_CAMPAIGN_EDIT');
  const [unit] = scope === null ? [] : await findUnits(em, [scope]);
  return unit?.type === 'PROVINCE' ? null : refuse('ACTION_NOT_ALLOWED');
}

/** What is wrong with a name or the days; null when nothing is. */
function campaignBar(input: CampaignDays & { name: string }): Refusal | null {
  const name = tidyText(input.name);
  if (name === '' || name.length > NAME_LIMIT) return refuse('INVALID_INPUT', { field: 'name' });
  return daysAreInOrder(input) ? null : refuse('RANGE_INVALID', { field: 'through' });
}

/** Opens the campaign of a year. Runs inside `mutate`. */
export async function openCommentCampaign(
  em: SqlEntityManager,
  context: GraphContext,
  input: OpenCommentCampaignInput,
): Promise<Refusal | Done> {
  const outside = await refuseScope(em, context);
  if (outside) return outside;
  const thisYear = Number(context.clock.today().slice(0, 4));
  if (Math.abs(input.year - thisYear) > 1) return refuse('INVALID_INPUT', { field: 'year' });
  const bar = campaignBar(input);
  if (bar) return bar;
  const { year, from, through } = input;
  const [made]: { id: string }[] = await em.execute(
    `insert into comment_campaign (id, year, name, open_from, close_on) values (uuidv7(), ?, ?, ?, ?)
     on conflict (year) do nothing returning id`,
    [year, tidyText(input.name), from, through],
  );
  if (!made) return refuse('CAMPAIGN_EXISTS', { field: 'year' });
  return { id: made.id, audit: { memberId: null, after: { year, from, through } } };
}

/** Changes a campaign; its first day only before it has come. Runs inside `mutate`. */
export async function changeCommentCampaign(
  em: SqlEntityManager,
  context: GraphContext,
  input: ChangeCommentCampaignInput,
): Promise<Refusal | Done> {
  const outside = await refuseScope(em, context);
  if (outside) return outside;
  const [row]: Pick<CampaignRow, 'version' | 'from' | 'through'>[] = await em.execute(
    `select version, open_from::text as "from", close_on::text as "through" from comment_campaign where id = ? for update`,
    [input.campaignId],
  );
  if (!row) return refuse('NOT_FOUND', { field: 'campaignId' });
  const conflict = checkVersion(row.version, input.expectedVersion);
  if (conflict) return conflict;
  const bar = campaignBar(input);
  if (bar) return bar;
  const { from, through } = input;
  if (from !== row.from && row.from <= context.clock.today())
    return refuse('INVALID_INPUT', { field: 'from' });
  await em.execute(
    'update comment_campaign set name = ?, open_from = ?, close_on = ?, version = version + 1 where id = ?',
    [tidyText(input.name), from, through, input.campaignId],
  );
  const before = { from: row.from, through: row.through };
  return { id: input.campaignId, audit: { memberId: null, before, after: { from, through } } };
}

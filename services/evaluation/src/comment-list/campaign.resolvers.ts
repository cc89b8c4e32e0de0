import { scopeUnitOf } from '@dang/access/actor';
import { withinScope } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { mutate } from '@dang/service/mutation';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Resolvers } from '../generated/graph.ts';
import { changeCommentCampaign, openCommentCampaign } from './campaign.acts.ts';
import { campaignStatusOn } from './campaign.rules.ts';
import { campaignsOf } from './comment-list.loaders.ts';
import { type CampaignRow, findCampaigns } from './comment-list.rows.ts';
import { type Figures, findProgress, type PartRow, type Side, sumOf } from './progress.rows.ts';

const loadCampaign = async (em: SqlEntityManager, id: string): Promise<CampaignRow | null> =>
  (await findCampaigns(em)).find((campaign) => campaign.id === id) ?? null;

/** How far a unit is, part by part; null for a unit outside of the actor's scope. One statement for a list of units. */
function progressOf(
  context: GraphContext,
  unitId: string,
  wish: { year: number; side: Side },
): Promise<PartRow[] | null> {
  const name = `comment progress ${wish.year} ${wish.side}`;
  return loaderOf<string, PartRow[] | null>(context, name, async (unitIds) => {
    const { actor, em, clock } = context;
    const scope = actor && (scopeUnitOf(actor, 'COMMENT_READ') ?? scopeUnitOf(actor, 'PROGRESS_READ'));
    const visible = scope ? await withinScope(em, unitIds, scope) : new Set<string>();
    const parts = await findProgress(em, [...visible], { ...wish, today: clock.today() });
    return unitIds.map((id) => (visible.has(id) ? (parts.get(id) ?? []) : null));
  }).load(unitId);
}

export const campaignResolvers: Resolvers = {
  Query: {
    commentCampaigns: (_, __, context) => campaignsOf(context),
  },
  Mutation: {
    openCommentCampaign(_, { input }, context) {
      const call = {
        name: 'openCommentCampaign',
        input,
        field: 'commentCampaign' as const,
        load: loadCampaign,
      };
      return mutate(context, call, (em) => openCommentCampaign(em, context, input));
    },
    changeCommentCampaign(_, { input }, context) {
      const call = {
        name: 'changeCommentCampaign',
        input,
        field: 'commentCampaign' as const,
        load: loadCampaign,
      };
      return mutate(context, call, (em) => changeCommentCampaign(em, context, input));
    },
  },
  OrgUnit: {
    async commentProgress({ id }, wish, context) {
      const parts = await progressOf(context, id, wish);
      return parts && { whole: sumOf(parts), parts };
    },
  },
  CommentProgressPart: {
    unit: ({ unitId }: PartRow) => ({ id: unitId }),
    figures: (part: PartRow) => part,
  },
  CommentFigures: {
    byStatus: ({ states }: Figures) => Object.entries(states).map(([status, count]) => ({ status, count })),
  },
  CommentCampaign: {
    status: (row: CampaignRow, _, { clock }) => campaignStatusOn(row, clock.today()),
  },
};

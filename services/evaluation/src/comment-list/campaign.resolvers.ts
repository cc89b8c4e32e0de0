import type { Resolvers } from '../generated/graph.ts';
import { campaignStatusOn } from './campaign.rules.ts';
import { campaignsOf } from './comment-list.loaders.ts';
import type { CampaignRow } from './comment-list.rows.ts';

export const campaignResolvers: Resolvers = {
  Query: {
    commentCampaigns: (_, __, context) => campaignsOf(context),
  },
  CommentCampaign: {
    status: (row: CampaignRow, _, { clock }) => campaignStatusOn(row, clock.today()),
  },
};

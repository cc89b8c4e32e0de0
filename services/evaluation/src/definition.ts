import { endedPositions, positionHasEnded } from '@dang/reference/ended-positions';
import { procedureStartCopies } from '@dang/reference/procedure-starts';
import { memberCopies, placementCopies, unitCopies } from '@dang/reference/projections';
import { unitSuccessions } from '@dang/reference/successions';
import type { ServiceDefinition } from '@dang/service/definition';
import { auditResolvers } from './audit/audit.resolvers.ts';
import { followMember } from './comment-item/comment-item.reactions.ts';
import { commentItemResolvers } from './comment-item/comment-item.resolvers.ts';
import { rehomingReactions } from './comment-item/rehoming.reactions.ts';
import { commentListResolvers } from './comment-list/comment-list.resolvers.ts';
import { ListsAndItems } from './migrations/0001-lists-and-items.ts';
import { AuditTrail } from './migrations/0002-audit.ts';
import { Followers } from './migrations/0003-followers.ts';

/** Evaluation: the comments that a workplace asks of the residence organisations of its members. */
export const definition: ServiceDefinition = {
  name: 'evaluation',
  entities: [],
  migrations: [
    { name: '0001-lists-and-items', class: ListsAndItems },
    { name: '0002-audit', class: AuditTrail },
    { name: '0003-followers', class: Followers },
  ],
  schemaDir: new URL('./', import.meta.url),
  resolvers: [auditResolvers, commentItemResolvers, commentListResolvers],
  reactions: [followMember, ...rehomingReactions],
  projections: [
    unitCopies,
    memberCopies,
    placementCopies,
    procedureStartCopies,
    endedPositions,
    unitSuccessions,
  ],
  capacityEnded: positionHasEnded,
};

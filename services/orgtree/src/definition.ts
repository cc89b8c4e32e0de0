import type { ServiceDefinition } from '@dang/service/definition';
import { memberNames } from './membership/member-names.ts';
import { Membership } from './membership/membership.entity.ts';
import { moveMember, startMembership } from './membership/membership.reactions.ts';
import { membershipResolvers } from './membership/membership.resolvers.ts';
import { Placement } from './membership/placement.entity.ts';
import { TreeAndMemberships } from './migrations/0001-tree-and-memberships.ts';
import { unitResolvers } from './unit/unit.resolvers.ts';

/** The organisation tree and who belongs where in it. */
export const definition: ServiceDefinition = {
  name: 'orgtree',
  entities: [Membership, Placement],
  migrations: [{ name: '0001-tree-and-memberships', class: TreeAndMemberships }],
  schemaDir: new URL('./', import.meta.url),
  resolvers: [unitResolvers, membershipResolvers],
  reactions: [moveMember, startMembership],
  projections: [memberNames],
};

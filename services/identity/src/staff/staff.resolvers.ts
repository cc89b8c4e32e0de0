import { mutate } from '@dang/service/mutation';
import { signedIn } from '../account/account-view.ts';
import type { Resolvers } from '../generated/graph.ts';
import { officeHolders } from '../officers-review/office-holders.ts';
import { findHeldPosition } from '../position/position.rows.ts';
import { appointStaff, relieveStaff } from './appoint.ts';
import { staffRoles } from './staff.rules.ts';

const call = { field: 'office' as const, load: findHeldPosition };

export const staffResolvers: Resolvers = {
  Query: {
    staff: (_parent, args, context) =>
      officeHolders(context, args, {
        roles: staffRoles,
        permissions: ['ROLE_ASSIGN', 'ADMIN_GRANT_READ'],
      }),
  },
  Mutation: {
    appointStaff(_parent, { input }, context) {
      const actor = signedIn(context);
      return mutate(context, { ...call, name: 'appointStaff', input }, (em) =>
        appointStaff(em, context, actor, input),
      );
    },
    relieveStaff(_parent, { input }, context) {
      const actor = signedIn(context);
      return mutate(context, { ...call, name: 'relieveStaff', input }, (em) =>
        relieveStaff(em, context, actor, input),
      );
    },
  },
};

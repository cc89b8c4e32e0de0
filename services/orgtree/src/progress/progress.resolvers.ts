import { scopeUnitOf } from '@dang/access/actor';
import type { Permission } from '@dang/access/permission';
import type { GraphContext } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { figuresOf } from '../figures/figures.loaders.ts';
import { viewOf } from '../figures/figures.view.ts';
import type { Resolvers } from '../generated/graph.ts';
import { unitOnOrLast } from '../unit/unit.loaders.ts';
import type { UnitRow } from '../unit/unit.rows.ts';
import { findMembersWithoutAccount, type WithoutAccountRow } from './progress.rows.ts';
import { STEPS_LIMIT, stepsOf } from './progress.rules.ts';

const LONGEST_DAYS = 366;
const DAY_MS = 86_400_000;

const bad = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** The unit as it is today, or last was, when the actor's permission reaches it; null otherwise. */
export async function unitInScope(
  context: GraphContext,
  unit: UnitRow,
  permission: Permission,
): Promise<UnitRow | null> {
  const scope = context.actor && scopeUnitOf(context.actor, permission);
  if (!scope) return null;
  const today = context.clock.today();
  const now = unit.asOf === today ? unit : await unitOnOrLast(context, unit.id, today);
  return now?.path.includes(scope) ? now : null;
}

const placeShape = z.tuple([z.string(), z.string(), z.guid()]);

/** How far units have come: figures of a stretch, step by step, and whom to help. */
export const progressResolvers: Resolvers = {
  OrgUnit: {
    async figures(unit: UnitRow, { from, through }, context) {
      if (through < from || Date.parse(through) - Date.parse(from) > LONGEST_DAYS * DAY_MS)
        throw bad(`through is 0..${LONGEST_DAYS} days after from`);
      if ((await unitInScope(context, unit, 'PROGRESS_READ')) === null) return null;
      return viewOf(await figuresOf(context, { unitId: unit.id, from, through }));
    },

    async progress(unit: UnitRow, { from, through, by }, context) {
      const steps = stepsOf({ from, through }, by);
      if (steps === null) throw bad(`from and through make 1..${STEPS_LIMIT} steps`);
      if ((await unitInScope(context, unit, 'PROGRESS_READ')) === null) return null;
      return Promise.all(
        steps.map(async (step) => ({
          ...step,
          figures: viewOf(await figuresOf(context, { unitId: unit.id, ...step })),
        })),
      );
    },

    async membersWithoutAccount(unit: UnitRow, args, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const now = await unitInScope(context, unit, 'MEMBER_READ');
      if (now === null) return null;
      const place = after === null ? null : decodeCursor(after, placeShape);
      const rows = await findMembersWithoutAccount(context.em, {
        path: now.path,
        day: context.clock.today(),
        limit,
        after: place && { code: place[0], nameKey: place[1], memberId: place[2] },
      });
      const { edges, pageInfo } = connection(rows, first, ({ code, nameKey, memberId }) => [
        code,
        nameKey,
        memberId,
      ]);
      return {
        pageInfo,
        edges: edges.map(({ node, cursor }) => ({
          node: { id: node.memberId, isSeen: true, branchId: node.unitId },
          unitId: node.unitId,
          cursor,
        })),
      };
    },
  },

  MemberWithoutAccountEdge: {
    branch: ({ unitId }: Pick<WithoutAccountRow, 'unitId'>, _, context) =>
      unitOnOrLast(context, unitId, context.clock.today()),
  },
};

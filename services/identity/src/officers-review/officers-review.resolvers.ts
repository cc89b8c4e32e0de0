import type { Actor } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { type Done, mutate } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../account/account-view.ts';
import { unitInReach } from '../admin-grant/reach.ts';
import type { Resolvers } from '../generated/graph.ts';
import { visibleMember } from '../member/member.visibility.ts';
import { findHeldPosition } from '../position/position.rows.ts';
import { isCurrent } from '../position/position.rules.ts';
import { type OfficeHolderView, officeHolders } from './office-holders.ts';
import { keepConfirmation, keepReview } from './officers-review.rows.ts';
import { isOverdue } from './officers-review.rules.ts';

/** A moment of the business calendar as its day in Việt Nam. */
const dayOf = (at: Date | null): string | null =>
  at && new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

async function confirmMine(
  em: SqlEntityManager,
  { clock }: GraphContext,
  actor: Actor,
  positionId: string,
): Promise<Refusal | Done> {
  const held = await findHeldPosition(em, positionId);
  if (!held || held.memberId !== actor.memberId) return refuse('NOT_FOUND');
  if (!isCurrent(held, clock.today())) return refuse('POSITION_NOT_HELD');
  await keepConfirmation(em, held.id, clock.today());
  return { id: held.id, audit: { unitId: held.unitId, memberId: held.memberId } };
}

async function confirmOther(
  em: SqlEntityManager,
  { clock }: GraphContext,
  actor: Actor,
  positionId: string,
): Promise<Refusal | Done> {
  const today = clock.today();
  const held = await findHeldPosition(em, positionId);
  const reach = { permission: 'ROLE_ASSIGN', strictly: false } as const;
  if (!held || !(await unitInReach(em, actor, held.unitId, reach, today))) return refuse('NOT_FOUND');
  if (held.memberId === actor.memberId) return refuse('OWN_CASE');
  if (!isCurrent(held, today)) return refuse('POSITION_NOT_HELD');
  await keepReview(em, held.id, actor, today);
  return { id: held.id, audit: { unitId: held.unitId, memberId: held.memberId } };
}

const call = { field: 'position' as const, load: findHeldPosition };

export const officersReviewResolvers: Resolvers = {
  Query: {
    officersReview: (_parent, args, context) =>
      officeHolders(context, args, { roles: null, permissions: ['ADMIN_GRANT_READ'] }),
  },
  Mutation: {
    confirmMyPosition(_parent, { input }, context) {
      const actor = signedIn(context);
      return mutate(context, { ...call, name: 'confirmMyPosition', input }, (em) =>
        confirmMine(em, context, actor, input.positionId),
      );
    },
    confirmOfficer(_parent, { input }, context) {
      const actor = signedIn(context);
      return mutate(context, { ...call, name: 'confirmOfficer', input }, (em) =>
        confirmOther(em, context, actor, input.positionId),
      );
    },
  },
  OfficeHolder: {
    position: ({ held }: OfficeHolderView) => held,
    member: ({ held, viewer }: OfficeHolderView, _args, context) =>
      visibleMember(context, viewer, held.memberId),
    reviewDue: ({ held, reviewedOn }: OfficeHolderView, _args, context) =>
      isOverdue([held.from, reviewedOn], context.clock.today()),
    unused: ({ held, lastUsedAt }: OfficeHolderView, _args, context) =>
      isOverdue([held.from, dayOf(lastUsedAt)], context.clock.today()),
  },
};

import type { Actor } from '@dang/access/actor';
import { findPlacement } from '@dang/reference/members';
import { withinScope } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { mutate } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { AppointDelegateInput, Resolvers } from '../generated/graph.ts';
import { Member } from '../member/member.entity.ts';
import { exclusionOf } from '../member/member.rules.ts';
import { recordOfficers } from '../position/officers.ts';
import { findHeldPosition, holdsCapacity } from '../position/position.rows.ts';
import { Delegation } from './delegation.entity.ts';
import { delegateRoleFor, faultyDate } from './delegation.rules.ts';

const titleLimit = 100;

/** Is this member's activity, official or temporary, in the unit or below it? */
async function belongsTo(em: SqlEntityManager, memberId: string, unitId: string): Promise<boolean> {
  const placement = await findPlacement(em, memberId);
  const branches = [placement?.branchId, placement?.temporaryBranchId].filter((id) => typeof id === 'string');
  return branches.length > 0 && (await withinScope(em, branches, unitId)).size > 0;
}

async function appoint(
  em: SqlEntityManager,
  { clock }: GraphContext,
  actor: Actor,
  input: AppointDelegateInput,
): Promise<Refusal | { id: string }> {
  const { capacity } = actor;
  const today = clock.today();
  const role = capacity && delegateRoleFor(capacity.role);
  const isOwnUnit = capacity?.unitId === input.unitId && (await holdsCapacity(em, actor, today));
  if (!role || !isOwnUnit) return refuse('NOT_FOUND', { field: 'unitId' });
  if (input.memberId === actor.memberId) return refuse('OWN_CASE', { field: 'memberId' });
  const member = await em.findOne(Member, input.memberId);
  if (!member || !(await belongsTo(em, member.id, input.unitId)))
    return refuse('NOT_FOUND', { field: 'memberId' });
  const exclusion = exclusionOf(member);
  if (exclusion) return refuse(exclusion, { field: 'memberId' });
  const title = tidyText(input.title);
  if (title === '' || title.length > titleLimit) return refuse('INVALID_INPUT', { field: 'title' });
  const faulty = faultyDate(input.from, input.through, today);
  if (faulty) return refuse('INVALID_INPUT', { field: faulty });

  const delegation = em.create(Delegation, {
    memberId: member.id,
    unitId: input.unitId,
    role,
    title,
    fromDate: input.from,
    toDate: input.through,
    appointedBy: actor.memberId,
  });
  await em.flush();
  await recordOfficers(em, [input.unitId], today);
  return { id: delegation.id };
}

export const delegationResolvers: Resolvers = {
  Mutation: {
    appointDelegate(_parent, { input }, context) {
      const { actor } = context;
      if (!actor) throw new Error('a root field that needs a session was reached without one');
      const call = { name: 'appointDelegate', input, field: 'delegation' as const, load: findHeldPosition };
      return mutate(context, call, (em) => appoint(em, context, actor, input));
    },
  },
};

import type { Actor } from '@dang/access/actor';
import { DelegateAppointed } from '@dang/events/contracts/identity/delegate-appointed';
import { recordEvents } from '@dang/events/outbox';
import { findPlacement } from '@dang/reference/members';
import { withinScope } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { type Done, mutate } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { tidyText } from '@dang/vietnam/text';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../account/account-view.ts';
import { readReason } from '../admin-grant/grant.ts';
import { exclusionOf } from '../exclusion/exclusion.rows.ts';
import type { AppointDelegateInput, EndDelegationInput, Resolvers } from '../generated/graph.ts';
import { Member } from '../member/member.entity.ts';
import { officeHolders } from '../officers-review/office-holders.ts';
import { endHeld } from '../position/ending.ts';
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
): Promise<Refusal | Done> {
  const { capacity } = actor;
  const today = clock.today();
  const role = capacity && delegateRoleFor(capacity.role);
  const isOwnUnit = capacity?.unitId === input.unitId && (await holdsCapacity(em, actor, today));
  if (!role || !isOwnUnit) return refuse('NOT_FOUND', { field: 'unitId' });
  if (input.memberId === actor.memberId) return refuse('OWN_CASE', { field: 'memberId' });
  const member = await em.findOne(Member, input.memberId);
  if (!member || !(await belongsTo(em, member.id, input.unitId)))
    return refuse('NOT_FOUND', { field: 'memberId' });
  const exclusion = await exclusionOf(em, member);
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
  const { id, memberId, unitId, fromDate: fromOn, toDate: throughOn } = delegation;
  const data = { delegationId: id, memberId, unitId, role, title, fromOn, throughOn };
  await recordEvents(em, DelegateAppointed, [{ aggregateId: id, data }], { actor });
  return { id, audit: { unitId, memberId, after: { role, title, fromOn, throughOn } } };
}

/** Ends a delegation of exactly the unit in which the actor leads. */
async function end(
  em: SqlEntityManager,
  { clock }: GraphContext,
  actor: Actor,
  input: EndDelegationInput,
): Promise<Refusal | Done> {
  const today = clock.today();
  const delegation = await em.findOne(Delegation, input.delegationId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
  });
  const { capacity } = actor;
  const isOwnUnit =
    delegation !== null &&
    delegation.unitId === capacity?.unitId &&
    delegateRoleFor(capacity.role) !== null &&
    (await holdsCapacity(em, actor, today));
  if (!isOwnUnit) return refuse('NOT_FOUND');
  if (delegation.endedOn) return refuse('WRONG_STATE');
  const reason = readReason(input.reason);
  if (isRefusal(reason)) return reason;
  const { id, memberId, unitId, role } = delegation;
  await endHeld(em, clock, [id], { endedOn: today, reason: 'RELIEVED', actor, note: reason });
  return { id, audit: { unitId, memberId, before: { role }, reason } };
}

export const delegationResolvers: Resolvers = {
  Query: {
    delegations: (_parent, args, context) =>
      officeHolders(context, args, {
        roles: ['BRANCH_DELEGATE', 'COMMITTEE_DELEGATE'],
        permissions: ['OFFICERS_READ'],
        withLater: true,
      }),
  },
  Mutation: {
    endDelegation(_parent, { input }, context) {
      const actor = signedIn(context);
      const call = { name: 'endDelegation', input, field: 'delegation' as const, load: findHeldPosition };
      return mutate(context, call, (em) => end(em, context, actor, input));
    },
    appointDelegate(_parent, { input }, context) {
      const actor = signedIn(context);
      const call = { name: 'appointDelegate', input, field: 'delegation' as const, load: findHeldPosition };
      return mutate(context, call, (em) => appoint(em, context, actor, input));
    },
  },
};

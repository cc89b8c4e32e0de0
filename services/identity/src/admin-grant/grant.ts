import { type Actor, hasPermission, signInIsFresh } from '@dang/access/actor';
import { AdminGranted } from '@dang/events/contracts/identity/admin-granted';
import { recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { tidyText } from '@dang/vietnam/text';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { GrantAdminInput } from '../generated/graph.ts';
import { endHeld } from '../position/ending.ts';
import { AdminGrant } from './admin-grant.entity.ts';
import { memberInReach, unitInReach } from './reach.ts';

const titleLimit = 100;
const reasonLimit = 2000;
const usualTitle = 'Quản trị';
const reach = { permission: 'ADMIN_GRANT', strictly: true } as const;

/** The reason as it is kept, or why it cannot be. */
export function readReason(reason: string): string | Refusal {
  const text = reason.trim();
  if (text === '') return refuse('REASON_REQUIRED', { field: 'reason' });
  return text.length > reasonLimit ? refuse('INVALID_INPUT', { field: 'reason' }) : text;
}

/** The title as it is kept; the usual one where none is given. */
export function readTitle(title: string | null | undefined, usual: string): string | Refusal {
  const text = tidyText(title ?? usual);
  return text === '' || text.length > titleLimit ? refuse('INVALID_INPUT', { field: 'title' }) : text;
}

/** Tells everybody that somebody may now work the system for a unit. */
export async function recordGrant(
  em: SqlEntityManager,
  given: { id: string; memberId: string; unitId: string; role: string; title: string; fromDate: string },
  reason: string,
  actor: Actor,
): Promise<void> {
  const { id, memberId, unitId, role, title, fromDate } = given;
  const data = { grantId: id, memberId, unitId, role, title, grantedOn: fromDate, reason };
  await recordEvents(em, AdminGranted, [{ aggregateId: id, data }], { actor });
}

/**
 * Grants the administration of a unit strictly below the granter's (domain 2.2, T55); answers the grant's id, or why not:
 * `NOT_FOUND` for a unit or an account out of reach. Runs inside `mutate`.
 */
export async function grantAdmin(
  em: SqlEntityManager,
  { clock }: GraphContext,
  actor: Actor,
  input: GrantAdminInput,
): Promise<Refusal | Done> {
  const today = clock.today();
  const unit = await unitInReach(em, actor, input.unitId, reach, today);
  if (!unit) return refuse('NOT_FOUND', { field: 'unitId' });
  if (unit.validTo !== null && unit.validTo <= today) return refuse('UNIT_ENDED', { field: 'unitId' });
  const member = await memberInReach(em, actor, input.accountId, 'ADMIN_GRANT');
  if (isRefusal(member)) return member;
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  const reason = readReason(input.reason);
  if (isRefusal(reason)) return reason;
  const title = readTitle(input.title, usualTitle);
  if (isRefusal(title)) return title;
  const about = { memberId: member.id, unitId: unit.id, role: 'ORG_ADMIN' } as const;
  if (await em.findOne(AdminGrant, { ...about, endedOn: null })) return refuse('ALREADY_HELD');
  const grant = em.create(AdminGrant, {
    ...about,
    title,
    fromDate: today,
    grantedBy: actor.memberId,
    reason,
  });
  await em.flush();
  await recordGrant(em, grant, reason, actor);
  return {
    id: grant.id,
    audit: { unitId: unit.id, memberId: member.id, after: { role: grant.role }, reason },
  };
}

/**
 * Takes an administration back; answers the grant's id, or why not: `NOT_FOUND` for one of a unit that is not strictly below.
 * Runs inside `mutate`.
 */
export async function revokeAdmin(
  em: SqlEntityManager,
  { clock }: GraphContext,
  actor: Actor,
  input: { grantId: string; reason: string },
): Promise<Refusal | Done> {
  const today = clock.today();
  const grant = await em.findOne(AdminGrant, input.grantId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const isInReach =
    grant &&
    (grant.role === 'ORG_ADMIN' || hasPermission(actor, 'SYSTEM_OPERATE')) &&
    (await unitInReach(em, actor, grant.unitId, reach, today));
  if (!isInReach) return refuse('NOT_FOUND');
  const { id, memberId, unitId, role } = grant;
  if (memberId === actor.memberId) return refuse('OWN_CASE');
  if (grant.endedOn) return refuse('WRONG_STATE');
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  const reason = readReason(input.reason);
  if (isRefusal(reason)) return reason;
  await endHeld(em, clock, [id], { endedOn: today, reason: 'RELIEVED', actor, note: reason });
  return { id, audit: { unitId, memberId, before: { role }, reason } };
}

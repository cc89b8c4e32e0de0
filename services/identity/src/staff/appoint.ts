import { type Actor, signInIsFresh } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { readReason, readTitle, recordGrant } from '../admin-grant/grant.ts';
import { memberInReach, unitInReach } from '../admin-grant/reach.ts';
import type { AppointStaffInput } from '../generated/graph.ts';
import { endHeld } from '../position/ending.ts';
import { recordOfficers } from '../position/officers.ts';
import { Position } from '../position/position.entity.ts';
import { findHeldPosition } from '../position/position.rows.ts';
import { isStaff, mayHaveOffice, staffTitles } from './staff.rules.ts';

const reach = { permission: 'ROLE_ASSIGN', strictly: false } as const;

/**
 * Appoints somebody to work for the administrator's unit or one below; answers the id of the office, or why not:
 * `NOT_FOUND` for a unit or an account out of reach. Runs inside `mutate`.
 */
export async function appointStaff(
  em: SqlEntityManager,
  { clock }: GraphContext,
  actor: Actor,
  input: AppointStaffInput,
): Promise<Refusal | Done> {
  const today = clock.today();
  const { role } = input;
  const unit = await unitInReach(em, actor, input.unitId, reach, today);
  if (!unit) return refuse('NOT_FOUND', { field: 'unitId' });
  if (unit.validTo !== null && unit.validTo <= today) return refuse('UNIT_ENDED', { field: 'unitId' });
  const member = await memberInReach(em, actor, input.accountId, 'ROLE_ASSIGN');
  if (isRefusal(member)) return member;
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  if (!mayHaveOffice(unit.type, role)) return refuse('INVALID_INPUT', { field: 'role' });
  const title = readTitle(input.title, staffTitles[role]);
  if (isRefusal(title)) return title;
  const toDate = input.through ?? null;
  if (toDate !== null && toDate < today) return refuse('INVALID_INPUT', { field: 'through' });
  const reason = readReason(input.reason);
  if (isRefusal(reason)) return reason;
  const about = { memberId: member.id, unitId: unit.id, role };
  if (await em.findOne(Position, { ...about, endedOn: null })) return refuse('ALREADY_HELD');
  const office = em.create(Position, {
    ...about,
    title,
    fromDate: today,
    toDate,
    appointedBy: actor.memberId,
  });
  await em.flush();
  await recordGrant(em, office, reason, actor);
  await recordOfficers(em, [unit.id], today);
  return { id: office.id, audit: { unitId: unit.id, memberId: member.id, after: { role, title }, reason } };
}

/**
 * Relieves somebody of an office; answers its id, or why not: `NOT_FOUND` for one out of reach, or for what is no office of
 * this kind. Runs inside `mutate`.
 */
export async function relieveStaff(
  em: SqlEntityManager,
  { clock }: GraphContext,
  actor: Actor,
  input: { officeId: string; reason: string },
): Promise<Refusal | Done> {
  const today = clock.today();
  const office = await findHeldPosition(em, input.officeId);
  const isInReach =
    office && isStaff(office.role) && (await unitInReach(em, actor, office.unitId, reach, today));
  if (!isInReach) return refuse('NOT_FOUND');
  const { id, memberId, unitId, role } = office;
  if (memberId === actor.memberId) return refuse('OWN_CASE');
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  const reason = readReason(input.reason);
  if (isRefusal(reason)) return reason;
  const ended = await endHeld(em, clock, [id], { endedOn: today, reason: 'RELIEVED', actor, note: reason });
  if (ended === 0) return refuse('WRONG_STATE');
  return { id, audit: { unitId, memberId, before: { role }, reason } };
}

import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { reasonsInForce } from '../exclusion/exclusion.rows.ts';
import { type ExclusionReason, exclusionIn } from '../exclusion/exclusion.rules.ts';
import { findMembers, type MemberRow } from './member.rows.ts';

const membersInOneEvent = 500;

/**
 * What other services learn of a member. The personal id never travels, and a 12-digit card number, which usually is the
 * personal id, only sealed.
 */
function recorded(member: MemberRow, reasons: readonly ExclusionReason[]) {
  const {
    otherName: _other,
    personalIdSealed: _sealed,
    isTransferring: _letter,
    isAway: _stay,
    ...told
  } = member;
  const { gender, ...rest } = told;
  return { ...rest, gender: gender ?? 'UNKNOWN', exclusion: exclusionIn(reasons, member) };
}

/** Tells everybody how these members stand now. Call it in the transaction of the change, after it is written. */
export async function recordMembers(em: SqlEntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const reasons = await reasonsInForce(em);
  for (let start = 0; start < ids.length; start += membersInOneEvent) {
    const members = await findMembers(em, ids.slice(start, start + membersInOneEvent));
    const [first, ...others] = members;
    if (!first) continue;
    const version = others.length === 0 ? { version: first.version } : {};
    await recordEvents(em, MemberRecorded, [
      {
        aggregateId: first.id,
        ...version,
        data: { members: members.map((member) => recorded(member, reasons)) },
      },
    ]);
  }
}

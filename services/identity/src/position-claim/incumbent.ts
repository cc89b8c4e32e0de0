import type { Actor } from '@dang/access/actor';
import type { Clock } from '@dang/service/clock';
import { type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { endHeld } from '../position/ending.ts';
import { isSecretary } from '../position/position.rules.ts';
import { type ClaimableRole, isClaimable } from './position-claim.rules.ts';

type Newcomer = { memberId: string; unitId: string; role: ClaimableRole };
type InOffice = { id: string; memberId: string; role: string; to: string | null };

/**
 * Makes room for somebody in a unit: what they held there before ends, and so does the secretary in office when this is to
 * be replaced. A secretary whose last day has passed stands in nobody's way. Refuses `UNIT_HAS_SECRETARY`.
 */
export async function makeRoomFor(
  em: SqlEntityManager,
  clock: Clock,
  { memberId, unitId, role }: Newcomer,
  actor: Actor,
  replaceIncumbent: boolean,
): Promise<Refusal | null> {
  const today = clock.today();
  // Of two who would make two secretaries of one unit at once, the second waits here and sees the first.
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [unitId]);
  const inOffice: InOffice[] = await em.execute(
    `select id, member_id as "memberId", role, to_date as "to" from position where unit_id = ? and ended_on is null`,
    [unitId],
  );
  const own = inOffice.filter((held) => held.memberId === memberId && isClaimable(held.role));
  const incumbents = isSecretary(role)
    ? inOffice.filter((held) => held.memberId !== memberId && isSecretary(held.role as ClaimableRole))
    : [];
  const past = incumbents.filter(({ to }) => to !== null && to < today);
  const present = incumbents.filter((held) => !past.includes(held));
  if (present.length > 0 && !replaceIncumbent) return refuse('UNIT_HAS_SECRETARY');

  const ids = (rows: readonly InOffice[]) => rows.map(({ id }) => id);
  const common = { endedOn: today, actor };
  await endHeld(em, clock, ids(past), { ...common, reason: 'TERM_ENDED', isReplaced: true });
  await endHeld(em, clock, ids(present), { ...common, reason: 'SECRETARY_CHANGED', isReplaced: true });
  await endHeld(em, clock, ids(own), { ...common, reason: 'SUPERSEDED', isRenewed: isSecretary(role) });
  return null;
}

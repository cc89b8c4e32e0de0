import type { Actor } from '@dang/access/actor';
import { findPlacement } from '@dang/reference/members';
import { chainOf } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { exclusionOf } from '../exclusion/exclusion.rows.ts';
import type { ClaimPositionInput } from '../generated/graph.ts';
import { Member } from '../member/member.entity.ts';
import { openPositionClaim } from './open-claim.ts';
import { faultyTerm, titleIn } from './position-claim.rules.ts';

const titleLimit = 100;

/**
 * Opens the claim of an active member to a position in their branch or a committee above it; answers its id, or why not:
 * `NOT_FOUND` for a unit that is not above the member. Runs inside `mutate`.
 */
export async function claimPosition(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  input: ClaimPositionInput,
): Promise<Refusal | Done> {
  const today = context.clock.today();
  const member = actor.memberId ? await em.findOne(Member, actor.memberId) : null;
  if (!member) return refuse('NOT_FOUND');
  const exclusion = await exclusionOf(em, member);
  if (exclusion) return refuse(exclusion);
  const placement = await findPlacement(em, member.id);
  if (!placement?.branchId) return refuse('MEMBER_HAS_NO_BRANCH');
  const unit = (await chainOf(em, placement.branchId)).find(({ id }) => id === input.unitId);
  if (!unit) return refuse('NOT_FOUND', { field: 'unitId' });
  if (unit.validTo !== null && unit.validTo <= today) return refuse('UNIT_ENDED', { field: 'unitId' });
  const usualTitle = titleIn(unit.type, input.role);
  if (usualTitle === null) return refuse('INVALID_INPUT', { field: 'role' });
  const title = tidyText(input.title ?? usualTitle);
  if (title === '' || title.length > titleLimit) return refuse('INVALID_INPUT', { field: 'title' });
  const faulty = faultyTerm(input.from, input.through ?? null, today);
  if (faulty) return refuse('INVALID_INPUT', { field: faulty });
  const opened = await openPositionClaim(em, context, {
    accountId: actor.accountId,
    memberId: member.id,
    unitId: unit.id,
    role: input.role,
    title,
    fromOn: input.from,
    throughOn: input.through ?? null,
  });
  if (isRefusal(opened)) return opened;
  return { ...opened, audit: { unitId: unit.id, after: { role: input.role, title, from: input.from } } };
}

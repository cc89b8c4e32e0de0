import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import type { EventActor } from '@dang/events/envelope';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { placeAnew } from '../membership/recorded-placements.ts';
import { recordUnits } from '../unit/recorded-units.ts';
import { findAbsent, moveMembers } from './member.writes.ts';
import { operationsOf, type TreeOperation } from './plan.rules.ts';
import type { Plan, PlanFault } from './plan.ts';
import { assertPaths, findOutcomeFaults } from './plan-faults.rows.ts';
import {
  childrenNow,
  closeUnits,
  createUnit,
  noteOutcome,
  placesNow,
  relocate,
  renameUnit,
  touch,
} from './tree.writes.ts';
import { fault, type Work } from './work.ts';

/** One plan at a time: two that meet in a unit would each see half of the other. */
const TREE_LOCK = 4_193;
/** As many units as `ReorganisationApplied` may name. */
const FACT_SIZE = 5_000;

/** What carrying out a plan came to: faults (then the caller rolls back), or how many members have another branch now. */
export type Outcome = { faults: PlanFault[]; membersMoved: number; temporaryMembersMoved: number };

async function end(work: Work, unitIds: string[], successorId: string | null): Promise<void> {
  const units = await placesNow(work, unitIds);
  if (units.length < unitIds.length) return;
  if (successorId !== null) {
    const [successor] = await placesNow(work, [successorId]);
    if (!successor) return;
    const inside = unitIds.includes(successorId);
    if (inside) return fault(work, 'UNIT_BELOW_ITSELF', successor.name);
    await touch(work, [...unitIds, successorId]);
    await relocate(work, await childrenNow(work, unitIds), successorId, { type: null, code: null });
    await moveMembers(work, unitIds, successorId);
  }
  await closeUnits(work, units, successorId);
}

async function allot(
  work: Work,
  { fromId, toId, memberIds, childIds }: Extract<TreeOperation, { do: 'ALLOT' }>,
): Promise<void> {
  const [from] = await placesNow(work, [fromId]);
  if (!from) return;
  await touch(work, [fromId]);
  const children = await placesNow(work, childIds);
  for (const child of children)
    if (child.parentId !== fromId) return fault(work, 'UNIT_NOT_FOUND', child.name);
  await relocate(work, childIds, toId, { type: null, code: null });
  if (memberIds.length === 0) return;
  const absent = await findAbsent(work, fromId, memberIds);
  if (absent.length > 0) return fault(work, 'MEMBER_NOT_IN_UNIT', from.name);
  await moveMembers(work, [fromId], toId, memberIds);
}

async function carryOut(work: Work, operation: TreeOperation): Promise<void> {
  switch (operation.do) {
    case 'CREATE':
      return createUnit(work, operation.unit);
    case 'RENAME':
      return renameUnit(work, operation);
    case 'RELOCATE': {
      const { unitId, parentId, type, code } = operation;
      return relocate(work, [unitId], parentId, { type, code });
    }
    case 'ALLOT':
      return allot(work, operation);
    case 'END':
      return end(work, operation.unitIds, operation.successorId);
  }
}

/** Who lives where a unit has gone elsewhere: their place of residence follows. */
async function residentsOfEnded({ em, id }: Work): Promise<string[]> {
  const rows: { id: string }[] = await em.execute(
    `select placement.member_id as id
     from reorganisation_change change
     join placement on placement.residence_branch_id = change.unit_id
     where change.reorganisation_id = ? and change.successor_id is not null`,
    [id],
  );
  return rows.map((row) => row.id);
}

/** Every state first, then the fact that closes them. */
async function tell(
  work: Work,
  { decisionNumber, actor }: { decisionNumber: string; actor: EventActor | null },
): Promise<void> {
  const { em, id, day, moved } = work;
  const changes: { unitId: string; what: string; successorId: string | null }[] = await em.execute(
    `select unit_id as "unitId", what, successor_id as "successorId" from reorganisation_change
     where reorganisation_id = ? order by unit_id`,
    [id],
  );
  await recordUnits(
    em,
    changes.map(({ unitId }) => unitId),
    id,
  );
  await placeAnew(
    em,
    [...new Set([...moved.official, ...moved.temporary, ...(await residentsOfEnded(work))])],
    id,
  );
  const successions = changes.flatMap(({ unitId, successorId }) =>
    successorId === null ? [] : [{ unitId, successorId }],
  );
  const movedUnitIds = changes.filter(({ what }) => what === 'MOVED').map(({ unitId }) => unitId);
  const parts = Math.max(Math.ceil(Math.max(successions.length, movedUnitIds.length) / FACT_SIZE), 1);
  const part = <T>(list: T[], n: number) => list.slice(n * FACT_SIZE, (n + 1) * FACT_SIZE);
  await recordEvents(
    em,
    ReorganisationApplied,
    Array.from({ length: parts }, (_, n) => ({
      aggregateId: id,
      data: {
        reorganisationId: id,
        decisionNumber,
        effectiveOn: day,
        successions: part(successions, n),
        movedUnitIds: part(movedUnitIds, n),
      },
    })),
    { actor },
  );
}

/**
 * Carries out a plan in the caller's transaction: all steps on its day, then looks at the tree that they leave, then tells
 * everybody. With faults nothing has been told, and the caller must roll back. A dry run is this very function, rolled back.
 */
export async function applyPlan(
  em: SqlEntityManager,
  plan: Plan,
  by: { decisionNumber: string; actor: EventActor | null },
): Promise<Outcome> {
  const moved = { official: new Set<string>(), temporary: new Set<string>() };
  const work: Work = { em, id: plan.id, day: plan.effectiveOn, faults: [], moved, step: 0 };
  await em.execute('select pg_advisory_xact_lock(?)', [TREE_LOCK]);
  await em.execute('set constraints unit_period_one_code deferred');
  for (const [step, one] of plan.steps.entries()) {
    work.step = step;
    for (const operation of operationsOf(one)) await carryOut(work, operation);
  }
  if (work.faults.length === 0)
    for (const { code, unit } of await findOutcomeFaults(work)) work.faults.push({ code, unit, step: null });
  if (work.faults.length === 0) {
    await assertPaths(work);
    await em.execute('set constraints unit_period_one_code immediate');
    await noteOutcome(work);
    await tell(work, by);
  }
  return {
    faults: work.faults,
    membersMoved: moved.official.size,
    temporaryMembersMoved: moved.temporary.size,
  };
}

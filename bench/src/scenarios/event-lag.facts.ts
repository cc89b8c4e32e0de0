import { randomUUID } from 'node:crypto';
import type { DataOf } from '@dang/events/contract';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import type { EventActor } from '@dang/events/envelope';
import { recordEvents } from '@dang/events/outbox';
import { addMonths } from '@dang/vietnam/month';
import type { MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';

type Completion = DataOf<typeof TransferCompleted>;

/** A member who can be transferred, and the branch in which the tree has them. */
type Placed = { memberId: string; branchId: string };

/** Makes completed transfers of demo members, each member in one at a time. */
export type Transfers = {
  /** The next one: of the member who has rested longest, to another branch. Throws when all are on their way. */
  next(): Completion;
  /** The tree shows the transfer: its member may move again. */
  arrived(transferId: string): void;
  /** All that were made, in order. */
  made(): readonly Completion[];
};

/** Reads who belongs where on `day` from the tree's own database. */
export async function readTransfers(orgtree: pg.Client, day: string): Promise<Transfers> {
  const { rows } = await orgtree.query<Placed>(
    `select member_id as "memberId", unit_id as "branchId" from membership
     where kind = 'OFFICIAL' and valid_to is null and valid_from <= $1 order by member_id`,
    [day],
  );
  return makeTransfers(rows, day);
}

/** Refuses fewer than two branches: nobody could move. */
export function makeTransfers(members: readonly Placed[], day: string): Transfers {
  const branches = [...new Set(members.map(({ branchId }) => branchId))];
  if (branches.length < 2) throw new Error('a transfer needs two branches with members');
  const resting = [...members];
  const moving = new Map<string, Placed>();
  const made: Completion[] = [];
  return {
    made: () => made,
    next: () => {
      const member = resting.shift();
      if (!member) throw new Error('every member is on the way: the effects do not keep up with the facts');
      const number = made.length;
      const at = branches.indexOf(member.branchId);
      const destinationBranchId =
        branches[(at + 1 + (number % (branches.length - 1))) % branches.length] ?? '';
      const transferId = randomUUID();
      moving.set(transferId, { memberId: member.memberId, branchId: destinationBranchId });
      const completion: Completion = {
        transferId,
        kind: 'OFFICIAL',
        number: `G22.99.05-${day.slice(2).replaceAll('-', '')}-${String(number + 1).padStart(6, '0')}`,
        memberId: member.memberId,
        originBranchId: member.branchId,
        destinationBranchId,
        duesPaidThrough: addMonths(day.slice(0, 7), -1),
        completedOn: day,
        completedBy: { ...secretary, unitId: destinationBranchId },
      };
      made.push(completion);
      return completion;
    },
    arrived: (transferId) => {
      const member = moving.get(transferId);
      if (!member) return;
      moving.delete(transferId);
      resting.push(member);
    },
  };
}

const secretary = { memberId: randomUUID(), name: 'Lê Thị Hạnh', title: 'Bí thư chi bộ' };

const actorIn = (unitId: string): EventActor => ({
  accountId: secretary.memberId,
  memberId: secretary.memberId,
  name: secretary.name,
  capacity: {
    positionId: secretary.memberId,
    role: 'BRANCH_SECRETARY',
    title: secretary.title,
    unitId,
  },
});

/** Records the fact as the admission does, in a transaction of its own; `onCommit` is called just before its COMMIT. */
export async function recordCompletion(
  orm: MikroORM,
  completion: Completion,
  onCommit: () => void,
): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    await recordEvents(em, TransferCompleted, [{ aggregateId: completion.transferId, data: completion }], {
      actor: actorIn(completion.destinationBranchId),
    });
    onCommit();
  });
}

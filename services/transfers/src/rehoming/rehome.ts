import { TransferReturned } from '@dang/events/contracts/transfers/transfer-returned';
import { recordEvents } from '@dang/events/outbox';
import { chainsOf } from '@dang/reference/units';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { recordStates, stepOf } from '../dossier/dossier.events.ts';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { dossierColumns } from '../dossier/dossier.row.ts';
import type { TransferState } from '../dossier/workflows.ts';
import { isBranchType } from '../letter/chain.rules.ts';
import { findBoxes } from '../letter/letter.reads.ts';
import { addLines, type Cause, type NewHome } from './following.ts';
import { closeMerged } from './merged-ends.ts';
import type { Rehomed } from './rehoming.rules.ts';
import { rehomed, sentBack } from './rehoming.rules.ts';
import { sendBackOutside } from './sent-back-outside.ts';

/**
 * The dossiers that are not closed and meet the condition (alias `d`), locked in one order for everybody: the later first, so an official transfer before
 * the stay that it makes permanent, as its end locks them.
 */
export async function lockOpenDossiers(
  em: SqlEntityManager,
  where: string,
  values: readonly unknown[],
): Promise<DossierRow[]> {
  const rows: DossierRow[] = await em.execute(
    `select ${dossierColumns} from transfer_dossier d where d.closed_on is null and ${where} order by d.id desc for update of d`,
    [...values],
  );
  return rows.map((row) => ({
    ...row,
    requestedAt: new Date(row.requestedAt),
    sentAt: row.sentAt && new Date(row.sentAt),
  }));
}

/**
 * Brings dossiers to their new branches, however many, in a handful of statements: branches, the boxes not yet signed, the
 * unit that is waited for, a line of history and the state that is told. A dossier that is as it should be stays
 * untouched, so doing it again changes nothing. One whose two branches have become one is over; one that was sent to a branch that has ended, with
 * no branch in its place, goes back to the origin, inside of the system or outside. A draft just follows, and forgets a destination that is the member's own branch now.
 *
 * Throws when a branch is not among the copies of the units yet: the event is then tried again.
 */
export async function rehome(em: SqlEntityManager, homes: readonly NewHome[], cause: Cause): Promise<void> {
  const isMerged = (home: NewHome) => isOneBranch(home) && home.dossier.status !== 'DRAFT';
  await closeMerged(em, homes.filter(isMerged), cause);
  const apart = homes.filter((home) => !isMerged(home)).map(draftWithoutOwnBranch);
  if (apart.length === 0) return;
  const boxes = await findBoxes(
    em,
    apart.flatMap(({ dossier }) => dossier.letterId ?? []),
  );
  const chains = await chainsOf(em, [...new Set(apart.flatMap(branchesOf))]);
  const stopped: Cause = { ...cause, reason: `${cause.reason}. ${WITHOUT_SUCCESSOR}` };
  const standing = apart.map((wanted) => {
    const home = toBranch(wanted, chains);
    const ends = endsOf(home, chains);
    const isGone = hasEnded(ends.destination?.at(-1), cause.today) && sent.has(home.dossier.status);
    return { home, ends, isGone, goesOut: isGone && ends.origin === null };
  });
  await sendBackOutside(
    em,
    standing.flatMap(({ home, goesOut }) => (goesOut ? home.dossier : [])),
    stopped,
  );
  const inside = standing.filter(({ goesOut }) => !goesOut);
  const moved = inside.map(({ home, ends, isGone }): Moved => {
    const { dossier } = home;
    const letter = { dossier, boxes: boxes.get(dossier.letterId ?? '') ?? [] };
    return isGone
      ? { home, now: sentBack(letter, ends), isGone }
      : { home, now: rehomed(letter, ends), isGone };
  });
  const changed = moved.filter(({ home, now }) => !isAsBefore(home, now));
  await write(
    em,
    changed.filter(({ isGone }) => !isGone),
    cause,
  );
  await writeReturned(
    em,
    changed.filter(({ isGone }) => isGone),
    stopped,
  );
}

type Chains = Awaited<ReturnType<typeof chainsOf>>;

/** What has been sent to a destination that no longer stands cannot be returned by anybody there. */
const sent: ReadonlySet<TransferState> = new Set([
  'SENT',
  'IN_DEST_CHAIN',
  'INCOMING_PAPER',
  'AT_DEST_BRANCH',
]);
const WITHOUT_SUCCESSOR = 'Chi bộ nơi đến đã kết thúc hoạt động, không có chi bộ kế tục.';

const branchesOf = ({ dossier, originBranchId, destinationBranchId }: NewHome): string[] =>
  [originBranchId, destinationBranchId, dossier.destinationBranchId].flatMap((id) => id ?? []);

const hasEnded = (unit: { validTo?: string | null } | undefined, today: string): boolean =>
  unit?.validTo != null && unit.validTo <= today;

const draftWithoutOwnBranch = (home: NewHome): NewHome =>
  isOneBranch(home) ? { ...home, destinationBranchId: null } : home;

/** Members go from branch to branch: where something else goes on in the place of a branch, the dossier stays with the one that ended. */
function toBranch(home: NewHome, chains: Chains): NewHome {
  const { dossier, destinationBranchId } = home;
  const unit = chains.get(destinationBranchId ?? '')?.at(-1);
  if (unit === undefined || isBranchType(unit.type)) return home;
  return { ...home, destinationBranchId: dossier.destinationBranchId };
}

const isOneBranch = ({ originBranchId, destinationBranchId }: NewHome): boolean =>
  originBranchId !== null && originBranchId === destinationBranchId;

function endsOf(home: NewHome, chains: Chains) {
  const chainOf = (id: string | null) => {
    if (id === null) return null;
    const chain = chains.get(id);
    if (!chain?.length) throw new Error(`unit ${id} is not among the copies`);
    return chain;
  };
  return { origin: chainOf(home.originBranchId), destination: chainOf(home.destinationBranchId) };
}

const isAsBefore = ({ dossier, originBranchId, destinationBranchId }: NewHome, now: Rehomed): boolean =>
  now.boxes.length === 0 &&
  now.status === dossier.status &&
  now.waitingUnitId === dossier.waitingUnitId &&
  originBranchId === dossier.originBranchId &&
  destinationBranchId === dossier.destinationBranchId;

interface Moved {
  readonly home: NewHome;
  readonly now: Rehomed;
  readonly isGone: boolean;
}

async function write(em: SqlEntityManager, moved: readonly Moved[], cause: Cause): Promise<void> {
  if (moved.length === 0) return;
  await writeDossiers(em, moved, cause);
  await writeBoxes(em, moved);
  await addLines(
    em,
    moved.map(({ home, now }) => ({ dossier: home.dossier, toState: now.status })),
    cause,
  );
  const told = moved.filter(({ home }) => home.dossier.submitted);
  await recordStates(
    em,
    told.map(({ home, now }) => changedRow(home, now)),
    cause.actor,
  );
}

async function writeReturned(em: SqlEntityManager, moved: readonly Moved[], cause: Cause): Promise<void> {
  await write(em, moved, cause);
  const returned = moved.map(({ home, now }) => ({
    aggregateId: home.dossier.id,
    data: stepOf(changedRow(home, now), cause.reason),
  }));
  await recordEvents(em, TransferReturned, returned, { actor: cause.actor });
}

const changedRow = ({ dossier, ...branches }: NewHome, { status, waitingUnitId }: Rehomed): DossierRow => ({
  ...dossier,
  ...branches,
  status,
  waitingUnitId,
  version: dossier.version + 1,
});

async function writeDossiers(em: SqlEntityManager, moved: readonly Moved[], { now }: Cause): Promise<void> {
  const rows = moved.map(({ home, now }) => changedRow(home, now));
  await em.execute(
    `update transfer_dossier d set origin_branch_id = row."originBranchId", destination_branch_id = row."destinationBranchId",
       status = row.status, waiting_unit_id = row."waitingUnitId", version = row.version,
       sent_at = case when row.status in ('SENT', 'IN_DEST_CHAIN', 'AT_DEST_BRANCH') then coalesce(d.sent_at, ?) else d.sent_at end
     from jsonb_to_recordset(?::jsonb) as row(id uuid, "originBranchId" uuid, "destinationBranchId" uuid, status text,
       "waitingUnitId" uuid, version int)
     where d.id = row.id`,
    [now, JSON.stringify(rows)],
  );
}

async function writeBoxes(em: SqlEntityManager, moved: readonly Moved[]): Promise<void> {
  const rows = moved.flatMap(({ home, now }) =>
    now.boxes.map((box) => ({ ...box, letterId: home.dossier.letterId })),
  );
  // One letter has one next box at any moment: those that are none any more go first.
  for (const next of [false, true]) {
    await em.execute(
      `update letter_box b set status = row.status, unit_id = row."unitId", to_unit_id = row."toUnitId", addressee = row.addressee
       from jsonb_to_recordset(?::jsonb) as row("letterId" uuid, index smallint, status text, "unitId" uuid, "toUnitId" uuid,
         addressee text)
       where b.letter_id = row."letterId" and b.box_index = row.index and (row.status in ('NEXT', 'RETURNED')) = ?`,
      [JSON.stringify(rows), next],
    );
  }
}

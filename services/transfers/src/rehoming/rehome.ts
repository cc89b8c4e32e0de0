import { chainsOf } from '@dang/reference/units';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { recordStates } from '../dossier/dossier.events.ts';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { dossierColumns } from '../dossier/dossier.row.ts';
import { findBoxes } from '../letter/letter.reads.ts';
import { addLines, type Cause, type NewHome } from './following.ts';
import { giveUpMerged } from './merged-ends.ts';
import type { Ends, Rehomed } from './rehoming.rules.ts';
import { rehomed } from './rehoming.rules.ts';

/** The dossiers that are not closed and meet the condition (alias `d`), locked in one order for everybody. */
export async function lockOpenDossiers(
  em: SqlEntityManager,
  where: string,
  values: readonly unknown[],
): Promise<DossierRow[]> {
  const rows: DossierRow[] = await em.execute(
    `select ${dossierColumns} from transfer_dossier d where d.closed_on is null and ${where} order by d.id for update of d`,
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
 * untouched, so doing it again changes nothing. One whose two branches have become one is given up.
 *
 * Throws when a branch is not among the copies of the units yet: the event is then tried again.
 */
export async function rehome(em: SqlEntityManager, homes: readonly NewHome[], cause: Cause): Promise<void> {
  const [merged, apart] = [homes.filter(isOneBranch), homes.filter((home) => !isOneBranch(home))];
  await giveUpMerged(em, merged, cause);
  if (apart.length === 0) return;
  const boxes = await findBoxes(
    em,
    apart.flatMap(({ dossier }) => dossier.letterId ?? []),
  );
  const chains = await chainsOf(em, [
    ...new Set(apart.flatMap((home) => [home.originBranchId ?? [], home.destinationBranchId ?? []].flat())),
  ]);
  const moved = apart.flatMap((home) => {
    const { dossier } = home;
    const ends = endsOf(home, chains);
    const now = rehomed({ dossier, boxes: boxes.get(dossier.letterId ?? '') ?? [] }, ends);
    return isAsBefore(home, now) ? [] : [{ home, now }];
  });
  await writeDossiers(em, moved, cause);
  await writeBoxes(em, moved);
  await addLines(
    em,
    moved.map(({ home, now }) => ({ dossier: home.dossier, toState: now.status })),
    cause,
  );
  await recordStates(
    em,
    moved.map(({ home, now }) => changedRow(home, now)),
    cause.actor,
  );
}

const isOneBranch = ({ originBranchId, destinationBranchId }: NewHome): boolean =>
  originBranchId !== null && originBranchId === destinationBranchId;

function endsOf(home: NewHome, chains: ReadonlyMap<string, NonNullable<Ends['origin']>>): Ends {
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

import { randomUUID } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { TransferKind, TransferState } from '../src/dossier/workflows.ts';
import { boxFollowing } from '../src/letter/chain.rules.ts';
import { directionOf, layoutOf } from '../src/letter/layout.ts';
import type { BoxStatus } from '../src/letter/letter.row.ts';
import { type NewBox, newBoxes, stateAfterBox } from '../src/letter/letter.rules.ts';
import { endsOf } from '../src/letter/letter-ends.ts';
import { enterIntoRegister } from '../src/register/register.ts';
import { TODAY } from './usual-input.ts';

/** Where a dossier is to stand: its ends, and how many of the boxes that are signed here have been signed; null: no letter yet. */
export interface Wanted {
  readonly memberId: string;
  readonly kind: TransferKind;
  /** Null: from outside of the system. */
  readonly originId: string | null;
  readonly destinationId: string | null;
  readonly destinationText?: string;
  readonly signed: number | null;
  /** A state that the letter does not say, else the one that follows from its boxes. */
  readonly status?: TransferState;
  /** Was the letter handed back to the box before? */
  readonly handedBack?: boolean;
  readonly convertsId?: string;
}

interface Letter {
  readonly boxes: readonly (Omit<NewBox, 'status'> & { readonly status: BoxStatus })[];
  readonly status: TransferState;
}

/** The boxes of a letter of which so many are signed, and the state of its dossier. */
function written(
  fresh: readonly NewBox[],
  kind: TransferKind,
  { signed, handedBack, originId }: Wanted,
): Letter {
  const { arrival, comment } = layoutOf(kind);
  const ours = fresh.filter((box) => !box.crossedOut && !box.outside);
  const done = ours.slice(0, signed ?? 0);
  const last = done.at(-1);
  const following = originId === null ? ours[done.length] : boxFollowing(fresh, last?.index ?? 0);
  const back = handedBack ? last : undefined;
  const open = back ?? (following?.outside ? undefined : following);
  const boxes = fresh.map((box) => {
    if (box.crossedOut || box.outside) return box;
    if (box.index === open?.index)
      return { ...box, status: back ? ('RETURNED' as const) : ('NEXT' as const) };
    return { ...box, status: done.includes(box) ? ('SIGNED' as const) : ('PENDING' as const) };
  });
  const from = back ? (done.at(-2)?.index ?? null) : (last?.index ?? null);
  const next = back ?? following;
  const way = () => {
    if (from === null) return last === undefined ? 'AT_DEST_BRANCH' : 'IN_ORIGIN_CHAIN';
    if (comment !== null && next?.index === comment) return back ? 'RETURNING' : 'ACTIVE_TEMPORARY';
    if (next?.index === arrival && !next.outside) return 'AT_DEST_BRANCH';
    return stateAfterBox(fresh, from);
  };
  return { boxes, status: way() };
}

/** The boxes of a letter that was written outside: only those of the destination's branch, and of a stay its way back, are signed here. */
function fromOutside({ kind, destinationId }: Wanted): NewBox[] {
  const { boxes, arrival, comment } = layoutOf(kind);
  return Array.from({ length: boxes }, (_, at) => {
    const index = at + 1;
    const outside = index !== arrival && index !== comment;
    const unitId = outside ? null : destinationId;
    const status = outside ? ('OUTSIDE' as const) : ('PENDING' as const);
    return { index, status, outside, unitId, crossedOut: false, toUnitId: null, addressee: null };
  });
}

const open: ReadonlySet<TransferState> = new Set([
  'ACTIVE_TEMPORARY',
  'EXTENSION_REQUESTED',
  'CONVERTED',
  'RETURNING',
  'BACK_AT_ORIGIN',
]);
const unsent: ReadonlySet<TransferState> = new Set([
  'DRAFT',
  'SUBMITTED',
  'SUPPLEMENT_REQUESTED',
  'ORIGIN_MET',
  'IN_ORIGIN_CHAIN',
]);

/** How many boxes of such a letter are signed within the system. */
export async function boxesToSign(em: SqlEntityManager, wanted: Wanted): Promise<number> {
  return (await freshBoxes(em, wanted)).filter((box) => !box.crossedOut && !box.outside).length;
}

async function freshBoxes(em: SqlEntityManager, wanted: Wanted): Promise<NewBox[]> {
  const { kind, originId: originBranchId, destinationId: destinationBranchId } = wanted;
  if (originBranchId === null) return fromOutside(wanted);
  const ends = { kind, originBranchId, destinationBranchId, destinationText: wanted.destinationText ?? null };
  return newBoxes(await endsOf(em, ends, '05'));
}

/** Writes a dossier straight into the tables, as the acts would have left it; answers its id. For tests that need it in many states. */
export async function setDossier(em: SqlEntityManager, wanted: Wanted): Promise<string> {
  const { kind, memberId, signed } = wanted;
  const letter = signed === null ? null : written(await freshBoxes(em, wanted), kind, wanted);
  const status = wanted.status ?? letter?.status ?? 'SUBMITTED';
  const id = randomUUID();
  await em.execute(
    `insert into transfer_dossier (id, number, kind, status, channel, reason, version, member_id, full_name, origin_branch_id, origin_text,
       destination_branch_id, destination_text, decision_number, decision_date, decision_issuer, effective_date, requested_at, requested_on,
       sent_at, submitted, converts_id)
     values (?, ?, ?, ?, 'ONLINE', 'CHANGE_RESIDENCE', 1, ?, 'Nguyễn Thị Minh Anh', ?, ?, ?, ?, '128/QĐ', ?, 'Công ty', ?, ?, ?, ?, ?, ?)`,
    [
      id,
      `T-${id}`,
      kind,
      status,
      memberId,
      wanted.originId,
      wanted.originId === null ? 'Đảng bộ Quân khu 4' : null,
      wanted.destinationId,
      wanted.destinationText ?? null,
      TODAY,
      TODAY,
      new Date(),
      TODAY,
      unsent.has(status) ? null : new Date(),
      status !== 'DRAFT',
      wanted.convertsId ?? null,
    ],
  );
  await em.execute(
    `insert into dossier_entry (dossier_id, version, at, action, to_state) values (?, 1, now(), 'REQUEST', ?)`,
    [id, status],
  );
  if (letter) await setLetter(em, id, kind, letter);
  if (kind === 'TEMPORARY') {
    const startedOn = open.has(status) ? TODAY : null;
    await em.execute(
      `insert into temporary_stay (dossier_id, from_date, through, original_through, dues_at, dues_paid_through, started_on)
       values (?, '2026-07-01', '2027-01-31', '2027-01-31', 'TEMPORARY', '2026-07', ?)`,
      [id, startedOn],
    );
  }
  if (status === 'EXTENSION_REQUESTED')
    await em.execute(
      `insert into stay_extension (dossier_id, asked_on, old_through, new_through, reason)
       values (?, ?, '2027-01-31', '2027-03-31', 'Dự án kéo dài')`,
      [id, TODAY],
    );
  return id;
}

async function setLetter(
  em: SqlEntityManager,
  dossierId: string,
  kind: TransferKind,
  { boxes }: Letter,
): Promise<void> {
  const letterId = randomUUID();
  await em.execute(
    `insert into introduction_letter (id, dossier_id, type, status, number, register_year, issued_on, dues_paid_through)
     values (?, ?, ?, 'ISSUED', 1, 2026, ?, '2026-07')`,
    [letterId, dossierId, kind === 'OFFICIAL' ? 'TEN_BOX' : 'EIGHT_BOX', TODAY],
  );
  await em.execute(
    `insert into letter_box (letter_id, box_index, status, unit_id, to_unit_id, addressee, content, signed_by_name, signed_at)
     select ?, index, status, "unitId", "toUnitId", addressee, case when status = 'SIGNED' then 'Đồng ý.' end,
       case when status = 'SIGNED' then 'Cán bộ' end, case when status = 'SIGNED' then now() end
     from jsonb_to_recordset(?::jsonb) as row(index smallint, status text, "unitId" uuid, "toUnitId" uuid, addressee text)`,
    [letterId, JSON.stringify(boxes)],
  );
  await em.execute(
    `update transfer_dossier d set letter_id = ?, introduced_on = ?, waiting_unit_id =
       (select unit_id from letter_box where letter_id = ? and status in ('NEXT', 'RETURNED')) where id = ?`,
    [letterId, TODAY, letterId, dossierId],
  );
  for (const { index, status, unitId } of boxes) {
    if (status !== 'SIGNED' || unitId === null) continue;
    await enterIntoRegister(em, {
      letterId,
      index,
      unitId,
      direction: directionOf(layoutOf(kind), index),
      day: TODAY,
    });
  }
}

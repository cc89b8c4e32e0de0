import { addMonths, nextMonth } from '@dang/vietnam/month';

/** A month as the graph and the events write it, `2026-05`: text order is time order. */
export type Month = string;

/**
 * A ground on which somebody charges a member, or stops: one heard fact, kept for ever.
 * - `START`: the registration (or the loaded registry) says that `branchId` charges after `paidThrough`.
 * - `LETTER`: the origin `branchId` wrote a letter for the month `paidThrough`; while it stands nobody charges later months.
 * - `TRANSFER`: the member was admitted by `branchId`, which charges after `paidThrough`, the letter's month.
 * - `MOVE`: without a transfer, by a reorganisation or a correction, the member belongs to `branchId` from a day on; whoever
 *   would charge after `paidThrough`, the month before that day's, this branch does instead.
 */
export interface ChargingGround {
  readonly kind: 'START' | 'LETTER' | 'TRANSFER' | 'MOVE';
  /** Account, letter, transfer, reorganisation or correction. */
  readonly id: string;
  /** Of a letter and of its transfer: what ties them together. */
  readonly transferId: string | null;
  readonly branchId: string;
  /** The last month that is not charged on this ground. */
  readonly paidThrough: Month;
  /** `YYYY-MM-DD`: admitted, issued or approved on. */
  readonly decidedOn: string;
  /** ISO moment at which the publisher recorded it: orders two transfers completed on one day. */
  readonly occurredAt: string;
  /** A letter that was voided: it stops nobody. */
  readonly voided: boolean;
}

/** Who charges a member from which month to which (null: until further notice). */
export interface Charging {
  readonly branchId: string;
  readonly from: Month;
  readonly to: Month | null;
  readonly cause: 'START' | 'TRANSFER' | 'MOVE';
  readonly causeId: string;
}

/**
 * Who charges the member in which months, oldest first: never two in one month. It is computed from all grounds at once
 * and not step by step, so the order in which the facts arrived, or how often, cannot matter.
 *
 * The registration starts it; each completed transfer, in the order of completion, gives every month after the letter's
 * month to the destination (domain.md 8.6: "dues of month M+1… are charged by the destination", T73); a move changes the
 * branch from its month on and starts nothing; an open letter ends it with its month until it is voided or its transfer is
 * completed.
 */
export function chargingsOf(grounds: readonly ChargingGround[]): Charging[] {
  const start = grounds.find((ground) => ground.kind === 'START');
  const changes = grounds.filter(({ kind }) => kind === 'TRANSFER' || kind === 'MOVE').sort(byCompletion);
  let chargings: Charging[] = [];
  for (const { kind, id, branchId, paidThrough } of start ? [start, ...changes] : changes) {
    const first = chargings[0]?.from;
    if (kind === 'LETTER' || (kind === 'MOVE' && first === undefined)) continue;
    const from = nextMonth(paidThrough);
    chargings = [
      ...endedAfter(chargings, paidThrough),
      {
        branchId,
        from: kind === 'MOVE' && first && first > from ? first : from,
        to: null,
        cause: kind,
        causeId: id,
      },
    ];
  }
  const completed = new Set(changes.map((ground) => ground.transferId));
  for (const letter of grounds) {
    if (letter.kind === 'LETTER' && !letter.voided && !completed.has(letter.transferId)) {
      chargings = endedAfter(chargings, letter.paidThrough);
    }
  }
  return joined(chargings);
}

function byCompletion(a: ChargingGround, b: ChargingGround): number {
  const [left, right] = [a, b].map((ground) => `${ground.decidedOn} ${ground.occurredAt} ${ground.id}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

/** What is left when nobody charges after `last`. */
function endedAfter(chargings: readonly Charging[], last: Month): Charging[] {
  return chargings
    .filter((charging) => charging.from <= last)
    .map((charging) => (charging.to === null || charging.to > last ? { ...charging, to: last } : charging));
}

/** A branch that goes on where it ended is one charging, with its first cause. */
function joined(chargings: readonly Charging[]): Charging[] {
  const result: Charging[] = [];
  for (const next of chargings) {
    const last = result.at(-1);
    if (last && last.branchId === next.branchId && last.to === addMonths(next.from, -1)) {
      result[result.length - 1] = { ...last, to: next.to };
    } else {
      result.push(next);
    }
  }
  return result;
}

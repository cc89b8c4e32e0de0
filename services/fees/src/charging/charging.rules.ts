import { addMonths, nextMonth } from '@dang/vietnam/month';

/** A month as the graph and the events write it, `2026-05`: text order is time order. */
export type Month = string;

/**
 * A ground on which somebody charges a member, or stops: one heard fact, kept for ever.
 * - `START`: the registration (or the loaded registry) says that `branchId` charges after `paidThrough`.
 * - `LETTER`: the origin `branchId` wrote a letter for the month `paidThrough`; while it stands nobody charges later months.
 * - `TRANSFER`: the member was admitted by `branchId`, which charges after `paidThrough`, the letter's month.
 * - `LEAVE`: a branch outside of the system admitted the member: nobody here charges after `paidThrough`.
 * - `STAY`: for a time the member takes part at `branchId`, which charges after `paidThrough` until the stay is over (domain.md 9.1, A22).
 * - `RETURN`: the stay of that transfer is over; whoever charged before it does so again after `paidThrough`.
 * - `MOVE`: without a transfer, by a reorganisation or a correction, the member belongs to `branchId` from a day on; whoever
 *   would charge after `paidThrough`, the month before that day's, this branch does instead. Of a stay (`ofStay`): its host.
 */
export interface ChargingGround {
  readonly kind: 'START' | 'LETTER' | 'TRANSFER' | 'LEAVE' | 'STAY' | 'RETURN' | 'MOVE';
  /** Account, letter, transfer, reorganisation or correction. */
  readonly id: string;
  /** Of a letter and of what comes of it: what ties them together. */
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
  /** A move of the host of a stay, not of the member's own branch. */
  readonly ofStay?: boolean;
}

/** Who charges a member from which month to which (null: until further notice). */
export interface Charging {
  readonly branchId: string;
  readonly from: Month;
  readonly to: Month | null;
  readonly cause: 'START' | 'TRANSFER' | 'MOVE' | 'STAY' | 'RETURN';
  readonly causeId: string;
}

/**
 * Who charges the member in which months, oldest first: never two in one month. It is computed from all grounds at once
 * and not step by step, so the order in which the facts arrived, or how often, cannot matter.
 *
 * The branch to which the member belongs charges (`chargingsAtHome`), in the months of a stay its host, and after the month of an open letter
 * nobody, until it is voided or comes to something; who has been admitted or has left since has no letter open.
 */
export function chargingsOf(grounds: readonly ChargingGround[]): Charging[] {
  const inOrder = grounds.toSorted(byCompletion);
  let chargings = chargingsDuringStays(inOrder);
  const resolved = new Set(
    inOrder.filter(({ kind }) => kind !== 'LETTER').map((ground) => ground.transferId),
  );
  for (const [at, letter] of inOrder.entries()) {
    if (letter.kind !== 'LETTER' || letter.voided || resolved.has(letter.transferId)) continue;
    if (!inOrder.slice(at).some(isForGood)) chargings = endedAfter(chargings, letter.paidThrough);
  }
  return joined(chargings);
}

const isForGood = ({ kind }: ChargingGround): boolean => kind === 'TRANSFER' || kind === 'LEAVE';

/**
 * Who charges by where the member belongs. The registration starts it; each completed transfer, in the order of completion, gives every month
 * after the letter's month to the destination (domain.md 8.6: "dues of month M+1… are charged by the destination", T73); who leaves is charged no
 * more; a move changes the branch from its month on and starts nothing. Where nothing of this is known, whoever received the member back from
 * a stay.
 */
export function chargingsAtHome(grounds: readonly ChargingGround[]): Charging[] {
  const start = grounds.find((ground) => ground.kind === 'START');
  const changes = grounds
    .filter((ground) => isForGood(ground) || (ground.kind === 'MOVE' && !ground.ofStay))
    .sort(byCompletion);
  let chargings: Charging[] = [];
  for (const { kind, id, branchId, paidThrough } of start ? [start, ...changes] : changes) {
    const first = chargings[0]?.from;
    if (kind === 'MOVE' && first === undefined) continue;
    chargings = endedAfter(chargings, paidThrough);
    if (kind !== 'START' && kind !== 'TRANSFER' && kind !== 'MOVE') continue;
    const from = nextMonth(paidThrough);
    const notBefore = kind === 'MOVE' && first && first > from ? first : from;
    chargings.push({ branchId, from: notBefore, to: null, cause: kind, causeId: id });
  }
  const back = grounds.filter(({ kind }) => kind === 'RETURN').sort(byCompletion)[0];
  return chargings.length > 0 || !back
    ? chargings
    : [
        {
          branchId: back.branchId,
          from: nextMonth(back.paidThrough),
          to: null,
          cause: 'RETURN',
          causeId: back.id,
        },
      ];
}

/** The same with the months of each stay given to its host, or to nobody here when the host lies outside of the system. */
function chargingsDuringStays(inOrder: readonly ChargingGround[]): Charging[] {
  let chargings = chargingsAtHome(inOrder);
  const found = (wanted: ChargingGround['kind'], transferId: string | null) =>
    inOrder.find((ground) => ground.kind === wanted && ground.transferId === transferId && !ground.voided);
  for (const [at, ground] of inOrder.entries()) {
    if (ground.kind === 'STAY') {
      const over = found('RETURN', ground.transferId) ?? inOrder.slice(at).find(isForGood);
      const hosts = hostsOf(ground, inOrder.slice(at));
      chargings = [
        ...without(chargings, ground.paidThrough, over?.paidThrough ?? null),
        ...(over ? endedAfter(hosts, over.paidThrough) : hosts),
      ];
    } else if (ground.kind === 'RETURN' && !found('STAY', ground.transferId)) {
      const letter = found('LETTER', ground.transferId);
      if (letter) chargings = without(chargings, letter.paidThrough, ground.paidThrough);
    }
  }
  return chargings.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** The branch at which the member's last stay was heard to be; undefined when none was heard of. */
export function lastHostOf(grounds: readonly ChargingGround[]): string | undefined {
  const ofStays = grounds.filter(({ kind, ofStay }) => kind === 'STAY' || ofStay);
  return ofStays.toSorted(byCompletion).at(-1)?.branchId;
}

/** Who hosts a stay from which month on: the branch that received the member, and those in its place after reorganisations. */
function hostsOf(stay: ChargingGround, later: readonly ChargingGround[]): Charging[] {
  const first = nextMonth(stay.paidThrough);
  let hosts: Charging[] = [];
  for (const { kind, id, branchId, paidThrough, ofStay } of later) {
    if (kind === 'MOVE' ? !ofStay : id !== stay.id || kind !== 'STAY') continue;
    const from = nextMonth(paidThrough);
    hosts = [
      ...endedAfter(hosts, paidThrough),
      { branchId, from: from > first ? from : first, to: null, cause: 'STAY', causeId: stay.id },
    ];
  }
  return hosts;
}

/** The chargings without the months after `last` through `through` (null: without all later ones). */
function without(chargings: readonly Charging[], last: Month, through: Month | null): Charging[] {
  const before = endedAfter(chargings, last);
  if (through === null) return before;
  const again = nextMonth(through > last ? through : last);
  const after = chargings
    .filter(({ to }) => to === null || to >= again)
    .map((charging) => (charging.from < again ? { ...charging, from: again } : charging));
  return [...before, ...after];
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

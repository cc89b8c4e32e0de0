/** How many dossiers of one procedure, in one state, by one channel. */
export type DossierCount = { procedure: string; state: string; channel: string; count: number };

/**
 * What happened in a unit and everything below it in a stretch of days. Counts and sums only: rates are made from them when
 * they are read, so that figures of branches can be added up. Money is đồng in digits, as JSON keeps it.
 */
export type Figures = {
  /** Branches that are counted. */
  branches: number;
  /** Official members on the last day, without those who are excluded (domain 1.4). */
  members: number;
  excluded: number;
  /** Of `members`: with an account that is approved and usable. */
  accounts: number;
  /** Of `members`: with at least one act of business in these days. */
  activeMembers: number;
  /** Opened in these days. */
  dossiers: DossierCount[];
  /** Of those that have a due day: ended in these days. */
  closed: number;
  closedOnTime: number;
  /** Open beyond their due day on the last day. */
  late: number;
  duesDue: string;
  duesPaid: string;
  /** Charges of these months that are not paid in full. */
  unpaidCharges: number;
};

/** Nothing at all: what sums begin with. */
export const noFigures: Figures = {
  branches: 0,
  members: 0,
  excluded: 0,
  accounts: 0,
  activeMembers: 0,
  dossiers: [],
  closed: 0,
  closedOnTime: 0,
  late: 0,
  duesDue: '0',
  duesPaid: '0',
  unpaidCharges: 0,
};

function addCounts(lists: readonly (readonly DossierCount[])[]): DossierCount[] {
  const sums = new Map<string, DossierCount>();
  for (const one of lists.flat()) {
    const key = `${one.procedure} ${one.state} ${one.channel}`;
    sums.set(key, { ...one, count: one.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

/** The figures of several units as one. Sums, never averages of rates. */
export function addFigures(parts: readonly Figures[]): Figures {
  const sum = (read: (part: Figures) => number) => parts.reduce((total, part) => total + read(part), 0);
  const money = (read: (part: Figures) => string) =>
    parts.reduce((total, part) => total + BigInt(read(part)), 0n).toString();
  return {
    branches: sum((part) => part.branches),
    members: sum((part) => part.members),
    excluded: sum((part) => part.excluded),
    accounts: sum((part) => part.accounts),
    activeMembers: sum((part) => part.activeMembers),
    dossiers: addCounts(parts.map((part) => part.dossiers)),
    closed: sum((part) => part.closed),
    closedOnTime: sum((part) => part.closedOnTime),
    late: sum((part) => part.late),
    duesDue: money((part) => part.duesDue),
    duesPaid: money((part) => part.duesPaid),
    unpaidCharges: sum((part) => part.unpaidCharges),
  };
}

/** A share between 0 and 1 with four decimals; null of nothing. */
export function share(part: number | bigint, whole: number | bigint): number | null {
  return Number(whole) === 0 ? null : Math.round((Number(part) / Number(whole)) * 10_000) / 10_000;
}

/** Dossiers opened, and those of them that came online. */
export function openedOf({ dossiers }: Pick<Figures, 'dossiers'>): { opened: number; online: number } {
  const count = (list: readonly DossierCount[]) => list.reduce((total, one) => total + one.count, 0);
  return { opened: count(dossiers), online: count(dossiers.filter(({ channel }) => channel === 'ONLINE')) };
}

/** The rates that follow from the counts (domain 10.5); each null where its denominator is nothing. */
export function ratesOf(figures: Figures) {
  const { opened, online } = openedOf(figures);
  return {
    installRate: share(figures.accounts, figures.members),
    usageRate: share(figures.activeMembers, figures.members),
    onlineRate: share(online, opened),
    onTimeRate: share(figures.closedOnTime, figures.closed),
    duesRate: share(BigInt(figures.duesPaid), BigInt(figures.duesDue)),
  };
}

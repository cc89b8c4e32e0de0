/** A share-of-total policy as it is shipped (domain.md 6.11). Levels and basis points run from the branch upwards. */
interface ShippedPolicy {
  readonly id: string;
  readonly levels: readonly string[];
  readonly bps: readonly number[];
  readonly basis: 'OF_RECEIVED' | 'OF_COLLECTED';
  /** Of several for the same path the one that holds where nobody has chosen. */
  readonly isUsual: boolean;
  readonly branchRange?: readonly [number, number];
  /** Derived by us where the rule gives no shares for the path: to be confirmed, whatever the rule it follows. */
  readonly isOurs?: boolean;
  readonly derivation: string;
}

const fourLevels = ['BRANCH', 'GRASSROOTS_COMMITTEE', 'PROVINCE', 'CENTRAL'];
const fiveLevels = ['BRANCH', 'GRASSROOTS_COMMITTEE', 'SUPERIOR', 'PROVINCE', 'CENTRAL'];
const grassrootsBranch = ['GRASSROOTS_BRANCH', 'SUPERIOR', 'PROVINCE', 'CENTRAL'];

const decision342: readonly ShippedPolicy[] = [
  {
    id: 'QD342_COMMUNE_RECEIVED',
    levels: fourLevels,
    bps: [5000, 4500, 250, 250],
    basis: 'OF_RECEIVED',
    isUsual: false,
    branchRange: [3000, 5000],
    derivation: 'Chi bộ giữ 50 %, xã giữ 90 %, cấp trên giữ 50 % số nhận được.',
  },
  {
    id: 'QD342_COMMUNE_COLLECTED',
    levels: fourLevels,
    bps: [5000, 4000, 500, 500],
    basis: 'OF_COLLECTED',
    isUsual: true,
    branchRange: [3000, 5000],
    derivation: 'Chi bộ giữ 50 %, đến hết cấp xã giữ 90 % tổng thu, phần còn lại chia đôi.',
  },
  {
    id: 'QD342_OTHER_RECEIVED',
    levels: fiveLevels,
    bps: [5000, 3500, 750, 375, 375],
    basis: 'OF_RECEIVED',
    isUsual: true,
    branchRange: [3000, 5000],
    derivation: 'Chi bộ giữ 50 %, cơ sở giữ 70 %, mỗi cấp trên giữ 50 % số nhận được.',
  },
  {
    id: 'QD342_GRASSROOTS_BRANCH',
    levels: grassrootsBranch,
    bps: [7000, 1500, 750, 750],
    basis: 'OF_RECEIVED',
    isUsual: true,
    isOurs: true,
    derivation: 'Chi bộ cơ sở là tổ chức cơ sở đảng: giữ 70 %, mỗi cấp trên giữ 50 % số nhận được.',
  },
];

const regulation01: readonly ShippedPolicy[] = [
  {
    id: 'QD01_DEFAULT',
    levels: fourLevels,
    bps: [7000, 1500, 750, 750],
    basis: 'OF_RECEIVED',
    isUsual: true,
    derivation: 'Chi bộ giữ 70 %, mỗi cấp trên giữ 50 % số nhận được.',
  },
  {
    id: 'QD01_DEFAULT_5',
    levels: fiveLevels,
    bps: [7000, 1500, 750, 375, 375],
    basis: 'OF_RECEIVED',
    isUsual: true,
    derivation: 'Chi bộ giữ 70 %, mỗi cấp trên giữ 50 % số nhận được.',
  },
  {
    id: 'QD01_GRASSROOTS_BRANCH',
    levels: grassrootsBranch,
    bps: [7000, 1500, 750, 750],
    basis: 'OF_RECEIVED',
    isUsual: true,
    derivation: 'Chi bộ cơ sở giữ 70 %, mỗi cấp trên giữ 50 % số nhận được.',
  },
];

const ship = (
  policies: readonly ShippedPolicy[],
  {
    from,
    to,
    source,
    isConfirmed,
  }: { from: string; to: string | null; source: string; isConfirmed: boolean },
): string => {
  const text = (value: string): string => `'${value}'`;
  const rows = policies.map(
    ({ id, levels, bps, basis, isUsual, isOurs = false, branchRange = [null, null], derivation }) =>
      [
        text(id),
        text(from),
        to === null ? 'null' : text(to),
        text(levels.join('.')),
        text(`{${bps.join(',')}}`),
        text(basis),
        isUsual,
        isConfirmed && !isOurs,
        ...branchRange.map(String),
        text(source),
        text(derivation),
      ].join(', '),
  );
  return `insert into allocation_policy (id, from_period, to_period, levels, bps, basis, is_usual, is_confirmed,
      least_branch_bps, most_branch_bps, source, derivation)
    values ${rows.map((row) => `(${row})`).join(',\n      ')}`;
};

/**
 * How dues are divided: policies from a month on, each for one path of unit types, in basis points of the whole; and what a
 * unit has chosen among them. A policy is never changed but for the month in which it ends, because payments name it; a
 * choice is never changed at all: the last one made that covers a month holds.
 */
export const allocationTables: readonly string[] = [
  `create function bps_total(bps int[]) returns bigint immutable parallel safe language sql as
    $$ select sum(share) from unnest(bps) as share $$`,
  `create table allocation_policy (
    id text primary key check (id ~ '^[A-Z][A-Z0-9_]{2,40}$'),
    from_period calendar_month not null,
    to_period calendar_month,
    levels text not null check (levels ~ '^[A-Z_]+([.][A-Z_]+)*$'),
    bps int[] not null check (bps_total(bps) = 10000 and 0 <= all (bps)),
    basis text not null check (basis in ('OF_RECEIVED', 'OF_COLLECTED')),
    is_usual boolean not null,
    is_confirmed boolean not null,
    least_branch_bps int,
    most_branch_bps int,
    source text not null,
    derivation text not null,
    entry_id uuid not null unique default uuidv7(),
    entered_by jsonb,
    entered_on date,
    check (to_period >= from_period),
    check (cardinality(bps) = cardinality(string_to_array(levels, '.'))),
    check ((least_branch_bps is null) = (most_branch_bps is null)),
    check (bps[1] between least_branch_bps and most_branch_bps),
    constraint allocation_policy_one_a_month exclude using gist
      (levels with =, basis with =, daterange(from_period, to_period, '[]') with &&),
    constraint allocation_policy_one_usual exclude using gist
      (levels with =, daterange(from_period, to_period, '[]') with &&) where (is_usual)
  )`,
  `create function allocation_policy_is_kept() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and to_jsonb(new) - 'to_period' = to_jsonb(old) - 'to_period' then return new; end if;
    raise exception '% of an allocation policy is refused: payments name it', tg_op using errcode = 'insufficient_privilege';
  end $$`,
  `create trigger allocation_policy_kept before update or delete on allocation_policy
    for each row execute function allocation_policy_is_kept()`,
  `create table allocation_choice (
    id uuid primary key default uuidv7(),
    unit_id uuid not null,
    from_period calendar_month not null,
    to_period calendar_month,
    basis text check (basis in ('OF_RECEIVED', 'OF_COLLECTED')),
    branch_bps int check (branch_bps between 0 and 10000),
    reason text not null,
    chosen_by jsonb not null,
    chosen_on date not null,
    check (to_period >= from_period)
  )`,
  'create index allocation_choice_of on allocation_choice (unit_id, id)',
  ship(decision342, {
    from: '2011-04-01',
    to: '2026-01-01',
    source: 'Quyết định 342-QĐ/TW',
    isConfirmed: true,
  }),
  ship(regulation01, { from: '2026-02-01', to: null, source: 'Quy định 01-QĐ/TW', isConfirmed: false }),
];

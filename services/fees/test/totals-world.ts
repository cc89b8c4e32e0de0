import { randomUUID } from 'node:crypto';
import { lastDayOf, monthRange } from '@dang/vietnam/month';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { TotalsAxis } from '../src/totals/totals.query.ts';

/** A charge of a member for a month, as it stands. */
export interface WorldCharge {
  readonly period: string;
  readonly memberId: string;
  readonly branchId: string;
  readonly category: 'PENSION' | 'STUDENT';
  amount: bigint;
  status: 'ANNOUNCED' | 'PAID' | 'WAIVED' | 'REFUNDED';
}

/** Money that came, or went back (`sign` −1), for a charge. */
interface WorldPayment {
  readonly charge: WorldCharge;
  readonly paidMonth: string;
  readonly channel: 'ONLINE' | 'CASH';
  readonly sign: 1 | -1;
  readonly keptBy: readonly string[];
  readonly kept: readonly bigint[];
}

/** What is added up by hand. */
export interface NaiveSum {
  due: bigint;
  members: number;
  paid: bigint;
  payers: number;
  retained: bigint;
}

type Place = { readonly from: string; readonly path: readonly string[] };

/**
 * A province of its own, kept twice: in the database, as the service writes it, and in memory, where totals are worked out by hand, row
 * by row. Shares: half to the branch, the rest in equal parts to the units above it, as the tree stood in the month of the charge.
 */
export class World {
  readonly province: string = randomUUID();
  readonly wards: readonly string[] = [randomUUID(), randomUUID()];
  readonly committees: readonly string[] = [randomUUID(), randomUUID(), randomUUID()];
  readonly branches: readonly string[] = Array.from({ length: 5 }, () => randomUUID());
  readonly members: readonly string[] = Array.from({ length: 40 }, () => randomUUID());
  readonly charges: WorldCharge[] = [];
  readonly payments: WorldPayment[] = [];
  readonly #places = new Map<string, Place[]>();
  readonly #em: () => SqlEntityManager;

  constructor(em: () => SqlEntityManager) {
    this.#em = em;
    const above = (id: string, parent: string | null) =>
      this.#places.set(id, [
        { from: '0001-01-01', path: [...(parent === null ? [] : this.#now(parent)), id] },
      ]);
    above(this.province, null);
    for (const ward of this.wards) above(ward, this.province);
    this.committees.forEach((id, n) => {
      above(id, this.wards[n % 2] ?? '');
    });
    this.branches.forEach((id, n) => {
      above(id, this.committees[n % 3] ?? '');
    });
  }

  get units(): string[] {
    return [...this.#places.keys()];
  }

  #now(unitId: string): readonly string[] {
    return this.#places.get(unitId)?.at(-1)?.path ?? [];
  }

  /** The path of a unit on a day: what was said last of those that hold by then. */
  pathOn(unitId: string, day: string): readonly string[] {
    return this.#places.get(unitId)?.findLast(({ from }) => from <= day)?.path ?? [];
  }

  /** Tells the database of the tree: its copies, and where everything stood. */
  async open(): Promise<void> {
    const types = [this.wards, this.committees, this.branches];
    const rows = this.units.map((id) => ({
      id,
      type:
        ['SUPERIOR', 'GRASSROOTS_COMMITTEE', 'BRANCH'][types.findIndex((ids) => ids.includes(id))] ??
        'PROVINCE',
      path: this.#now(id),
    }));
    await this.#em().execute(
      `with told as (select * from jsonb_to_recordset(?::jsonb) as row(id uuid, type text, path uuid[])),
         copied as (
           insert into unit_copy (id, version, code, name, short_name, type, kind, parent_id, path, valid_from)
           select id, 1, id::text, 'Đơn vị', 'ĐV', type, 'OTHER', path[cardinality(path) - 1], array_to_string(path, '.')::ltree, '2020-01-01'
           from told)
       insert into unit_path (unit_id, version, path, heard_on) select id, 1, path, '2020-01-01' from told`,
      [JSON.stringify(rows)],
    );
    await this.#em().execute(`select place_units('{${this.units.join(',')}}')`);
  }

  /**
   * Puts a committee with its branches under a ward, or a branch under a committee, from a day on; not before a day on which one
   * of them was moved: the tree refuses that as well.
   */
  async move(unitId: string, parentId: string, day: string): Promise<void> {
    const above = this.#now(parentId);
    const moved = this.units.filter((id) => this.#now(id).includes(unitId));
    const then = this.units.filter((id) => this.pathOn(id, day).includes(unitId));
    if ([...moved, ...then, ...above].some((id) => (this.#places.get(id)?.at(-1)?.from ?? '') > day)) return;
    const rows = moved.map((id) => {
      const now = this.#now(id);
      const path = [...above, ...now.slice(now.indexOf(unitId))];
      const places = this.#places.get(id) ?? [];
      const standing = places.filter(({ from }, n) => n === 0 || from < day);
      this.#places.set(id, [...standing, { from: day, path }]);
      return { id, path };
    });
    const reorganisation = randomUUID();
    await this.#em().execute(
      `with told as (select * from jsonb_to_recordset(?::jsonb) as row(id uuid, path uuid[])),
         dated as (insert into reorganisation_day (reorganisation_id, effective_on) values (?, ?))
       insert into unit_path (unit_id, version, path, reorganisation_id, heard_on)
       select id, (select max(version) + 1 from unit_path known where known.unit_id = told.id), path, ?, ? from told`,
      [JSON.stringify(rows), reorganisation, day, reorganisation, day],
    );
    await this.#em().execute(`select place_units('{${moved.join(',')}}')`);
  }

  async charge(given: Omit<WorldCharge, 'status'>): Promise<WorldCharge | null> {
    if (this.charges.some(({ period, memberId }) => period === given.period && memberId === given.memberId))
      return null;
    const charge: WorldCharge = { ...given, status: 'ANNOUNCED' };
    this.charges.push(charge);
    await this.#em().execute(
      `insert into dues_charge (period, member_id, branch_id, category, amount, status) values (?, ?, ?, ?, ?, 'ANNOUNCED')`,
      [`${charge.period}-01`, charge.memberId, charge.branchId, charge.category, charge.amount],
    );
    return charge;
  }

  async #set(charge: WorldCharge, paid: bigint, em: SqlEntityManager): Promise<void> {
    await em.execute(
      'update dues_charge set amount = ?, paid = ?, status = ?::dues_charge_status where period = ? and member_id = ?',
      [charge.amount, paid, charge.status, `${charge.period}-01`, charge.memberId],
    );
  }

  async waive(charge: WorldCharge): Promise<void> {
    charge.status = 'WAIVED';
    await this.#set(charge, 0n, this.#em());
  }

  async reamount(charge: WorldCharge, amount: bigint): Promise<void> {
    charge.amount = amount;
    await this.#set(charge, 0n, this.#em());
  }

  /** The money came, or goes back: in one transaction, as a payment is posted. */
  async pay(
    charge: WorldCharge,
    paidMonth: string,
    channel: 'ONLINE' | 'CASH',
    sign: 1 | -1 = 1,
  ): Promise<void> {
    const before = this.payments.findLast((payment) => payment.charge === charge && payment.sign === 1);
    const keptBy =
      sign === -1 && before
        ? before.keptBy
        : this.pathOn(charge.branchId, lastDayOf(charge.period)).toReversed();
    const part = charge.amount / 2n / BigInt(keptBy.length - 1);
    const kept = keptBy.map((_, n) => (n === 0 ? charge.amount - part * BigInt(keptBy.length - 1) : part));
    const used = sign === -1 && before ? before.channel : channel;
    charge.status = sign === 1 ? 'PAID' : 'REFUNDED';
    this.payments.push({ charge, paidMonth, channel: used, sign, keptBy, kept });
    await this.#em().transactional(async (em) => {
      await this.#set(charge, sign === 1 ? charge.amount : 0n, em);
      const amount = BigInt(sign);
      await em.execute(
        `with newcomer as (
           insert into payer_month (paid_month, branch_id, member_id) select ?, ?, ? where ? = 1 on conflict do nothing returning 1)
         insert into totals_delta (unit_id, period, paid_month, category, channel, method, paid, payers, payers_of_month,
           kept_units, kept_amounts)
         select ?, ?, ?, ?, ?, ?, ?, ?, (select count(*) from newcomer), ?::uuid[], ?::bigint[]`,
        [
          ...[`${paidMonth}-01`, charge.branchId, charge.memberId, sign],
          ...[charge.branchId, `${charge.period}-01`, `${paidMonth}-01`, charge.category, used],
          ...[used === 'CASH' ? 'CASH' : 'BANK', charge.amount * amount, sign],
          ...[`{${keptBy.join(',')}}`, `{${kept.map((each) => each * amount).join(',')}}`],
        ],
      );
    });
  }

  /** What a unit's totals are of some months, counted row by row; `asOf` null: each month in its own tree. */
  naive(
    unitId: string,
    from: string,
    through: string,
    axis: TotalsAxis,
    asOf: string | null = null,
  ): NaiveSum {
    const sum: NaiveSum = { due: 0n, members: 0, paid: 0n, payers: 0, retained: 0n };
    const isBelow = (id: string, month: string) => this.pathOn(id, asOf ?? lastDayOf(month)).includes(unitId);
    for (const month of monthRange(from, through)) {
      const payers = new Set<string>();
      for (const { period, branchId, status, amount } of this.charges) {
        if (axis === 'PAYMENT' || period !== month || status === 'WAIVED' || !isBelow(branchId, month))
          continue;
        sum.due += amount;
        sum.members += 1;
      }
      for (const { charge, paidMonth, sign, keptBy, kept } of this.payments) {
        if ((axis === 'PERIOD' ? charge.period : paidMonth) !== month) continue;
        if (isBelow(charge.branchId, month)) {
          sum.paid += BigInt(sign) * kept.reduce((all, each) => all + each, 0n);
          if (axis === 'PERIOD') sum.payers += sign;
          else if (sign === 1) payers.add(charge.memberId);
        }
        keptBy.forEach((keeper, n) => {
          if (isBelow(keeper, month)) sum.retained += BigInt(sign) * (kept[n] ?? 0n);
        });
      }
      sum.payers += payers.size;
    }
    return sum;
  }
}

import { orderNumber } from '@dang/vietnam/identifiers';
import { Dice, demoId } from './demo-id.ts';
import { secretaryOf } from './officers.ts';
import type { DemoMember } from './people.ts';
import { unitId } from './province.ts';

/** A paid order of the demo province; days are `YYYY-MM-DD`. */
export type DemoOrder = {
  id: string;
  number: string;
  unitId: string;
  mode: 'SELF' | 'BRANCH' | 'CASH';
  payer: DemoMember;
  paidOn: string;
  method: 'BANK' | 'E_WALLET' | 'MOBILE_MONEY' | 'CASH';
  lines: { memberId: string; month: string }[];
};

/** Branches whose members bring their dues in notes. */
const cashBranches: ReadonlySet<string> = new Set(['05.203.002.000.002', '05.203.003.000.003']);
const prefix = 'G22.99';

/** In each month one of twenty pays alone, personas always; the others pay through their branch, at once. */
const paysAlone = (member: DemoMember): boolean =>
  member.persona !== null || new Dice(`pays-alone:${member.id}`).chance(0.05);

/** The orders by which a branch's members have paid these months: `paid` says who paid which. */
export function ordersOf(
  branchCode: string,
  months: readonly string[],
  paid: (month: string) => readonly DemoMember[],
): DemoOrder[] {
  const { holder } = secretaryOf(branchCode);
  const sequences = new Map<string, number>();
  const numbered = (day: string): string => {
    const sequence = (sequences.get(day) ?? 0) + 1;
    sequences.set(day, sequence);
    return orderNumber(prefix, branchCode, day, sequence);
  };
  const order = (
    given: Omit<DemoOrder, 'id' | 'number' | 'unitId' | 'lines'> & { month: string; members: DemoMember[] },
  ): DemoOrder => {
    const { month, members, ...rest } = given;
    const number = numbered(rest.paidOn);
    const lines = members.map(({ id }) => ({ memberId: id, month }));
    return { id: demoId(`order:${number}`), number, unitId: unitId(branchCode), lines, ...rest };
  };
  return months.flatMap((month, index) => {
    const members = paid(month);
    // the month that is running is paid in its first days
    const last = index === months.length - 1;
    const dayOf = (day: number) => `${month}-${String(last ? Math.min(day, 5) : day).padStart(2, '0')}`;
    if (cashBranches.has(branchCode)) {
      const common = { mode: 'CASH', payer: holder, method: 'CASH', paidOn: dayOf(14), month } as const;
      return members.length === 0 ? [] : [order({ ...common, members: [...members] })];
    }
    const alone = members.filter(paysAlone).map((payer) => {
      const dice = new Dice(`order:${payer.id}:${month}`);
      const method = dice.pick(['BANK', 'BANK', 'E_WALLET', 'MOBILE_MONEY'] as const);
      return order({
        mode: 'SELF',
        payer,
        method,
        paidOn: dayOf(dice.between(2, 20)),
        month,
        members: [payer],
      });
    });
    const together = members.filter((member) => !paysAlone(member));
    if (together.length === 0) return alone;
    const branch = { mode: 'BRANCH', payer: holder, method: 'BANK', paidOn: dayOf(12), month } as const;
    return [...alone, order({ ...branch, members: together })];
  });
}

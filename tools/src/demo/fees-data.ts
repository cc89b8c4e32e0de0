import type { FeesDemoData } from '@dang/fees/demo-data';
import { Dice } from './demo-id.ts';
import { demoDesk } from './dues-desk.ts';
import { ordersOf } from './dues-orders.ts';
import { positions, secretaryOf } from './officers.ts';
import type { DemoMember } from './people.ts';
import { isOfRetirementAge, members, monthlyDuesOf } from './people.ts';
import { pathTo, unitId } from './province.ts';
import { accountOf } from './waiting.ts';

/** The six months that are announced, the oldest first: from the first month of the new regime to the present one. */
const months = ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'];
const communes = ['05.200', '05.201', '05.202', '05.203', '05.300', '05.400', '05.401'];

/** Members of branches who pay: those to whom the procedures do not apply are left out (domain 1.4). */
const payers = members.filter(
  ({ branchCode, status, forceCategory }) =>
    branchCode !== null && status === 'ACTIVE' && forceCategory === 'NONE',
);

/** How many of the last months somebody still owes: `neighbour` two, the other personas none, most people none. */
function monthsOwed(member: DemoMember): number {
  if (member.persona) return member.persona.persona === 'neighbour' ? 2 : 0;
  const share = new Dice(`arrears:${member.id}`).fraction();
  if (share < 0.015) return 4;
  if (share < 0.045) return 2;
  return share < 0.13 ? 1 : 0;
}

/** Whoever owes at least a month. */
export const membersOwing: ReadonlySet<string> = new Set(
  payers.filter((member) => monthsOwed(member) > 0).map(({ id }) => id),
);

/** The category of QĐ 01-QĐ/TW that a rate names. */
function categoryOf(member: DemoMember): string {
  const { category } = member.dues;
  if (category !== 'NON_SI') return category;
  return isOfRetirementAge(member) ? 'NON_SI_RETIREMENT_AGE' : 'NON_SI_BELOW_RETIREMENT';
}

function rateOf(member: DemoMember): FeesDemoData['rates'] {
  const monthlyAmount = monthlyDuesOf(member);
  if (monthlyAmount === null || member.branchCode === null) return [];
  const own = secretaryOf(member.branchCode);
  const approver = own.holder.id === member.id ? secretaryOf(own.unitCode.slice(0, 6)) : own;
  return [
    {
      memberId: member.id,
      category: categoryOf(member),
      monthlyAmount,
      from: '2026-02',
      approvedOn: '2026-02-05',
      approvedBy: {
        memberId: approver.holder.id,
        name: approver.holder.fullName,
        title: approver.title,
        unitId: approver.unitId,
      },
    },
  ];
}

/** Whoever has paid a month: everybody who is charged then and does not owe it. */
function paidIn(branchCode: string): (month: string) => DemoMember[] {
  const branch = payers.filter(
    (member) => member.branchCode === branchCode && monthlyDuesOf(member) !== null,
  );
  const owed = new Map(branch.map((member) => [member.id, new Set(monthsOwedBy(member))]));
  return (month) =>
    branch.filter(({ id, joinDate }) => joinDate.slice(0, 7) <= month && !owed.get(id)?.has(month));
}

function monthsOwedBy(member: DemoMember): string[] {
  const owed = monthsOwed(member);
  const charged = months.filter((month) => month >= member.joinDate.slice(0, 7));
  return owed === 0 ? [] : charged.slice(-owed);
}

const personOf = (member: DemoMember, title: string) => ({
  accountId: accountOf(member),
  memberId: member.id,
  name: member.fullName,
  title,
});

/** Every paid order of a branch, as fees loads it; its deputy secretary has confirmed what was paid in notes. */
function paidOrders(branchCode: string): FeesDemoData['orders'] {
  const deputy = positions.find(
    ({ unitCode, role }) => unitCode === branchCode && role === 'BRANCH_DEPUTY_SECRETARY',
  );
  return ordersOf(branchCode, months, paidIn(branchCode)).map(({ payer, ...order }) => ({
    ...order,
    payer: { ...personOf(payer, 'Bí thư chi bộ'), title: order.mode === 'SELF' ? null : 'Bí thư chi bộ' },
    confirmedBy: order.mode === 'CASH' && deputy ? personOf(deputy.holder, deputy.title) : null,
  }));
}

/** What fees holds of the demo province. */
export function feesData(): FeesDemoData {
  const branchCodes = [...new Set(payers.map(({ branchCode }) => branchCode ?? ''))];
  return {
    rates: payers.flatMap(rateOf),
    chargings: payers.map(({ id, branchCode, joinDate }) => ({
      memberId: id,
      branchId: unitId(branchCode ?? ''),
      from: joinDate < '2026-02' ? '2026-02' : joinDate.slice(0, 7),
    })),
    communes: communes.map(unitId),
    months,
    orders: branchCodes.flatMap(paidOrders),
    paths: Object.fromEntries(branchCodes.map((code) => [unitId(code), pathTo(code).toReversed()])),
    desk: demoDesk(),
  };
}

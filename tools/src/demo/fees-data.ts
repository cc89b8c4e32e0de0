import type { FeesDemoData } from '@dang/fees/demo-data';
import { Dice } from './demo-id.ts';
import { secretaryOf } from './officers.ts';
import type { DemoMember } from './people.ts';
import { members, monthlyDuesOf } from './people.ts';
import { unitId } from './province.ts';

/** The six months that are announced, the oldest first: from the first month of the new regime to the present one. */
const months = ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'];
const communes = ['05.200', '05.201', '05.202', '05.203', '05.300', '05.400'];

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

function rateOf(member: DemoMember): FeesDemoData['rates'] {
  const monthlyAmount = monthlyDuesOf(member);
  if (monthlyAmount === null || member.branchCode === null) return [];
  const own = secretaryOf(member.branchCode);
  const approver =
    own.holder.id === member.id
      ? secretaryOf(own.unitCode.startsWith('05.400.') ? '05.400' : own.unitCode.slice(0, 6))
      : own;
  return [
    {
      memberId: member.id,
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

/** What fees holds of the demo province. */
export function feesData(): FeesDemoData {
  return {
    rates: payers.flatMap(rateOf),
    chargings: payers.map(({ id, branchCode, joinDate }) => ({
      memberId: id,
      branchId: unitId(branchCode ?? ''),
      from: joinDate < '2026-02' ? '2026-02' : joinDate.slice(0, 7),
    })),
    communes: communes.map(unitId),
    months,
    unpaid: payers.flatMap((member) => {
      const owed = monthsOwed(member);
      const charged = months.filter((month) => month >= member.joinDate.slice(0, 7));
      return owed === 0 ? [] : charged.slice(-owed).map((month) => ({ memberId: member.id, month }));
    }),
  };
}

import type { DemoDesk } from '@dang/fees/demo-desk';
import { dossierNumber } from '@dang/vietnam/identifiers';
import { Dice, daysAfter, demoId, demoToday } from './demo-id.ts';
import { type Held, positions, secretaryOf } from './officers.ts';
import { committeeUnits, memberUnits, unitByCode, unitId } from './province.ts';
import { accountOf, ordinaryMember } from './waiting.ts';

/** Has no account for retained dues, so that its share is held. */
const withoutAccount = '05.200.044.000.002';
/** Has declared one that the committee has yet to approve. */
const declaredOnly = '05.200.044.000.003';

const actingAs = ({ holder, title, unitId: unit }: Held) => ({
  accountId: accountOf(holder),
  memberId: holder.id,
  name: holder.fullName,
  title,
  unitId: unit,
});

/** The accounts of the organisations themselves, declared by their deputies, approved by the secretary of the superior. */
function accounts(): DemoDesk['accounts'] {
  const declaredOn = '2026-02-03';
  return [...memberUnits, ...committeeUnits]
    .filter(({ code }) => code !== withoutAccount)
    .map(({ code, name }) => {
      const unit = unitByCode(code);
      const above = [...committeeUnits].find(({ unitId: id }) => id === unit.parentId);
      const deputy = positions.find(
        ({ unitCode, role }) => unitCode === code && role.endsWith('DEPUTY_SECRETARY'),
      );
      const digits = String(new Dice(`bank:${code}`).between(1_000_000_000, 9_999_999_999));
      return {
        id: demoId(`beneficiary:${code}`),
        number: dossierNumber(code, 'TK', code === declaredOnly ? daysAfter(demoToday, -1) : declaredOn, 1),
        unitId: unitId(code),
        holderName: name,
        bankCode: 'AGRIBANK',
        digits,
        declaredOn: code === declaredOnly ? daysAfter(demoToday, -1) : declaredOn,
        declaredBy: actingAs(deputy ?? secretaryOf(code)),
        approvedBy: code === declaredOnly ? null : actingAs(secretaryOf(above?.code ?? '05')),
      };
    });
}

/** Where retained dues go in the demo province, a declared rate and a request for a reduction that wait. */
export function demoDesk(): DemoDesk {
  const [richer, poorer] = [ordinaryMember('05.200.044.000.001', 3), ordinaryMember('05.200.044.000.002', 3)];
  return {
    accounts: accounts(),
    rates: [
      {
        id: demoId(`dues-rate:${richer.id}`),
        number: 'MP-DEMO-1',
        memberId: richer.id,
        branchId: unitId('05.200.044.000.001'),
        base: 14_200_000,
        baseMonth: '2026-07',
        amount: 142_000,
        from: '2026-08',
        declaredOn: daysAfter(demoToday, -1),
      },
    ],
    reductions: [
      {
        id: demoId(`waiver:${poorer.id}`),
        number: 'MG-DEMO-1',
        memberId: poorer.id,
        branchId: unitId('05.200.044.000.002'),
        approverUnitId: unitId('05.200.044'),
        percent: 50,
        from: '2026-08',
        to: '2027-01',
        requestReference: 'Đơn ngày 03/07/2026',
        reason: 'Gia đình có người ốm dài ngày',
        requestedOn: daysAfter(demoToday, -2),
      },
    ],
  };
}

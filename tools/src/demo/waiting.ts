import type { DemoWaiting } from '@dang/identity/demo-waiting';
import { dossierNumber } from '@dang/vietnam/identifiers';
import { daysAfter, demoId, demoToday } from './demo-id.ts';
import { positions } from './officers.ts';
import { type DemoMember, membersIn } from './people.ts';
import { unitId } from './province.ts';

const officers: ReadonlySet<string> = new Set(positions.map(({ holder }) => holder.id));

/** An ordinary member of the branch with an account, who holds no office and is no persona; the `at`th from the end. */
export function ordinaryMember(code: string, at = 0): DemoMember {
  const chosen = membersIn(code)
    .filter(({ id, hasAccount, persona }) => hasAccount && persona === null && !officers.has(id))
    .at(-1 - at);
  if (!chosen) throw new Error(`Nobody ordinary belongs to ${code}`);
  return chosen;
}

export const accountOf = (member: DemoMember): string => demoId(`account:${member.id}`);

const submittedOn = daysAfter(demoToday, -2);

/** A claim for the committee of Chi bộ 3, and changes of information that wait for two branches. */
export function demoWaiting(): DemoWaiting {
  const [claimant, reachable, renamed] = [
    ordinaryMember('05.200.044.000.003'),
    ordinaryMember('05.200.044.000.001', 1),
    ordinaryMember('05.200.044.000.002', 1),
  ];
  const common = (member: DemoMember, code: string, procedure: string) => ({
    id: demoId(`${procedure}:${member.id}`),
    number: dossierNumber(code, procedure, submittedOn, 1),
    accountId: accountOf(member),
    memberId: member.id,
    submittedOn,
  });
  return {
    claims: [
      {
        ...common(claimant, '05.200.044.000.003', 'POSITION_CLAIM'),
        unitId: unitId('05.200.044.000.003'),
        approverUnitId: unitId('05.200.044'),
        role: 'BRANCH_COMMITTEE_MEMBER',
        title: 'Chi ủy viên',
        fromOn: '2026-07-01',
      },
    ],
    changes: [
      {
        ...common(reachable, '05.200.044.000.001', 'ACCOUNT_CHANGE'),
        branchId: unitId('05.200.044.000.001'),
        approverUnitId: unitId('05.200.044.000.001'),
        status: 'PENDING_BRANCH',
        important: false,
        changes: [{ field: 'extended.phone', old: null, new: '0912345678' }],
        note: 'Đổi số điện thoại liên hệ',
      },
      {
        ...common(renamed, '05.200.044.000.002', 'ACCOUNT_CHANGE'),
        branchId: unitId('05.200.044.000.002'),
        approverUnitId: unitId('05.200.044.000.002'),
        status: 'PENDING_BRANCH',
        important: false,
        changes: [{ field: 'employer.name', old: null, new: 'Trường Tiểu học Việt Hưng' }],
        note: null,
      },
    ],
  };
}

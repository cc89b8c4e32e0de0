import type { IdentityDemoData } from '@dang/identity/demo-data';
import { dossierNumber } from '@dang/vietnam/identifiers';
import { Dice, daysAfter, demoId, demoToday } from './demo-id.ts';
import { positions, secretaryOf } from './officers.ts';
import type { DemoMember } from './people.ts';
import { members, membersIn, monthlyDuesOf } from './people.ts';
import { personalIdOf } from './personas.ts';
import { treeBegins, unitId } from './province.ts';
import { demoWaiting } from './waiting.ts';

type AccountRow = IdentityDemoData['accounts'][number];

const memberRow = (member: DemoMember): IdentityDemoData['members'][number] => ({
  id: member.id,
  fullName: member.fullName,
  gender: member.gender,
  dateOfBirth: member.dateOfBirth,
  permanentAddress: member.permanentAddress,
  personalId: member.personalId,
  cardNumber: member.cardNumber,
  legacyCardNumber: member.legacyCardNumber,
  profileNumber: member.profileNumber,
  joinDate: member.joinDate,
  officialDate: member.officialDate,
  status: member.status,
  forceCategory: member.forceCategory,
  underInspection: member.underInspection,
  branchId: unitId(member.registryCode),
  residenceBranchId: unitId(member.residenceCode),
  residenceContactMode: 'NORMAL',
});

/** Whose account is not simply approved: one of every kind that waits for somebody, was turned down or was closed to its holder. */
const unusual = new Map<string, Partial<AccountRow> & Pick<AccountRow, 'status'>>();
const withoutAccount = (code: string): DemoMember[] =>
  membersIn(code).filter(({ hasAccount, persona }) => !hasAccount && persona === null);

function mark(code: string, at: number, over: Partial<AccountRow> & Pick<AccountRow, 'status'>): void {
  const chosen =
    withoutAccount(code)[at] ??
    membersIn(code).findLast(({ persona, positions: held }) => !persona && held.length === 0);
  if (chosen) unusual.set(chosen.id, over);
}
mark('05.200.044.000.001', 0, { status: 'PENDING_BRANCH', approverUnitId: unitId('05.200.044.000.001') });
mark('05.200.044.000.004', 0, {
  status: 'PENDING_SUPERIOR',
  claimedPosition: 'DEPUTY_SECRETARY',
  approverUnitId: unitId('05.200.044'),
});
mark('05.200.044.000.002', 0, {
  status: 'REJECTED',
  approverUnitId: unitId('05.200.044.000.002'),
  rejectionReason: 'Ngày vào đảng chưa khớp với lý lịch, đề nghị kê khai lại.',
});
mark('05.200.044.000.005', 0, {
  status: 'DRAFT',
  number: null,
  branchId: null,
  approverUnitId: null,
  submittedOn: null,
});
mark('05.200.044.000.006', 0, { status: 'LOCKED' });

const sequences = new Map<string, number>();

function numberFor(code: string, day: string): string {
  const key = `${code} ${day}`;
  const next = (sequences.get(key) ?? 0) + 1;
  sequences.set(key, next);
  return dossierNumber(code, 'ACCOUNT', day, next);
}

function accountRow(member: DemoMember): AccountRow[] {
  const over = unusual.get(member.id);
  if (member.branchCode === null || !(member.hasAccount || over)) return [];
  const waits = over !== undefined && over.status !== 'LOCKED';
  const submittedOn = waits
    ? daysAfter(demoToday, -3)
    : daysAfter('2026-02-01', new Dice(`account:${member.id}`).between(0, 60));
  return [
    {
      id: demoId(`account:${member.id}`),
      memberId: member.id,
      personalId: member.personalId,
      fullName: member.fullName,
      dateOfBirth: member.dateOfBirth,
      gender: member.gender,
      status: 'ACTIVE',
      number: over?.status === 'DRAFT' ? null : numberFor(member.branchCode, submittedOn),
      branchId: unitId(member.branchCode),
      residenceBranchId: unitId(member.residenceCode),
      approverUnitId: unitId(member.branchCode),
      claimedPosition: 'MEMBER',
      legacyCardNumber: member.legacyCardNumber,
      profileNumber: member.profileNumber,
      joinDate: member.joinDate,
      officialDate: member.officialDate,
      monthlyDues: monthlyDuesOf(member) ?? 0,
      monthlyDuesFrom: waits ? '2026-08' : '2026-02',
      submittedOn,
      ...over,
    },
  ];
}

/** A citizen whom the registry does not know, and whose registration waits for the branch: the secretary has to check. */
export const selfDeclared = {
  fullName: 'Kiều Minh Đức',
  gender: 'MALE',
  dateOfBirth: '1994-01-20',
  personalId: personalIdOf({ gender: 'MALE', dateOfBirth: '1994-01-20' }, 900),
} as const;

const selfDeclaredAccount: AccountRow = {
  ...selfDeclared,
  id: demoId('account:self-declared'),
  memberId: null,
  status: 'PENDING_BRANCH',
  number: numberFor('05.200.044.000.001', daysAfter(demoToday, -1)),
  branchId: unitId('05.200.044.000.001'),
  residenceBranchId: unitId('05.200.044.000.003'),
  approverUnitId: unitId('05.200.044.000.001'),
  claimedPosition: 'MEMBER',
  profileNumber: '904417',
  joinDate: '2019-05-19',
  officialDate: '2020-05-19',
  monthlyDues: 95_000,
  monthlyDuesFrom: '2026-08',
  submittedOn: daysAfter(demoToday, -1),
};

/** What identity holds of the demo province. */
export function identityData(): IdentityDemoData {
  const data: IdentityDemoData = {
    today: demoToday,
    members: members.map(memberRow),
    accounts: [...members.flatMap(accountRow), selfDeclaredAccount],
    positions: [],
    delegations: [],
    adminGrants: [],
    waiting: demoWaiting(),
  };
  for (const { id, role, title, unitId: unit, unitCode, holder } of positions) {
    const common = { id, memberId: holder.id, unitId: unit, title, from: treeBegins };
    if (role === 'BRANCH_DELEGATE' || role === 'COMMITTEE_DELEGATE') {
      const appointedBy = secretaryOf(unitCode).holder.id;
      data.delegations.push({ ...common, role, from: '2026-01-01', to: '2026-12-31', appointedBy });
    } else if (role === 'ORG_ADMIN' || role === 'SUPPORT_AGENT' || role === 'SYSTEM_ADMIN') {
      const grantedBy =
        unitCode === '05'
          ? null
          : (positions.find((one) => one.role === role && one.unitCode === '05')?.holder.id ?? null);
      data.adminGrants.push({
        ...common,
        role,
        grantedBy,
        reason: 'Phân quyền quản trị khi triển khai hệ thống',
      });
    } else data.positions.push({ ...common, role });
  }
  return data;
}

import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { testSigning } from '@dang/documents/signing/testing-signing';
import { testStorage } from '@dang/documents/testing-files';
import { SigningCertificateRecorded } from '@dang/events/contracts/identity/signing-certificate-recorded';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { makeEnvelope } from '@dang/events/envelope';
import type { Clock } from '@dang/service/clock';
import { openSubgraph, testActor, testDatabase } from '@dang/service/testing';
import { definition } from '../src/definition.ts';
import { type EvaluationDemoData, loadDemoData } from '../src/demo-data.ts';
import { copiesOf } from './province-copies.ts';

/** A small province for the tests of this service; its day is 2026-07-06. */
export const id = (digits: string) => `01980000-0000-7000-8000-${digits.padStart(12, '0')}`;

export const units = {
  city: id('1'),
  ward: id('200'),
  committee: id('200044'),
  branch1: id('200044001'),
  branch2: id('200044002'),
  residenceWard: id('201'),
  residenceCommittee: id('201021'),
  residenceBranch: id('201021021'),
  residenceBranch2: id('201021022'),
  companyWard: id('202'),
  companyBranch: id('202010001'),
} as const;

type UnitName = keyof typeof units;

/** Every unit below its superior: its code (as in the demo province), type and kind. */
const tree: readonly [path: UnitName[], code: string, type: string, kind: string][] = [
  [['city'], '05', 'PROVINCE', 'OTHER'],
  [['city', 'ward'], '05.200', 'SUPERIOR', 'COMMUNE'],
  [['city', 'ward', 'committee'], '05.200.044', 'GRASSROOTS_COMMITTEE', 'RESIDENTIAL'],
  [['city', 'ward', 'committee', 'branch1'], '05.200.044.000.001', 'BRANCH', 'RESIDENTIAL'],
  [['city', 'ward', 'committee', 'branch2'], '05.200.044.000.002', 'BRANCH', 'RESIDENTIAL'],
  [['city', 'residenceWard'], '05.201', 'SUPERIOR', 'COMMUNE'],
  [['city', 'residenceWard', 'residenceCommittee'], '05.201.021', 'GRASSROOTS_COMMITTEE', 'RESIDENTIAL'],
  [
    ['city', 'residenceWard', 'residenceCommittee', 'residenceBranch'],
    '05.201.021.000.021',
    'BRANCH',
    'RESIDENTIAL',
  ],
  [
    ['city', 'residenceWard', 'residenceCommittee', 'residenceBranch2'],
    '05.201.021.000.022',
    'BRANCH',
    'RESIDENTIAL',
  ],
  [['city', 'companyWard'], '05.202', 'SUPERIOR', 'COMMUNE'],
  [['city', 'companyWard', 'companyBranch'], '05.202.010', 'GRASSROOTS_BRANCH', 'ENTERPRISE'],
];

export const members = { member: id('a1'), neighbour: id('a2'), residenceSecretary: id('a3') } as const;

/** Where they are members. */
const homes = {
  member: units.branch1,
  neighbour: units.branch1,
  residenceSecretary: units.residenceBranch,
} as const satisfies Record<keyof typeof members, string>;

const acting = (role: Role, unit: keyof typeof units, memberId?: string): Actor =>
  testActor({ role, unitId: units[unit], ...(memberId && { memberId }) });

/** The people of the tests by the names of the demo province. */
export const actors = {
  member: testActor({ memberId: members.member }),
  neighbour: testActor({ memberId: members.neighbour }),
  secretary: acting('BRANCH_SECRETARY', 'branch1'),
  collector: acting('BRANCH_DELEGATE', 'branch1'),
  secretary2: acting('BRANCH_SECRETARY', 'branch2'),
  committee: acting('COMMITTEE_SECRETARY', 'committee'),
  wardBuilding: acting('PARTY_BUILDING_STAFF', 'ward'),
  inspector: acting('INSPECTION_OFFICER', 'city'),
  residenceSecretary: acting('BRANCH_SECRETARY', 'residenceBranch', members.residenceSecretary),
  residenceCommittee: acting('COMMITTEE_SECRETARY', 'residenceCommittee'),
  residenceWard: acting('COMMITTEE_SECRETARY', 'residenceWard'),
  companySecretary: acting('BRANCH_SECRETARY', 'companyBranch'),
  companyWard: acting('COMMITTEE_SECRETARY', 'companyWard'),
  wardAdmin: acting('ORG_ADMIN', 'ward'),
  support: acting('SUPPORT_AGENT', 'ward'),
  locked: testActor({
    memberId: members.member,
    accountStatus: 'LOCKED',
    role: 'BRANCH_SECRETARY',
    unitId: units.branch1,
  }),
  applicant: testActor({ memberId: null, accountStatus: 'DRAFT' }),
} as const;

export const campaigns = { closed: id('c2025'), open: id('c2026') } as const;
export const lists = { closed: id('1025'), open: id('1026'), waiting: id('1027') } as const;
export const items = {
  received: id('2025'),
  atBranch: id('2026'),
  neighbours: id('2027'),
  reward: id('2028'),
} as const;

type DemoItem = EvaluationDemoData['items'][number];
const secretary = { memberId: id('a9'), name: 'Lê Quang Minh', title: 'Bí thư chi bộ' };

function list(change: Partial<EvaluationDemoData['lists'][number]>): EvaluationDemoData['lists'][number] {
  return {
    id: lists.open,
    number: '05.200.044.000.001-P2-260701-0001',
    unitId: units.branch1,
    scope: 'BRANCH',
    year: 2026,
    purpose: 'YEARLY',
    campaignId: campaigns.open,
    channel: 'ONLINE',
    status: 'SENT',
    createdAt: '2026-06-29T08:30:00+07:00',
    createdBy: secretary,
    approvedAt: '2026-06-30T10:00:00+07:00',
    approvedBy: secretary,
    rejectReason: null,
    sentAt: '2026-07-01T09:00:00+07:00',
    ...change,
  };
}

/** An item of the open list: sent on 2026-07-01 for the member of branch 1 and lying with the residence branch. */
export function item(change: Partial<DemoItem>): DemoItem {
  const sentAt = change.sentAt ?? '2026-07-01T09:00:00+07:00';
  return {
    id: items.atBranch,
    number: '05.200.044.000.001-P2-260701-0002',
    listId: lists.open,
    memberId: members.member,
    type: 'REQUEST_COMMENT',
    status: 'AT_BRANCH',
    workplaceUnitId: units.branch1,
    workplaceBranchId: units.branch1,
    residenceUnitId: units.residenceWard,
    residenceBranchId: units.residenceBranch,
    selfReportRequired: true,
    sheetComplete: false,
    returnReason: null,
    sentAt,
    dueOn: '2026-07-06',
    closedOn: null,
    history: [
      {
        at: sentAt,
        action: 'SEND',
        fromState: null,
        toState: 'SENT',
        byName: secretary.name,
        byTitle: secretary.title,
        unitId: units.branch1,
        reason: null,
      },
      {
        at: sentAt,
        action: 'FORWARD_TO_BRANCH',
        fromState: 'SENT',
        toState: 'AT_BRANCH',
        byName: null,
        byTitle: null,
        unitId: units.residenceWard,
        reason: null,
      },
    ],
    ...change,
  };
}

/** One closed and one open campaign; the member has an item in each, the neighbour one that still lies with the ward. */
export const demoData: EvaluationDemoData = {
  campaigns: [
    {
      id: campaigns.closed,
      year: 2025,
      name: 'Nhận xét nơi cư trú năm 2025',
      openFrom: '2025-11-01',
      closeOn: '2025-12-15',
    },
    {
      id: campaigns.open,
      year: 2026,
      name: 'Nhận xét nơi cư trú năm 2026',
      openFrom: '2026-06-15',
      closeOn: '2026-07-31',
    },
  ],
  lists: [
    list({
      id: lists.closed,
      number: '05.200.044.000.001-P2-251105-0001',
      year: 2025,
      campaignId: campaigns.closed,
      status: 'COMPLETED',
      createdAt: '2025-11-03T09:00:00+07:00',
      sentAt: '2025-11-05T09:00:00+07:00',
    }),
    list({}),
    list({
      id: lists.waiting,
      number: '05.200.044.000.002-P2-260705-0001',
      unitId: units.branch2,
      campaignId: null,
      purpose: 'REWARD',
      status: 'PENDING_APPROVAL',
      createdAt: '2026-07-05T09:00:00+07:00',
      approvedAt: null,
      approvedBy: null,
      sentAt: null,
    }),
  ],
  items: [
    item({
      id: items.received,
      number: '05.200.044.000.001-P2-251105-0002',
      listId: lists.closed,
      status: 'RECEIVED',
      sheetComplete: true,
      sentAt: '2025-11-05T09:00:00+07:00',
      dueOn: '2025-11-10',
      closedOn: '2025-11-10',
    }),
    item({}),
    item({
      id: items.neighbours,
      number: '05.200.044.000.001-P2-260701-0003',
      memberId: members.neighbour,
      type: 'INTRODUCE',
      status: 'SENT',
      residenceBranchId: null,
    }),
  ],
};

/** The service on a database of its own with the copies and the demo data of this province. */
export async function openTestProvince(data: EvaluationDemoData = demoData, clock?: Clock) {
  const storage = testStorage();
  const signing = await testSigning();
  const subgraph = await openSubgraph(definition, {
    databaseUrl: await testDatabase('evaluation'),
    environment: { ...storage.environment, ...signing.environment },
    ...(clock && { clock }),
  });
  const province = subgraph.environment.PROVINCE_CODE;
  const people = Object.entries(members).map(([name, id]) => ({
    id,
    name,
    branchId: homes[name as keyof typeof homes],
  }));
  await subgraph.deliver(
    ...copiesOf({ code: province, tree, ids: units, people, residenceBranchId: units.residenceBranch }),
  );
  await loadDemoData(subgraph.em(), data);
  return {
    ...subgraph,
    /** The signing service of this province, whose faults a test may arm. */
    signing,
    /** Gives whoever acts a certificate, and tells the service of it. */
    async certify({ memberId, name }: Actor) {
      if (memberId === null) throw new Error('only a member has a certificate');
      const certified = signing.certify(memberId, { name });
      const data = { certificates: [certified.recorded] };
      await subgraph.deliver(
        makeEnvelope(SigningCertificateRecorded, { aggregateId: memberId, data }, { province }),
      );
      return certified;
    },
    async close() {
      await subgraph.close();
      await signing.close();
      storage.remove();
    },
    /** An official transfer of the member, completed from one branch into another on a day. */
    completedTransfer(
      from: string,
      to: string,
      completedOn: string,
      serial: string,
      memberId: string = members.member,
    ) {
      const transferId = id(`e${serial}`);
      const data = {
        ...TransferCompleted.example,
        transferId,
        number: `05-P3-${serial}`,
        memberId,
        originBranchId: from,
        destinationBranchId: to,
        completedOn,
      };
      return makeEnvelope(TransferCompleted, { aggregateId: transferId, data }, { province });
    },
  };
}

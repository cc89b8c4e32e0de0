import type { EvaluationDemoData } from '@dang/evaluation/demo-data';
import { dossierNumber } from '@dang/vietnam/identifiers';
import { daysAfter, demoId } from './demo-id.ts';
import { secretaryOf } from './officers.ts';
import type { DemoMember } from './people.ts';
import { membersIn } from './people.ts';
import { unitId } from './province.ts';

type ListRow = EvaluationDemoData['lists'][number];
type ItemRow = EvaluationDemoData['items'][number];
type State = ItemRow['status'];
type Step = { action: string; state: State; by: 'WORKPLACE' | 'RESIDENCE_BRANCH' | 'RESIDENCE_COMMITTEE' };

const campaigns = [
  {
    id: demoId('campaign:2025'),
    year: 2025,
    name: 'Lấy ý kiến nơi cư trú năm 2025',
    openFrom: '2025-10-15',
    closeOn: '2025-12-15',
  },
  {
    id: demoId('campaign:2026'),
    year: 2026,
    name: 'Lấy ý kiến nơi cư trú năm 2026',
    openFrom: '2026-06-15',
    closeOn: '2026-08-31',
  },
] as const;

/** Who does what, in the order of the usual way of an item; each state is reached by the steps up to it. */
const usualWay: Step[] = [
  { action: 'SEND', state: 'SENT', by: 'WORKPLACE' },
  { action: 'FORWARD_TO_BRANCH', state: 'AT_BRANCH', by: 'RESIDENCE_COMMITTEE' },
  { action: 'START_SHEET', state: 'DRAFTING', by: 'RESIDENCE_BRANCH' },
  { action: 'SUBMIT_SHEET', state: 'SUBMITTED', by: 'RESIDENCE_BRANCH' },
  { action: 'APPROVE_SHEET', state: 'APPROVED', by: 'RESIDENCE_COMMITTEE' },
  { action: 'SIGN_AND_SEND', state: 'DELIVERED', by: 'RESIDENCE_COMMITTEE' },
  { action: 'RECEIVE', state: 'RECEIVED', by: 'WORKPLACE' },
];

function stepsTo(state: State): Step[] {
  const send = usualWay.slice(0, 1);
  if (state === 'INTRODUCED')
    return [...send, { action: 'ACCEPT_INTRODUCTION', state, by: 'RESIDENCE_BRANCH' }];
  if (state === 'RETURNED')
    return [...send, { action: 'RETURN_TO_WORKPLACE', state, by: 'RESIDENCE_COMMITTEE' }];
  if (state === 'CANCELLED') return [...send, { action: 'CANCEL', state, by: 'WORKPLACE' }];
  return usualWay.slice(0, usualWay.findIndex((step) => step.state === state) + 1);
}

const reasons: Partial<Record<State, string>> = {
  RETURNED: 'Đảng viên không cư trú tại địa bàn của chi bộ.',
  CANCELLED: 'Đảng viên đã chuyển công tác.',
};
const openStates: State[] = [
  'SENT',
  'AT_BRANCH',
  'DRAFTING',
  'SUBMITTED',
  'APPROVED',
  'DELIVERED',
  'RECEIVED',
  'INTRODUCED',
  'RETURNED',
  'CANCELLED',
];
const closedStates: State[] = ['RECEIVED', 'RECEIVED', 'RECEIVED', 'INTRODUCED', 'RECEIVED', 'CANCELLED'];

/** The commune or ward of a unit. */
export const wardOf = (code: string): string => code.slice(0, 6);
const at = (day: string, hour: number): string => `${day}T${String(hour).padStart(2, '0')}:00:00+07:00`;

type Campaign = (typeof campaigns)[number];
/** A list, whom it asks for, and what became of them once it was sent. */
type Made = { list: ListRow; members: DemoMember[]; items: ItemRow[] };

/** How many members stand on a list that was not sent yet. */
const unsentRows = 5;

/** A list of a branch; `sentOn` is the first working day after it was approved. */
function listOf(campaign: Campaign, code: string, status: ListRow['status'], states: State[]): Made {
  const secretary = secretaryOf(code);
  const createdOn = daysAfter(campaign.openFrom, 3);
  const sentOn = daysAfter(campaign.openFrom, 5);
  const isSent = status === 'SENT' || status === 'COMPLETED';
  const isApproved = isSent || status === 'APPROVED' || status === 'REJECTED';
  const person = { memberId: secretary.holder.id, name: secretary.holder.fullName, title: secretary.title };
  const list: ListRow = {
    id: demoId(`comment-list:${campaign.year}:${code}`),
    number: dossierNumber(code, 'COMMENT', createdOn, 1),
    unitId: unitId(code),
    scope: 'BRANCH',
    year: campaign.year,
    purpose: 'YEARLY',
    campaignId: campaign.id,
    channel: 'ONLINE',
    status,
    createdAt: at(createdOn, 9),
    createdBy: person,
    approvedAt: isApproved ? at(createdOn, 15) : null,
    approvedBy: isApproved ? person : null,
    rejectReason: status === 'REJECTED' ? 'Chưa ghi đủ nơi cư trú của đảng viên.' : null,
    sentAt: isSent ? at(sentOn, 9) : null,
  };
  const commuters = membersIn(code).filter((member) => wardOf(member.residenceCode) !== wardOf(code));
  const chosen = commuters.slice(0, states.length || unsentRows);
  return {
    list,
    members: chosen,
    items: isSent
      ? chosen.map((member, index) => itemOf(list, member, states[index] ?? 'SENT', index, sentOn))
      : [],
  };
}

function itemOf(list: ListRow, member: DemoMember, status: State, index: number, sentOn: string): ItemRow {
  const campaign = campaigns.find(({ id }) => id === list.campaignId);
  const steps = stepsTo(status);
  const dayOf = (step: number) => daysAfter(sentOn, step);
  const isClosed = ['INTRODUCED', 'RECEIVED', 'CANCELLED'].includes(status);
  const code = member.branchCode ?? '';
  const actors = {
    WORKPLACE: secretaryOf(code),
    RESIDENCE_BRANCH: secretaryOf(member.residenceCode),
    RESIDENCE_COMMITTEE: secretaryOf(wardOf(member.residenceCode)),
  };
  return {
    id: demoId(`comment-item:${list.id}:${member.id}`),
    number: dossierNumber(code, 'COMMENT', sentOn, index + 11),
    listId: list.id,
    memberId: member.id,
    type:
      status === 'INTRODUCED' ? 'INTRODUCE' : index % 3 === 0 ? 'INTRODUCE_AND_REQUEST' : 'REQUEST_COMMENT',
    status,
    workplaceUnitId: list.unitId,
    workplaceBranchId: unitId(code),
    residenceUnitId: unitId(wardOf(member.residenceCode)),
    // what lies with the commune or ward still waits to be routed
    residenceBranchId: status === 'SENT' ? null : unitId(member.residenceCode),
    selfReportRequired: index % 3 === 1,
    sheetComplete: ['SUBMITTED', 'APPROVED', 'DELIVERED', 'RECEIVED'].includes(status),
    returnReason: status === 'RETURNED' ? (reasons.RETURNED ?? null) : null,
    sentAt: list.sentAt ?? '',
    dueOn: campaign?.closeOn ?? null,
    closedOn: isClosed ? dayOf(steps.length - 1) : null,
    history: steps.map((step, number) => {
      const { holder, title, unitId: unit } = actors[step.by];
      return {
        at: at(dayOf(number), 9 + number),
        action: step.action,
        fromState: steps[number - 1]?.state ?? null,
        toState: step.state,
        byName: holder.fullName,
        byTitle: title,
        unitId: unit,
        reason: reasons[step.state] ?? null,
      };
    }),
  };
}

/** Every list of both campaigns: one that is over, and one that runs with an item in every state. */
export function commentLists(): Made[] {
  const [closed, open] = campaigns;
  const company = '05.202.010.000';
  return [
    listOf(closed, `${company}.001`, 'COMPLETED', closedStates),
    listOf(closed, '05.200.046.000.002', 'COMPLETED', closedStates.slice(0, 4)),
    listOf(closed, '05.300.001.000.001', 'COMPLETED', closedStates.slice(0, 4)),
    listOf(open, '05.200.044.000.001', 'SENT', ['AT_BRANCH']),
    listOf(open, `${company}.001`, 'SENT', openStates),
    listOf(open, '05.201.022.000.001', 'SENT', ['SENT', 'AT_BRANCH', 'SUBMITTED']),
    listOf(open, `${company}.002`, 'APPROVED', []),
    listOf(open, `${company}.003`, 'PENDING_APPROVAL', []),
    listOf(open, '05.200.046.000.001', 'REJECTED', []),
    listOf(open, '05.200.045.000.001', 'DRAFT', []),
  ];
}

/** What evaluation holds of the demo province, but for its papers. */
export function evaluationData(): EvaluationDemoData {
  const made = commentLists();
  return {
    campaigns: [...campaigns],
    lists: made.map(({ list }) => list),
    items: made.flatMap(({ items }) => items),
  };
}

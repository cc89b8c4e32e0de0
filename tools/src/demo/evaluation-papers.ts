import type { EvaluationDemoPapers } from '@dang/evaluation/demo-papers';
import type { DemoSheet, DemoStep } from '@dang/evaluation/demo-signatures';
import { Dice, demoId } from './demo-id.ts';
import { commentLists, wardOf } from './evaluation-data.ts';
import { type Held, secretaryOf } from './officers.ts';
import type { DemoMember } from './people.ts';
import { unitByCode, unitId } from './province.ts';

type Made = ReturnType<typeof commentLists>[number];
type Item = Made['items'][number];

const choices = {
  exemplaryConduct: ['EXEMPLARY_GOOD', 'EXEMPLARY'],
  civicDuty: ['LEADING', 'MODEL'],
  meetingAttendance: ['FULL', 'FULL', 'PARTIAL'],
  contactKeeping: ['REGULAR_ACTIVE', 'REGULAR'],
  mobilisation: ['VERY_ACTIVE', 'ACTIVE'],
  proposal: ['COMMEND', 'NO_PROPOSAL', 'NO_PROPOSAL'],
} as const;

const dayOf = (moment: string): string => moment.slice(0, 10);

/** Who took the step of this name, and when, as the item's history has it. */
function stepOf(item: Item, action: string, by: Held): DemoStep | null {
  const line = item.history.find((one) => one.action === action);
  if (!line) return null;
  const { holder, title, unitId: unit, unitCode } = by;
  const { name: unitName } = unitByCode(unitCode);
  return { memberId: holder.id, name: holder.fullName, title, unitId: unit, unitName, at: line.at };
}

function sheetOf(item: Item, member: DemoMember): DemoSheet[] {
  const branch = secretaryOf(member.residenceCode);
  const ward = secretaryOf(wardOf(member.residenceCode));
  const drafted = stepOf(item, 'START_SHEET', branch);
  if (!drafted) return [];
  const dice = new Dice(`sheet:${item.id}`);
  const isDraft = item.status === 'DRAFTING';
  const committee = unitByCode(wardOf(member.residenceCode));
  return [
    {
      id: demoId(`comment-sheet:${item.id}`),
      itemId: item.id,
      exemplaryConduct: dice.pick(choices.exemplaryConduct),
      civicDuty: dice.pick(choices.civicDuty),
      meetingAttendance: dice.pick(choices.meetingAttendance),
      contactKeeping: isDraft ? null : dice.pick(choices.contactKeeping),
      mobilisation: isDraft ? null : dice.pick(choices.mobilisation),
      proposal: isDraft ? null : dice.pick(choices.proposal),
      otherComment: dice.chance(0.5) ? 'Gia đình văn hóa tiêu biểu nhiều năm.' : null,
      meetingOn: dayOf(drafted.at),
      paper: {
        number: item.number,
        memberName: member.fullName,
        committeeName: committee.name,
        branchName: unitByCode(member.residenceCode).name,
        place: committee.shortName,
      },
      drafted,
      confirmed: stepOf(item, 'SUBMIT_SHEET', branch),
      approved: stepOf(item, 'APPROVE_SHEET', ward),
      sent: stepOf(item, 'SIGN_AND_SEND', ward),
    },
  ];
}

/** How far the reports of open requests are, in turn. */
const openReports = ['REQUESTED', 'DRAFT', 'SENT'] as const;

/** A report as far as it has come; of a closed request it was sent. */
function reportOf(item: Item, turn: number): EvaluationDemoPapers['reports'][number] {
  const status = item.closedOn === null ? (openReports[turn % openReports.length] ?? 'SENT') : 'SENT';
  const said =
    'Tham gia đầy đủ các cuộc họp của chi bộ và tổ dân phố; vận động gia đình giữ gìn vệ sinh chung.';
  return {
    itemId: item.id,
    memberId: item.memberId,
    status,
    requestedAt: item.sentAt,
    generalComment: status === 'REQUESTED' ? null : said,
    sentAt: status === 'SENT' ? (item.history[1]?.at ?? item.sentAt) : null,
  };
}

/** Whoever is introduced keeps contact with the branch since the day on which it took them on. */
function contactOf(item: Item): EvaluationDemoPapers['contacts'] {
  if (item.type === 'REQUEST_COMMENT' || item.residenceBranchId === null) return [];
  const accepted = item.history.find(({ action }) => ['ACCEPT_INTRODUCTION', 'START_SHEET'].includes(action));
  if (!accepted) return [];
  const { memberId, residenceBranchId: branchId, id: itemId } = item;
  return [{ memberId, branchId, itemId, since: dayOf(accepted.at) }];
}

function listStepsOf({ list, items }: Made): EvaluationDemoPapers['listSteps'] {
  const { createdBy, approvedBy, approvedAt, sentAt, status } = list;
  const decided = status === 'REJECTED' ? 'REJECTED' : 'APPROVED';
  const closed = items.flatMap((item) => item.closedOn ?? []).sort();
  const steps: [at: string | null, action: string, to: typeof status, reason?: string | null][] = [
    [list.createdAt, 'CREATE', 'DRAFT'],
    [status === 'DRAFT' ? null : list.createdAt.replace('T09', 'T10'), 'SUBMIT', 'PENDING_APPROVAL'],
    [approvedAt, decided === 'REJECTED' ? 'REJECT' : 'APPROVE', decided, list.rejectReason],
    [sentAt, 'SEND', 'SENT'],
    [status === 'COMPLETED' ? `${closed.at(-1)}T17:00:00+07:00` : null, 'COMPLETE', 'COMPLETED'],
  ];
  const taken = steps.filter(([at]) => at !== null);
  return taken.map(([at, action, toState, reason = null], index) => {
    const person =
      action === 'COMPLETE' ? null : action === 'APPROVE' || action === 'REJECT' ? approvedBy : createdBy;
    return {
      listId: list.id,
      at: at ?? '',
      action,
      fromState: taken[index - 1]?.[2] ?? null,
      toState,
      byName: person?.name ?? null,
      byTitle: person?.title ?? null,
      unitId: list.unitId,
      reason,
    };
  });
}

/** What hangs on the demo province's lists and items: rows, histories, reports, contacts, and a sheet for every item that has one. */
export function evaluationPapers(): EvaluationDemoPapers {
  const made = commentLists();
  const items = made.flatMap(({ items: of, members }) =>
    of.flatMap((item, index) => (members[index] ? [{ item, member: members[index] }] : [])),
  );
  return {
    rows: made.flatMap(({ list, members, items: of }) =>
      members.map((member, index) => ({
        listId: list.id,
        memberId: member.id,
        place: index + 1,
        type: of[index]?.type ?? (index === 1 ? 'INTRODUCE_AND_REQUEST' : 'REQUEST_COMMENT'),
        selfReportRequired: of[index]?.selfReportRequired ?? index === 0,
        residenceUnitId: unitId(wardOf(member.residenceCode)),
        residenceBranchId: unitId(member.residenceCode),
      })),
    ),
    listSteps: made.flatMap(listStepsOf),
    reports: items
      .filter(({ item }) => item.selfReportRequired)
      .sort((a, b) => Number(a.item.closedOn !== null) - Number(b.item.closedOn !== null))
      .map(({ item }, turn) => reportOf(item, turn)),
    contacts: [
      ...new Map(items.flatMap(({ item }) => contactOf(item)).map((one) => [one.memberId, one])).values(),
    ],
    sheets: items.flatMap(({ item, member }) => sheetOf(item, member)),
  };
}

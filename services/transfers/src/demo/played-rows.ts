import { vietnameseCalendar } from '@dang/vietnam/holidays';
import { dueOnOf } from '../dossier/deadlines.rules.ts';
import type { TransferState } from '../dossier/workflows.ts';
import { isFinal } from '../dossier/workflows.ts';
import { lastOriginBox } from '../letter/chain.rules.ts';
import type { Play } from './play-dossier.ts';
import { unitOfBox } from './play-dossier.ts';

/** The dossier's own row, but for its number. */
export function dossierRow(play: Play) {
  const { wanted, origin, destination, state, introducedOn, sentAt, presentedOn } = play;
  const { member, decision } = wanted;
  const closedOn = isFinal('OFFICIAL', state) ? play.day : null;
  return {
    id: wanted.id,
    kind: 'OFFICIAL',
    status: state,
    channel: wanted.channel,
    reason: wanted.reason,
    version: play.steps.length,
    member_id: member.id,
    full_name: member.fullName,
    date_of_birth: member.dateOfBirth,
    join_date: member.joinDate,
    official_date: member.officialDate,
    legacy_card_number: member.legacyCardNumber,
    profile_number: member.profileNumber,
    origin_branch_id: origin.id,
    destination_branch_id: destination.id,
    decision_number: decision.number,
    decision_date: decision.date,
    decision_issuer: decision.issuer,
    effective_date: decision.effectiveDate,
    requested_at: play.steps[0]?.at,
    requested_on: wanted.requestedOn,
    introduced_on: introducedOn,
    sent_at: sentAt,
    presented_on: presentedOn,
    waiting_unit_id: waitingUnit(play),
    due_on: dueOnOf(vietnameseCalendar, {
      kind: 'OFFICIAL',
      status: state,
      effectiveDate: decision.effectiveDate,
      introducedOn,
      presentedOn,
      closedOn,
    }),
    closed_on: closedOn,
  };
}

function waitingUnit(play: Play): string | null {
  const withBox: TransferState[] = ['IN_ORIGIN_CHAIN', 'SENT', 'IN_DEST_CHAIN'];
  if (withBox.includes(play.state)) return unitOfBox(play, play.next);
  const others: Partial<Record<TransferState, string>> = {
    SUBMITTED: play.origin.id,
    ORIGIN_MET: play.origin.id,
    RETURNED_BY_DEST: unitOfBox(play, lastOriginBox(play.boxes).index),
    AT_DEST_BRANCH: play.destination.id,
  };
  return others[play.state] ?? null;
}

/** What was done, a row a version. */
export function entryRows({ wanted, steps }: Play) {
  const nameOf = (unitId: string | undefined) =>
    [...wanted.originPath, ...wanted.destinationPath].find((unit) => unit.id === unitId)?.name ?? null;
  return steps.map(({ at, action, from, to, officer, boxIndex, reason }, index) => ({
    dossier_id: wanted.id,
    version: index + 1,
    at,
    action,
    from_state: from,
    to_state: to,
    by_member_id: officer?.memberId ?? wanted.member.id,
    by_name: officer?.name ?? wanted.member.fullName,
    by_title: officer?.title ?? 'Đảng viên',
    unit_id: officer?.unitId ?? null,
    unit_name: nameOf(officer?.unitId),
    box_index: boxIndex,
    reason,
  }));
}

/** The letter, but for its number; none before it was issued. */
export function letterRows({ wanted, introducedOn, state }: Play) {
  if (introducedOn === null) return [];
  return [
    {
      id: wanted.letterId,
      dossier_id: wanted.id,
      type: 'TEN_BOX',
      status: state === 'COMPLETED' ? 'CLOSED' : 'ISSUED',
      issued_on: introducedOn,
      dues_paid_through: introducedOn.slice(0, 7),
    },
  ];
}

/** The ten boxes of the letter. */
export function boxRows({ wanted, introducedOn, boxes, signatures, next }: Play) {
  if (introducedOn === null) return [];
  return boxes.map(({ index, crossedOut, unitId, toUnitId, addressee }) => {
    const signature = signatures.find((one) => one.index === index);
    const unsigned = crossedOut ? 'CROSSED_OUT' : index === next ? 'NEXT' : 'PENDING';
    return {
      letter_id: wanted.letterId,
      box_index: index,
      status: signature ? 'SIGNED' : unsigned,
      unit_id: unitId,
      to_unit_id: toUnitId,
      addressee,
      content: signature?.content ?? null,
      signed_by_member_id: signature?.officer.memberId ?? null,
      signed_by_name: signature?.officer.name ?? null,
      signed_by_title: signature?.officer.title ?? null,
      signed_at: signature?.at ?? null,
    };
  });
}

/** What the units entered into their registers, before the numbers are given. */
export function registeredRows({ wanted, signatures }: Play) {
  return signatures.map(({ index, officer, direction, on }) => ({
    unit_id: officer.unitId,
    year: Number(on.slice(0, 4)),
    direction,
    letter_id: wanted.letterId,
    box_index: index,
    entered_on: on,
  }));
}

export function meetingRows({ wanted, meetings }: Play) {
  return meetings.map(({ side, date, conclusion, by }) => ({
    dossier_id: wanted.id,
    side,
    date,
    present: 14,
    total_members: 18,
    conclusion,
    recorded_by_name: by.name,
  }));
}

export function sealedFileRows({ wanted, sealed, presentedOn }: Play) {
  if (sealed === null) return [];
  return [
    {
      dossier_id: wanted.id,
      documents: [
        { name: 'Phiếu đảng viên', pages: 8 },
        { name: 'Bản tự kiểm điểm', pages: 3 },
      ],
      sealed_on: sealed.on,
      sealed_by_name: sealed.by.name,
      carried_by_name: wanted.member.fullName,
      received_on: presentedOn,
      seal_intact: presentedOn === null ? null : true,
    },
  ];
}

import { vietnameseCalendar } from '@dang/vietnam/holidays';
import { dueOnOf } from '../dossier/deadlines.rules.ts';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { waitingUnitOf } from '../dossier/judge.rules.ts';
import { isFinal } from '../dossier/workflows.ts';
import type { BoxRow } from '../letter/letter.row.ts';
import { wantedColumns } from './demo-dossier.ts';
import type { Play } from './play.ts';
import { playedStay } from './played-stays.ts';

/** The dossier as its row says it; `number` is given out once all are known. */
export function playedDossier(play: Play, number: string): DossierRow {
  const { wanted, state, introducedOn, sentAt, presentedOn } = play;
  const { kind, channel, convertsId, requestedOn } = wanted;
  const row: DossierRow = {
    ...wantedColumns(wanted),
    number,
    kind,
    status: state,
    channel,
    version: play.steps.length,
    originBranchId: play.origin.id,
    originText: null,
    destinationBranchId: play.destination.id,
    submitted: state !== 'DRAFT',
    convertsId,
    requestedAt: new Date(play.steps[0]?.at ?? ''),
    requestedOn,
    letterId: introducedOn === null ? null : wanted.letterId,
    introducedOn,
    sentAt: sentAt === null ? null : new Date(sentAt),
    presentedOn,
    waitingUnitId: null,
    dueOn: null,
    closedOn: isFinal(kind, state) ? play.day : null,
  };
  return {
    ...row,
    waitingUnitId: waitingUnitOf({ dossier: row, boxes: playedBoxes(play) }, state),
    dueOn: dueOnOf(vietnameseCalendar, row, playedStay(play)),
  };
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
      type: wanted.kind === 'OFFICIAL' ? 'TEN_BOX' : 'EIGHT_BOX',
      status: state === 'COMPLETED' ? 'CLOSED' : 'ISSUED',
      issued_on: introducedOn,
      dues_paid_through: introducedOn.slice(0, 7),
    },
  ];
}

/** The boxes of the letter, without the numbers of registers; none before it was issued. */
export function playedBoxes({ wanted, introducedOn, boxes, signatures, next }: Play): BoxRow[] {
  if (introducedOn === null) return [];
  return boxes.map((box) => {
    const { index, crossedOut, outside, unitId, toUnitId, addressee, status } = box;
    const signature = signatures.find((one) => one.index === index);
    const unsigned = crossedOut || outside ? status : index === next ? 'NEXT' : 'PENDING';
    return {
      letterId: wanted.letterId,
      index,
      status: signature ? 'SIGNED' : unsigned,
      crossedOut,
      outside,
      unitName: null,
      unitId,
      actingUnitId: unitId,
      toUnitId,
      addressee,
      content: signature?.content ?? null,
      comment: signature?.comment ?? null,
      correction: null,
      registerNumber: null,
      registerYear: null,
      signedByName: signature?.officer.name ?? null,
      signedByTitle: signature?.officer.title ?? null,
      signedAt: signature ? new Date(signature.at) : null,
      signatureId: null,
      correctedByName: null,
      correctedByTitle: null,
      correctedAt: null,
      correctionSignatureId: null,
    };
  });
}

/** The boxes as the table keeps them. */
export function boxRows(play: Play) {
  return playedBoxes(play).map((box) => ({
    letter_id: box.letterId,
    box_index: box.index,
    status: box.status,
    unit_id: box.unitId,
    to_unit_id: box.toUnitId,
    addressee: box.addressee,
    content: box.content,
    comment: box.comment,
    signed_by_member_id: play.signatures.find(({ index }) => index === box.index)?.officer.memberId ?? null,
    signed_by_name: box.signedByName,
    signed_by_title: box.signedByTitle,
    signed_at: box.signedAt,
  }));
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
    votes_for: 14,
    votes_against: 0,
    conclusion,
    recorded_by_name: by.name,
    recorded_at: `${date}T16:00:00+07:00`,
  }));
}

export function sealedFileRows({ wanted, sealed, presentedOn }: Play) {
  if (sealed === null) return [];
  return [
    {
      dossier_id: wanted.id,
      number: 1,
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

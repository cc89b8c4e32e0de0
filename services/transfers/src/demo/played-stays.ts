import type { DataOf } from '@dang/events/contract';
import type { TemporaryStayEnded } from '@dang/events/contracts/transfers/temporary-stay-ended';
import type { TemporaryStayStarted } from '@dang/events/contracts/transfers/temporary-stay-started';
import type { StayRow } from '../stay/stay.rows.ts';
import { officerOf, type Play } from './play.ts';
import { stayComment } from './play-stay.ts';

/** The stay of a temporary transfer as its row says it; null for good. */
export function playedStay({ wanted, introducedOn, stayed }: Play): StayRow | null {
  const { stay, id: dossierId } = wanted;
  if (stay === null) return null;
  const { startedOn, endedOn, commented } = stayed;
  const { from, through, purpose, duesAt } = stay;
  return {
    dossierId,
    from,
    through,
    originalThrough: through,
    purpose,
    specialDocument: null,
    duesAt,
    duesPaidThrough: startedOn === null ? null : (introducedOn?.slice(0, 7) ?? null),
    startedOn,
    endedOn,
    comment: commented && stayComment,
    commentedOn: commented?.on ?? null,
    commentedByName: commented?.by.name ?? null,
    commentedByTitle: commented?.by.title ?? null,
    returnedThrough: commented?.on.slice(0, 7) ?? null,
  };
}

/** The stay as the table keeps it. */
export function stayRows(play: Play) {
  const stay = playedStay(play);
  if (stay === null) return [];
  return [
    {
      dossier_id: stay.dossierId,
      from_date: stay.from,
      through: stay.through,
      original_through: stay.originalThrough,
      purpose: stay.purpose,
      dues_at: stay.duesAt,
      dues_paid_through: stay.duesPaidThrough,
      started_on: stay.startedOn,
      ended_on: stay.endedOn,
      comment: stay.comment,
      commented_on: stay.commentedOn,
      commented_by_name: stay.commentedByName,
      commented_by_title: stay.commentedByTitle,
      returned_through: stay.returnedThrough,
    },
  ];
}

/** What the branch of a stay noted on its first day. */
export function noteRows(play: Play) {
  const { startedOn } = play.stayed;
  if (startedOn === null) return [];
  const { name, title } = officerOf(play, play.destination.id);
  const note = 'Đã nhận nhiệm vụ tại chi bộ, dự đủ kỳ sinh hoạt đầu tiên.';
  return [{ dossier_id: play.wanted.id, noted_on: startedOn, note, by_name: name, by_title: title }];
}

/** An extension that waits for its answer: three months more. */
export function extensionRows({ wanted, stayed }: Play) {
  const { extensionAskedOn } = stayed;
  if (extensionAskedOn === null || wanted.stay === null) return [];
  const { through } = wanted.stay;
  const later = new Date(`${through}T00:00:00Z`);
  later.setUTCMonth(later.getUTCMonth() + 3);
  return [
    {
      dossier_id: wanted.id,
      asked_on: extensionAskedOn,
      old_through: through,
      new_through: later.toISOString().slice(0, 10),
      reason: 'Khóa học kéo dài thêm một học kỳ.',
    },
  ];
}

/** A conversion to which the origin agreed, by the dossiers that it opened. */
export function conversionRows(plays: readonly Play[]) {
  return plays.flatMap(({ wanted, stayed }) => {
    const official = plays.find((play) => play.wanted.convertsId === wanted.id);
    if (stayed.convertedOn === null || official === undefined) return [];
    const { decision, reason } = official.wanted;
    return [
      {
        dossier_id: wanted.id,
        asked_on: stayed.convertedOn,
        request: {
          reason,
          decisionNumber: decision.number,
          decisionDate: decision.date,
          decisionIssuer: decision.issuer,
          effectiveDate: decision.effectiveDate,
        },
        agreed: true,
        decided_on: stayed.convertedOn,
        official_dossier_id: official.wanted.id,
      },
    ];
  });
}

/** What the beginning and the end of a stay tell the other services: the parts that both say. */
function stayStep({ wanted, introducedOn, origin, destination }: Play, number: string) {
  return {
    transferId: wanted.id,
    number,
    memberId: wanted.member.id,
    originBranchId: origin.id,
    destinationBranchId: destination.id,
    duesPaidThrough: introducedOn?.slice(0, 7) ?? '',
    duesAt: wanted.stay?.duesAt ?? 'TEMPORARY',
  };
}

/** That a stay began; nothing of one that did not. */
export function startedFacts(
  play: Play,
  number: string,
): { aggregateId: string; data: DataOf<typeof TemporaryStayStarted> }[] {
  const { wanted, stayed, destination } = play;
  if (stayed.startedOn === null || wanted.stay === null) return [];
  const { memberId, name, title, unitId } = officerOf(play, destination.id);
  const data = {
    ...stayStep(play, number),
    startedOn: stayed.startedOn,
    through: wanted.stay.through,
    startedBy: { memberId, name, title, unitId },
  };
  return [{ aggregateId: wanted.id, data }];
}

/** That a stay is over since the member came back; nothing of one that is not. */
export function endedFacts(
  play: Play,
  number: string,
): { aggregateId: string; data: DataOf<typeof TemporaryStayEnded> }[] {
  const { wanted, stayed } = play;
  if (stayed.startedOn === null || stayed.endedOn === null) return [];
  const step = stayStep(play, number);
  const duesPaidThrough = stayed.commented?.on.slice(0, 7) ?? step.duesPaidThrough;
  const { startedOn, endedOn } = stayed;
  const data = { ...step, startedOn, endedOn, outcome: 'RETURNED' as const, duesPaidThrough };
  return [{ aggregateId: wanted.id, data }];
}

import { ArrearsAlerted } from '@dang/events/contracts/fees/arrears-alerted';
import { DuesAnnounced } from '@dang/events/contracts/fees/dues-announced';
import { DuesRateApproved } from '@dang/events/contracts/fees/dues-rate-approved';
import { DuesRateRejected } from '@dang/events/contracts/fees/dues-rate-rejected';
import { DuesRateSubmitted } from '@dang/events/contracts/fees/dues-rate-submitted';
import { DuesReminded } from '@dang/events/contracts/fees/dues-reminded';
import { WaiverApproved } from '@dang/events/contracts/fees/waiver-approved';
import { WaiverRejected } from '@dang/events/contracts/fees/waiver-rejected';
import { WaiverSubmitted } from '@dang/events/contracts/fees/waiver-submitted';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { defineReaction } from '@dang/events/reaction';
import { tells } from './account-notices.reactions.ts';
import type { NoticeKind, Telling } from './notice.kinds.ts';
import { tell } from './tell.ts';

/** A month as people write it: `07/2026`. */
const monthInWords = (month: string): string => month.split('-').reverse().join('/');

type Rate = { duesRateId: string; memberId: string; branchId: string };

const rate = (kind: NoticeKind, { duesRateId, memberId }: Rate, month: string | null): Telling => ({
  kind,
  subject: ['DUES_RATE', duesRateId],
  number: month && monthInWords(month),
  about: { memberId },
  to: { members: [memberId] },
});

type Waiver = { waiverId: string; memberId: string };

const waiver = (kind: NoticeKind, { waiverId, memberId }: Waiver, month: string | null): Telling => ({
  kind,
  subject: ['DUES_WAIVER', waiverId],
  number: month && monthInWords(month),
  about: { memberId },
  to: { members: [memberId] },
});

const kindOfReminder = {
  DAY_8: 'DUES_REMINDER',
  DAY_10: 'DUES_REMINDER',
  OVERDUE: 'DUES_OVERDUE',
  MONTH_END: 'DUES_OVERDUE',
  TWO_MONTHS: 'DUES_ARREARS',
} as const satisfies Record<string, NoticeKind>;

/** What is given beyond the rate has no facts of its own: where its dossier stands says all there is to tell. */
const tellVoluntary = defineReaction({
  name: 'voluntary-dues-moved-on',
  event: DossierStateChanged,
  from: ['fees'],
  async handle(context, event) {
    const { dossierId, procedure, number, unitId, state, memberId } = event.data;
    if (procedure !== 'DUES_VOLUNTARY') return;
    const isWaiting = state === 'PENDING';
    await tell(context, event, [
      {
        kind: isWaiting ? 'VOLUNTARY_DUES_WAITING' : 'VOLUNTARY_DUES_DECIDED',
        subject: ['VOLUNTARY_DUES', dossierId],
        number,
        about: { memberId },
        to: isWaiting
          ? { desks: [{ unitIds: [unitId], permission: 'DUES_RATE_APPROVE' }] }
          : { members: [memberId] },
      },
    ]);
  },
});

/** What is told of rates, waivers, announcements and arrears. */
export const duesNotices = [
  tellVoluntary,
  tells('dues-rate-submitted', DuesRateSubmitted, ({ duesRateId, memberId, approverUnitId, fromMonth }) => [
    {
      kind: 'DUES_RATE_WAITING',
      subject: ['DUES_RATE', duesRateId],
      number: monthInWords(fromMonth),
      about: { memberId },
      to: { desks: [{ unitIds: [approverUnitId], permission: 'DUES_RATE_APPROVE' }] },
    },
  ]),
  tells('dues-rate-approved', DuesRateApproved, (data) => [rate('DUES_RATE_APPROVED', data, data.fromMonth)]),
  tells('dues-rate-rejected', DuesRateRejected, (data) => [rate('DUES_RATE_REJECTED', data, null)]),
  tells('waiver-submitted', WaiverSubmitted, ({ waiverId, memberId, approverUnitId }) => [
    {
      kind: 'DUES_WAIVER_WAITING',
      subject: ['DUES_WAIVER', waiverId],
      about: { memberId },
      to: { desks: [{ unitIds: [approverUnitId], permission: 'DUES_WAIVE' }] },
    },
  ]),
  tells('waiver-approved', WaiverApproved, (data) => [waiver('DUES_WAIVER_APPROVED', data, data.fromMonth)]),
  tells('waiver-rejected', WaiverRejected, (data) => [waiver('DUES_WAIVER_REJECTED', data, null)]),
  tells('dues-announced', DuesAnnounced, ({ announcementId, branchId, month, members }) => [
    {
      kind: 'DUES_ANNOUNCED',
      subject: ['DUES_ANNOUNCEMENT', announcementId],
      number: monthInWords(month),
      unitId: branchId,
      to: { members: members.map(({ memberId }) => memberId) },
    },
  ]),
  tells('dues-reminded', DuesReminded, ({ reminderId, branchId, month, occasion, members }) => [
    {
      kind: kindOfReminder[occasion],
      subject: ['DUES_ANNOUNCEMENT', reminderId],
      number: monthInWords(month),
      unitId: branchId,
      to: { members: members.map(({ memberId }) => memberId) },
    },
  ]),
  tells('arrears-alerted', ArrearsAlerted, ({ memberId, branchId, year }) => [
    {
      kind: 'ARREARS_ALERT',
      subject: ['MEMBER_DUES', memberId],
      number: String(year),
      about: { memberId },
      unitId: branchId,
      to: {
        desks: [
          { unitIds: [branchId], permission: 'DUES_RATE_APPROVE', inPlaceOf: memberId },
          { unitIds: [branchId], permission: 'DUES_RATE_APPROVE', superiors: true },
        ],
      },
    },
  ]),
] as const;

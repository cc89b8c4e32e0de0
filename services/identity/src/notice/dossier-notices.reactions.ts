import { BeneficiaryAccountApproved } from '@dang/events/contracts/fees/beneficiary-account-approved';
import { BeneficiaryAccountDeclared } from '@dang/events/contracts/fees/beneficiary-account-declared';
import { BeneficiaryAccountEnded } from '@dang/events/contracts/fees/beneficiary-account-ended';
import { BeneficiaryAccountRejected } from '@dang/events/contracts/fees/beneficiary-account-rejected';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { LetterIssued } from '@dang/events/contracts/transfers/letter-issued';
import { LetterVoided } from '@dang/events/contracts/transfers/letter-voided';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { TransferRejected } from '@dang/events/contracts/transfers/transfer-rejected';
import { TransferReturned } from '@dang/events/contracts/transfers/transfer-returned';
import { TransferSubmitted } from '@dang/events/contracts/transfers/transfer-submitted';
import { TransferSupplementRequested } from '@dang/events/contracts/transfers/transfer-supplement-requested';
import { TransferWithdrawn } from '@dang/events/contracts/transfers/transfer-withdrawn';
import { defineReaction } from '@dang/events/reaction';
import { plannedOnce } from '@dang/service/planned-once';
import { tells } from './account-notices.reactions.ts';
import type { NoticeKind, Telling } from './notice.kinds.ts';
import { tell } from './tell.ts';

/** The secretaries and deputies of branches. */
export const leadersOf = (...unitIds: string[]) => ({ unitIds, permission: 'TRANSFER_REVIEW' }) as const;

type Step = { transferId: string; number: string; memberId: string };

/** What a step of a transfer tells, under the number of its dossier. */
export const step = (
  kind: NoticeKind,
  { transferId, number, memberId }: Step,
  to: Telling['to'],
): Telling => ({
  kind,
  subject: ['TRANSFER', transferId],
  number,
  about: { memberId },
  to,
});

/** What a step of a letter of introduction tells the member; the number is known from the dossier's own state. */
const letter = (
  kind: NoticeKind,
  letterStep: { transferId: string; memberId: string; originBranchId: string },
): Telling => ({
  kind,
  subject: ['TRANSFER', letterStep.transferId],
  dossier: letterStep.transferId,
  unitId: letterStep.originBranchId,
  to: { members: [letterStep.memberId] },
});

const lettersGoRound: ReadonlySet<string> = new Set([
  'IN_ORIGIN_CHAIN',
  'SENT',
  'IN_DEST_CHAIN',
  'AT_DEST_BRANCH',
  'INCOMING_PAPER',
  'RETURNING',
  'BACK_AT_ORIGIN',
  'EXTENSION_REQUESTED',
]);

/** Of a stay nobody is awaited while it runs, and its dossier counts with the origin: what it comes back with is news there all the same. */
const alwaysNews: readonly string[] = ['BACK_AT_ORIGIN', 'EXTENSION_REQUESTED'];

// A dossier that stays with its unit (a sealed file was recorded, say) is no news to that unit.
const followDossier = plannedOnce(`
  with before as (select unit_id, state from notice_dossier where dossier_id = ?)
  insert into notice_dossier (dossier_id, version, number, unit_id, state) values (?, ?, ?, ?, ?)
  on conflict (dossier_id) do update
    set version = excluded.version, number = excluded.number, unit_id = excluded.unit_id, state = excluded.state
    where notice_dossier.version < excluded.version
  returning coalesce((select unit_id from before) <> unit_id, true)
    or (state = any(array[?]::text[]) and (select state from before) is distinct from state) as moved`);

/** Every time a letter comes to another unit, those who sign there learn of it. */
const tellNextDesk = defineReaction({
  name: 'transfer-moved-on',
  event: DossierStateChanged,
  from: ['transfers'],
  async handle(context, event) {
    const { dossierId, version, number, unitId, state, memberId } = event.data;
    const [row] = await context.em.execute<{ moved: boolean }[]>(followDossier, [
      dossierId,
      dossierId,
      version,
      number,
      unitId,
      state,
      alwaysNews,
    ]);
    if (!row?.moved || !lettersGoRound.has(state)) return;
    await tell(context, event, [
      {
        kind: 'LETTER_WAITING',
        subject: ['TRANSFER', dossierId],
        number,
        about: { memberId },
        to: { desks: [{ unitIds: [unitId], permission: 'TRANSFER_SIGN_BOX', inPlaceOf: memberId }] },
      },
    ]);
  },
});

/** What transfers tell the member, the branches, and whoever has the letter before them. */
export const transferNotices = [
  tellNextDesk,
  tells('transfer-submitted', TransferSubmitted, (data) => [
    step('TRANSFER_WAITING', data, {
      desks: [{ ...leadersOf(data.originBranchId), inPlaceOf: data.memberId }],
    }),
  ]),
  tells('transfer-supplement', TransferSupplementRequested, (data) => [
    step('TRANSFER_SUPPLEMENT', data, { members: [data.memberId] }),
  ]),
  tells('transfer-rejected', TransferRejected, (data) => [
    step('TRANSFER_REJECTED', data, { members: [data.memberId], desks: [leadersOf(data.originBranchId)] }),
  ]),
  tells('transfer-returned', TransferReturned, (data) => [
    step('TRANSFER_RETURNED', data, { members: [data.memberId], desks: [leadersOf(data.originBranchId)] }),
  ]),
  tells('transfer-withdrawn', TransferWithdrawn, (data) => [
    step('TRANSFER_WITHDRAWN', data, { desks: [leadersOf(data.originBranchId)] }),
  ]),
  tells('transfer-completed', TransferCompleted, (data) => {
    const branches = leadersOf(data.originBranchId, data.destinationBranchId);
    const told = step('TRANSFER_COMPLETED', data, { members: [data.memberId], desks: [branches] });
    return [{ ...told, unitId: data.destinationBranchId }];
  }),
  tells('letter-issued', LetterIssued, (data) => [letter('LETTER_ISSUED', data)]),
  tells('letter-voided', LetterVoided, (data) => [letter('LETTER_VOIDED', data)]),
] as const;

type Beneficiary = { beneficiaryAccountId: string; unitId: string; holderMemberId: string | null };

/** The leaders of the unit and the holder hear what became of the account for retained dues. */
const beneficiary =
  (kind: NoticeKind) =>
  ({ beneficiaryAccountId, unitId, holderMemberId }: Beneficiary): Telling[] => [
    {
      kind,
      subject: ['BENEFICIARY_ACCOUNT', beneficiaryAccountId],
      about: { memberId: holderMemberId },
      unitId,
      to: { members: [holderMemberId], desks: [{ unitIds: [unitId], permission: 'ACCOUNT_APPROVE' }] },
    },
  ];

/** What accounts for retained dues tell. */
export const beneficiaryNotices = [
  tells(
    'beneficiary-declared',
    BeneficiaryAccountDeclared,
    ({ beneficiaryAccountId, unitId, holderMemberId }) => [
      {
        kind: 'BENEFICIARY_ACCOUNT_WAITING',
        subject: ['BENEFICIARY_ACCOUNT', beneficiaryAccountId],
        about: { memberId: holderMemberId },
        unitId,
        to: { desks: [{ unitIds: [unitId], permission: 'POSITION_APPROVE', superiors: true }] },
      },
    ],
  ),
  tells('beneficiary-approved', BeneficiaryAccountApproved, beneficiary('BENEFICIARY_ACCOUNT_APPROVED')),
  tells('beneficiary-rejected', BeneficiaryAccountRejected, beneficiary('BENEFICIARY_ACCOUNT_REJECTED')),
  tells('beneficiary-ended', BeneficiaryAccountEnded, beneficiary('BENEFICIARY_ACCOUNT_ENDED')),
] as const;

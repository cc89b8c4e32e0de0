import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { contractBreaches, defineEvent, type EventContract } from './contract.ts';
import { TransferCompleted } from './contracts/transfers/transfer-completed.ts';
import { DATA_LIMIT_BYTES } from './outbox.ts';

const root = join(import.meta.dirname, 'contracts');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const contracts = await Promise.all(
  files.map(async (file) => {
    const exported = Object.entries((await import(join(root, file))) as Record<string, EventContract>);
    return { file, exported };
  }),
);

test('there is a contract for every event that services rely on', () => {
  expect(contracts.map(({ exported }) => exported[0]?.[0]).sort()).toEqual([
    'AccountApproved',
    'AccountClosed',
    'AccountLocked',
    'AccountRejected',
    'AccountSubmitted',
    'AccountUnlocked',
    'AdminGranted',
    'ArrearsAlerted',
    'BeneficiaryAccountApproved',
    'BeneficiaryAccountDeclared',
    'BeneficiaryAccountEnded',
    'BeneficiaryAccountRejected',
    'BoxSigned',
    'BranchDuesRecorded',
    'CalendarDaysSet',
    'ChangeRequestApproved',
    'ChangeRequestRejected',
    'ChangeRequestSubmitted',
    'CommentDueSoon',
    'CommentIntroductionAccepted',
    'CommentItemReturned',
    'CommentItemsForwarded',
    'CommentListApproved',
    'CommentListRejected',
    'CommentListSent',
    'CommentListSubmitted',
    'CommentOverdue',
    'CommentSheetDelivered',
    'CommentSheetReturned',
    'CommentSheetsSubmitted',
    'CommentsRequested',
    'DelegateAppointed',
    'DossierStateChanged',
    'DuesAnnounced',
    'DuesRateApproved',
    'DuesRateRejected',
    'DuesRateSubmitted',
    'DuesReminded',
    'DuesStandingChanged',
    'LetterAnswered',
    'LetterIssued',
    'LetterSentOut',
    'LetterVoided',
    'MemberCorrected',
    'MemberCorrectionProposed',
    'MemberCorrectionRejected',
    'MemberRecorded',
    'MemberTransferredIn',
    'MemberTransferredOut',
    'MembersImported',
    'OfficersChanged',
    'PaymentFailed',
    'PaymentRefunded',
    'PaymentSucceeded',
    'PayoutFailed',
    'PayoutHeld',
    'PayoutSettled',
    'PlacementRecorded',
    'PositionApproved',
    'PositionClaimSubmitted',
    'PositionEnded',
    'PositionRejected',
    'ProcedureStartSet',
    'ReconciliationClosed',
    'ReconciliationConfirmed',
    'ReconciliationDisputed',
    'ReconciliationOpened',
    'RefundRequested',
    'ReorganisationApplied',
    'ReportAccepted',
    'ReportReturned',
    'ReportSubmitted',
    'SealedFileLost',
    'SelfReportRequested',
    'SelfReportSent',
    'SessionEnded',
    'SigningCertificateRecorded',
    'StayConversionDecided',
    'StayConversionRequested',
    'StayExtensionDecided',
    'StayExtensionRequested',
    'TemporaryStayDue',
    'TemporaryStayEnded',
    'TemporaryStayStarted',
    'TicketAnswered',
    'TicketClosed',
    'TicketEscalated',
    'TicketOpened',
    'TransferCompleted',
    'TransferOverdue',
    'TransferRejected',
    'TransferReturned',
    'TransferSubmitted',
    'TransferSupplementRequested',
    'TransferWithdrawn',
    'UnitRecorded',
    'WaiverApproved',
    'WaiverRejected',
    'WaiverSubmitted',
  ]);
});

describe.each(contracts)('the contract in $file', ({ file, exported }) => {
  const [name, contract] = exported[0] as [string, EventContract];
  const folder = file.split('/')[0];

  test('is the only export of its file, under its own name and its publisher’s folder', () => {
    expect(exported).toHaveLength(1);
    expect(contract.name).toBe(name);
    expect(basename(file, '.ts')).toBe(name.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase());
    expect(folder).toBe(contract.service ?? 'shared');
  });

  test('holds for its example, which loses nothing on the way', () => {
    expect(contractBreaches(contract, contract.example)).toEqual([]);
    expect(contract.data.parse(JSON.parse(JSON.stringify(contract.example)))).toEqual(contract.example);
  });

  test('is broken by every missing field and by empty data', () => {
    expect(contractBreaches(contract, {})).not.toEqual([]);
    expect(contractBreaches(contract, null)).not.toEqual([]);
    for (const key of Object.keys(contract.example as object)) {
      const { [key]: _gone, ...rest } = contract.example as Record<string, unknown>;
      if (key === 'reason') continue;
      expect(contractBreaches(contract, rest)).not.toEqual([]);
    }
  });

  test('never carries a personal id, a phone, a bank account or a card number in clear', () => {
    const shape = JSON.stringify(z.toJSONSchema(contract.data, { unrepresentable: 'any' }));
    expect(shape).not.toMatch(/"(personalId|phone|phoneNumber|accountNumber|bankAccount|cardNumber)"/);
  });

  test('fits a message however full it is', () => {
    const bulk = Object.entries(contract.example as Record<string, unknown>).find(([, value]) =>
      Array.isArray(value),
    );
    if (!bulk) return;
    const [key, items] = bulk as [string, unknown[]];
    const of = (length: number) => ({
      ...(contract.example as object),
      [key]: Array.from({ length }, () => items[0]),
    });
    // a fact that closes a reorganisation names units only, and so many more; a dossier has 100 files and a signed letter, a year twelve months
    const limit =
      [5000, 500, 101, 100, 12].find((length) => contractBreaches(contract, of(length)).length === 0) ?? 0;
    expect(limit).toBeGreaterThan(0);
    expect(contractBreaches(contract, of(limit))).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(of(limit)))).toBeLessThan(DATA_LIMIT_BYTES);
    expect(contractBreaches(contract, of(limit + 1))).not.toEqual([]);
  });
});

test('a field that the contract does not know is a breach, told with its path', () => {
  const completedBy = { ...TransferCompleted.example.completedBy, phone: '0912345678' };
  expect(contractBreaches(TransferCompleted, { ...TransferCompleted.example, completedBy })).toEqual([
    'completedBy.phone: is not part of TransferCompleted',
  ]);
});

test('an event is named like something that happened, not like a variable', () => {
  const nameless = { service: 'x', kind: 'fact', version: 1, data: z.object({}), example: {} } as const;
  expect(() => defineEvent({ ...nameless, name: 'lamp_lit' })).toThrow('lamp_lit is not a name for an event');
});

import { randomUUID } from 'node:crypto';
import { SigningCertificateRecorded } from '@dang/events/contracts/identity/signing-certificate-recorded';
import { LetterSentOut } from '@dang/events/contracts/transfers/letter-sent-out';
import { makeEnvelope } from '@dang/events/envelope';
import type { AnyReaction } from '@dang/events/reaction';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { noticeKinds } from './notice.kinds.ts';
import { notices } from './notice.reactions.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const dossierId = randomUUID();
const correctionId = randomUUID();
const [certificate] = SigningCertificateRecorded.example.certificates;

/** What stands in the contracts' examples under these names is somebody and something of this house instead. */
const known: Record<string, unknown> = {
  memberId: ids.member('member'),
  holderMemberId: ids.member('member'),
  accountId: ids.account('member'),
  unitId: units.branch1,
  originBranchId: units.branch1,
  fromBranchId: units.branch1,
  destinationBranchId: units.otherBranch,
  toBranchId: units.otherBranch,
  fromUnitId: units.branch1,
  toUnitId: units.committee,
  approverUnitId: units.committee,
  deciderUnitId: units.committee,
  transferId: dossierId,
  dossierId,
  correctionId,
  successorNeeded: true,
  state: 'SENT',
  successions: [],
  movedUnitIds: [units.branch1],
  branchId: units.branch1,
  superiorId: units.committee,
  payerMemberId: ids.member('member'),
  createdByMemberId: ids.member('member'),
  workplaceUnitId: units.branch1,
  workplaceBranchId: units.branch1,
  residenceUnitId: units.committee,
  residenceBranchId: units.otherBranch,
  residences: [{ residenceUnitId: units.committee, items: 3 }],
  requests: [
    {
      itemId: dossierId,
      number: 'n',
      memberId: ids.member('member'),
      unitId: units.branch1,
      dueOn: null,
      type: 'INTRODUCE',
      reportRequired: false,
    },
  ],
  certificates: [{ ...certificate, memberId: ids.member('member'), status: 'REVOKED' }],
  members: [{ memberId: ids.member('member'), amount: '60000', arrears: '0' }],
  subject: { ...LetterSentOut.example.subject, memberId: ids.member('member') },
  origin: { ...LetterSentOut.example.origin, branchId: units.branch1 },
};

/** A list, a text, or something of parts. */
const shapeOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof (value ?? ''));

/** A reminder says when it is told, and each time of the month has words of its own. */
const occasions = ['DAY_8', 'OVERDUE', 'TWO_MONTHS'];

function exampleOf({ event, services }: AnyReaction, more: object = {}) {
  const data = Object.fromEntries(
    Object.entries(event.example as object).map(([name, value]) => [
      name,
      // `members` is a list in one event and a number in another
      name in known && shapeOf(known[name]) === shapeOf(value) ? known[name] : value,
    ]),
  );
  return makeEnvelope(
    event,
    { aggregateId: randomUUID(), data: { ...data, ...more } },
    { province: '05', service: services[0] ?? '' },
  );
}

/** That a certificate runs out is no event: a job finds it. Nobody can be asked here what was revoked, where it fails. */
async function tellOfAnEnd(): Promise<void> {
  await house.em().execute(
    `insert into signing_certificate (member_id, reference, serial, fingerprint, holder_name, issuer_name, valid_from, valid_to,
       registered_at) values (?, 'key', 'ab', repeat('0', 64), 'A', 'CA', '2026-01-01', '2026-07-30', now())`,
    [ids.member('member')],
  );
  await expect(house.runJob('check-certificates')).rejects.toThrow();
}

test('every event that is listened to tells somebody something, every kind is told, and no word is left open', async () => {
  await house.em().execute(
    `insert into position (member_id, unit_id, role, title, from_date)
     values (?, ?, 'OFFICE_STAFF', 'Chuyên viên', '2026-01-01')`,
    [ids.member('neighbour'), units.branch1],
  );
  await house.em().execute(
    `insert into member_correction (id, number, status, member_id, to_branch_id, decider_unit_id, reason, effective_on,
       proposed_on, proposer_account_id, proposer_member_id)
     values (?, 'n', 'PROPOSED', ?, ?, ?, 'r', '2026-07-06', '2026-07-06', ?, ?)`,
    [
      correctionId,
      ids.member('member'),
      units.otherBranch,
      units.committee,
      ids.account('admin'),
      ids.member('admin'),
    ],
  );
  const silent: string[] = [];
  for (const reaction of notices.reactions) {
    const isVoluntary = reaction.name === 'voluntary-dues-moved-on';
    const envelope = exampleOf(
      reaction,
      isVoluntary ? { procedure: 'DUES_VOLUNTARY', state: 'PENDING' } : {},
    );
    await house.deliver(envelope);
    const told = await house
      .em()
      .execute<unknown[]>('select id from notice where event_id = ?', [envelope.id]);
    if (told.length === 0) silent.push(reaction.name);
    if (isVoluntary)
      await house.deliver(exampleOf(reaction, { procedure: 'DUES_VOLUNTARY', state: 'APPROVED' }));
    if (reaction.event.name === 'TemporaryStayDue')
      await house.deliver(exampleOf(reaction, { stage: 'OVERDUE', daysOver: 7 }));
    if (reaction.event.name !== 'DuesReminded') continue;
    for (const occasion of occasions) await house.deliver(exampleOf(reaction, { occasion }));
  }
  await tellOfAnEnd();
  expect(silent).toEqual([]);
  const rows = await house.em().execute<{ kind: string; body: string }[]>('select kind, body from notice');
  expect([...new Set(rows.map(({ kind }) => kind))].sort()).toEqual([...noticeKinds].sort());
  expect(rows.map(({ body }) => body).filter((body) => /[{}—]/.test(body))).toEqual([]);
  expect(rows.map(({ body }) => body).filter((body) => body.includes('Hà'))).toEqual([]);
});

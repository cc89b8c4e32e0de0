import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  desks,
  officer,
  openTransfers,
  type TransferStage,
  type UnitName,
  units,
} from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { committee, ward, board, hostWard, hostCommittee } = desks;
const subCommittee = officer('sub', 'COMMITTEE_SECRETARY');
const phuDong = officer('phuDong', 'COMMITTEE_SECRETARY');
const trungMau = officer('trungMau', 'COMMITTEE_SECRETARY');

interface Case {
  readonly name: string;
  readonly from: UnitName;
  readonly to: UnitName;
  /** Who signs between the two branches: the box, the unit, the officer. */
  readonly between: readonly (readonly [index: number, unit: UnitName, actor: Actor])[];
  /** The boxes that somebody fills by hand in another province. */
  readonly outside?: readonly number[];
}

/** The cases of the source (domain: letter types), each with its boxes and with whose they are; whatever is not named is crossed out. */
const cases: readonly Case[] = [
  {
    name: 'two branches of one grassroots committee: 1 3 10',
    from: 'branch1',
    to: 'branch2',
    between: [[3, 'kdc', committee]],
  },
  {
    name: 'the same superior, another grassroots organisation, out of a sub-committee: 1 2 3 4 10',
    from: 'stalls',
    to: 'market',
    between: [
      [2, 'sub', subCommittee],
      [3, 'kdc', committee],
      [4, 'vietHung', ward],
    ],
  },
  {
    name: 'the same superior, into a sub-committee: 1 4 8 9 10',
    from: 'market',
    to: 'stalls',
    between: [
      [4, 'vietHung', ward],
      [8, 'kdc', committee],
      [9, 'sub', subCommittee],
    ],
  },
  {
    name: 'the same province, another superior: 1 3 4 7 8 10',
    from: 'branch1',
    to: 'sales',
    between: [
      [3, 'kdc', committee],
      [4, 'vietHung', ward],
      [7, 'tayHo', hostWard],
      [8, 'company', hostCommittee],
    ],
  },
  {
    name: 'another province: 1 3 4 5, and the rest there',
    from: 'branch1',
    to: 'farBranch',
    between: [
      [3, 'kdc', committee],
      [4, 'vietHung', ward],
      [5, 'hanoi', board],
    ],
    outside: [6, 10],
  },
  {
    name: 'two organisations directly under the province: 1 3 5 6 8 10',
    from: 'hamlet1',
    to: 'phuDuc',
    between: [
      [3, 'trungMau', trungMau],
      [5, 'hanoi', board],
      [6, 'hanoi', board],
      [8, 'phuDong', phuDong],
    ],
  },
];

const lookedAt = `query ($id: UUID!) { transfer(id: $id) { status letter { boxes {
  index status fromUnit { id } toUnit { id } content signedByTitle registerNumber } } } }`;

test.each(cases)('$name', async ({ from, to, between, outside = [] }) => {
  const origin = officer(from, 'BRANCH_SECRETARY');
  const host = officer(to, 'BRANCH_SECRETARY');
  const member = await stage.newMember(from);
  const { id } = await stage.done(member, 'requestOfficialTransfer', null, {
    destinationBranchId: units[to],
  });
  await stage.done(origin, 'recordReviewMeeting', id);
  await stage.done(origin, 'issueLetter', id);
  for (const [index, unit, actor] of between) {
    const others = [origin, ...between.flatMap(([, one, other]) => (one === unit ? [] : [other]))];
    for (const other of others)
      expect([index, await stage.refused(other, 'signLetterBox', id)]).toEqual([
        index,
        expect.stringMatching(/^(ACTION_NOT_ALLOWED|NOT_FOUND)$/),
      ]);
    await stage.done(actor, 'signLetterBox', id);
  }
  if (outside.length === 0) {
    await stage.done(origin, 'recordSealedFile', id);
    await stage.done(host, 'recordPresentation', id);
    await stage.done(host, 'admitMember', id);
  }

  const { transfer } = await stage.ask(lookedAt, { id }, origin);
  expect(transfer.status).toBe(outside.length === 0 ? 'COMPLETED' : 'SENT_OUT');
  const boxes = transfer.letter.boxes as {
    index: number;
    status: string;
    fromUnit: { id: string } | null;
    toUnit: { id: string } | null;
    content: string | null;
    signedByTitle: string | null;
    registerNumber: number | null;
  }[];
  const all: [number, UnitName, string | undefined][] = [
    [1, from, origin.capacity?.title],
    ...between.map(([index, unit, { capacity }]): (typeof all)[number] => [index, unit, capacity?.title]),
  ];
  if (outside.length === 0) all.push([10, to, host.capacity?.title]);
  const signed = boxes.filter(({ status }) => status === 'SIGNED');
  expect(signed.map((box) => [box.index, box.fromUnit?.id, box.signedByTitle])).toEqual(
    all.map(([index, unit, title]) => [index, units[unit], title]),
  );
  for (const box of signed) {
    expect(box.registerNumber).toBeGreaterThan(0);
    expect(box.content).toBeTruthy();
  }
  // each introduces to the one that follows
  const following = [...all.slice(1).map(([, unit]) => units[unit]), null];
  const introducedTo = signed.map(({ toUnit }) => toUnit?.id ?? null);
  if (outside.length === 0) expect(introducedTo).toEqual(following);
  else expect(introducedTo.slice(0, -1)).toEqual(following.slice(0, -1));
  expect(boxes.filter(({ status }) => status === 'OUTSIDE').map(({ index }) => index)).toEqual(outside);
  expect(boxes.filter(({ status }) => status === 'CROSSED_OUT')).toHaveLength(
    10 - signed.length - outside.length,
  );
});

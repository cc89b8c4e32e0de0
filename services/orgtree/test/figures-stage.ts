import { BranchDuesRecorded } from '@dang/events/contracts/fees/branch-dues-recorded';
import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { OfficersChanged } from '@dang/events/contracts/identity/officers-changed';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import type { Envelope } from '@dang/events/envelope';
import { makeEnvelope } from '@dang/events/envelope';
import { testActor } from '@dang/service/testing';
import { idOf, member, unit } from './orgtree-stage.ts';

const province = '05';

type State = (typeof DossierStateChanged)['example'];

/** A dossier as its service tells of it; `by` is the member who has just acted. */
export function told(number: number, given: Partial<State> & { from?: string; by?: string }): Envelope {
  const { from = 'transfers', by, ...more } = given;
  const data: State = {
    dossierId: idOf(7000 + number),
    version: 1,
    procedure: 'OFFICIAL_TRANSFER',
    number: `05.200-${number}`,
    unitId: unit.branch1,
    state: 'SUBMITTED',
    channel: 'ONLINE',
    openedOn: '2026-05-10',
    closedOn: null,
    dueOn: null,
    memberId: null,
    ...more,
  };
  const actor = by ? testActor({ memberId: by }) : null;
  const event = { aggregateId: data.dossierId, version: data.version, data, actor };
  return makeEnvelope(DossierStateChanged, event, { province, service: from });
}

/** An approved account of a member. */
export const account = (number: number, memberId: string, closedOn: string): Envelope =>
  told(number, {
    from: 'identity',
    procedure: 'ACCOUNT',
    state: 'ACTIVE',
    memberId,
    openedOn: closedOn,
    closedOn,
  });

/** News of members that are all usual but for what is given. */
export function membersTold(
  given: readonly { id: string; status?: string; forceCategory?: string; version?: number }[],
) {
  const [example] = MemberRecorded.example.members;
  if (!example) throw new Error('the contract has no example');
  const members = given.map((row) => ({ ...example, ...row }));
  return makeEnvelope(MemberRecorded, { aggregateId: 'members', data: { members } }, { province });
}

/** What a branch was charged and has paid in a month. */
export function duesTold(
  branches: readonly {
    branchId: string;
    month: string;
    due: string;
    paid: string;
    members: number;
    payers: number;
    version?: number;
  }[],
): Envelope {
  const data = { branches: branches.map((branch) => ({ version: 1, ...branch })) };
  return makeEnvelope(BranchDuesRecorded, { aggregateId: 'dues', data }, { province });
}

/** Who leads a unit. */
export function officersTold(
  unitId: string,
  officers: readonly { memberId: string; name: string; role: string; title: string }[],
  version = 1,
): Envelope {
  const units = [
    { unitId, version, officers: officers.map((one, at) => ({ positionId: idOf(8800 + at), ...one })) },
  ];
  return makeEnvelope(OfficersChanged, { aggregateId: unitId, data: { units } }, { province });
}

/**
 * The second quarter of 2026 in the small tree, made by hand. Branch 1 has An and Bình, branch 2 Chi, sales Dũng, who is
 * police and does not count.
 */
export const secondQuarter: Envelope[] = [
  membersTold([
    { id: member.an },
    { id: member.binh },
    { id: member.chi },
    { id: member.dung, forceCategory: 'POLICE' },
  ]),
  account(1, member.an, '2026-04-02'),
  account(2, member.binh, '2026-07-02'),
  account(3, member.chi, '2026-06-30'),
  account(4, member.dung, '2026-04-02'),
  // An asks for a transfer online; it has travelled on and lies late with another ward
  told(10, {
    memberId: member.an,
    openedOn: '2026-05-10',
    dueOn: '2026-06-08',
    unitId: unit.otherWard,
    state: 'SENT',
  }),
  // Bình's was brought on paper and ended in time, Chi's online and a day too late
  told(11, {
    memberId: member.binh,
    openedOn: '2026-04-20',
    channel: 'PAPER',
    state: 'COMPLETED',
    closedOn: '2026-05-15',
    dueOn: '2026-05-15',
  }),
  told(12, {
    memberId: member.chi,
    openedOn: '2026-04-20',
    state: 'COMPLETED',
    closedOn: '2026-05-16',
    dueOn: '2026-05-15',
  }),
  // opened before the quarter, ended in it
  told(13, {
    memberId: member.binh,
    openedOn: '2026-03-20',
    channel: 'PAPER',
    state: 'REJECTED',
    closedOn: '2026-04-10',
    dueOn: '2026-04-20',
  }),
  // not of this quarter at all
  told(14, { memberId: member.an, openedOn: '2026-07-03' }),
  duesTold([
    { branchId: unit.branch1, month: '2026-03', due: '70000', paid: '70000', members: 2, payers: 2 },
    { branchId: unit.branch1, month: '2026-04', due: '100000', paid: '100000', members: 2, payers: 2 },
    { branchId: unit.branch1, month: '2026-05', due: '100000', paid: '60000', members: 2, payers: 1 },
    { branchId: unit.branch1, month: '2026-06', due: '100000', paid: '0', members: 2, payers: 0 },
    { branchId: unit.branch2, month: '2026-06', due: '40000', paid: '40000', members: 1, payers: 1 },
    { branchId: unit.branch2, month: '2026-07', due: '40000', paid: '0', members: 1, payers: 0 },
  ]),
];

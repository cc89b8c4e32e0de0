import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { testSigning } from '@dang/documents/signing/testing-signing';
import { testStorage } from '@dang/documents/testing-files';
import { DuesStandingChanged } from '@dang/events/contracts/fees/dues-standing-changed';
import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { OfficersChanged } from '@dang/events/contracts/identity/officers-changed';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { ProcedureStartSet } from '@dang/events/contracts/orgtree/procedure-start-set';
import { type Envelope, makeEnvelope } from '@dang/events/envelope';
import { ARRIVED } from '@dang/events/link';
import { readOutbox } from '@dang/events/outbox';
import { deliver } from '@dang/events/receive';
import type { Procedure } from '@dang/reference/procedure-starts';
import { makeClock } from '@dang/service/clock';
import { reactionsOf } from '@dang/service/definition';
import { makeLogger } from '@dang/service/logger';
import { openSubgraph, testActor, testDatabase } from '@dang/service/testing';
import { definition } from '../src/definition.ts';
import { certificates } from './certified.ts';
import { broughtWith } from './scan.ts';
import { type UnitName, units, unitsRecorded } from './units.ts';
import { TODAY, usualInput } from './usual-input.ts';

export { type UnitName, units } from './units.ts';
export { someMeeting, someRequest, TODAY, usualInput } from './usual-input.ts';

/** An officer of a unit, signed in just now, in that capacity. */
export function officer(unit: UnitName, role: Role, more: Partial<Actor> = {}): Actor {
  return testActor({ role, unitId: units[unit], title: role, name: `${role} ${unit}`, ...more });
}

/** The people of the desks. Nobody of them is the applicant unless a test says so. */
export const desks = {
  secretary: officer('branch1', 'BRANCH_SECRETARY'),
  deputy: officer('branch1', 'BRANCH_DEPUTY_SECRETARY'),
  sibling: officer('branch2', 'BRANCH_SECRETARY'),
  committee: officer('kdc', 'COMMITTEE_SECRETARY'),
  ward: officer('vietHung', 'COMMITTEE_DEPUTY_SECRETARY'),
  wardStaff: officer('vietHung', 'PARTY_BUILDING_STAFF'),
  board: officer('hanoi', 'ORG_BOARD_STAFF'),
  inspector: officer('hanoi', 'INSPECTION_OFFICER'),
  admin: officer('hanoi', 'ORG_ADMIN'),
  hostWard: officer('tayHo', 'COMMITTEE_SECRETARY'),
  hostCommittee: officer('company', 'COMMITTEE_SECRETARY'),
  host: officer('sales', 'BRANCH_SECRETARY'),
  stranger: officer('phuDuc', 'BRANCH_SECRETARY'),
} as const;

const seen = `transfer { id number version status closedOn waitingFor { id } } refusal { code field message }`;

/** What a mutation on a dossier answered. */
export interface Answer {
  transfer: {
    id: string;
    number: string;
    version: number;
    status: string;
    closedOn: string | null;
    waitingFor: { id: string } | null;
  } | null;
  refusal: { code: string; field: string | null; message: string } | null;
}

/** Transfers on a fresh database with the tree known, hearing and answering what a test hands it; `province` is whose deployment it is. */
export async function openTransfers(
  day: string | { current: string } = TODAY,
  { province = '05', environment = {} as Record<string, string> } = {},
) {
  const now = typeof day === 'string' ? { current: day } : day;
  const clock = {
    now: () => makeClock(now.current).now(),
    today: () => now.current,
    month: () => now.current.slice(0, 7),
  };
  const storage = testStorage();
  const signing = await testSigning(clock.now);
  const subgraph = await openSubgraph(definition, {
    databaseUrl: await testDatabase('transfers'),
    clock,
    environment: {
      LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
      ...storage.environment,
      ...signing.environment,
      PROVINCE_CODE: province,
      ...environment,
    },
  });
  const reactions = reactionsOf(definition);
  const log = makeLogger({ service: 'transfers', role: 'worker', level: 'silent' });
  let position = 0;

  const hear = async (...envelopes: Envelope[]) => {
    const hearing = { service: 'transfers', province, clock, log };
    const { parked } = await deliver(subgraph.orm, reactions, envelopes, hearing);
    const overTheLink = { ...hearing, aside: ARRIVED, upstream: ARRIVED } as const;
    parked.push(...(await deliver(subgraph.orm, definition.link ?? [], envelopes, overTheLink)).parked);
    if (parked.length > 0) throw new Error(parked.map(({ reason }) => reason).join('; '));
  };
  const { certify, withoutCertificate } = certificates(signing, hear);
  /** Runs a document; an officer who acts has a certificate, unless the test says otherwise (`withoutCertificate`). */
  const execute: typeof subgraph.execute = async (query, variables, actor = null, ...more) => {
    if (actor?.capacity && query.startsWith('mutation')) await certify(actor);
    return subgraph.execute(query, variables, actor, ...more);
  };
  const ask = async (query: string, variables: Record<string, unknown>, actor: Actor | null) => {
    const answer = await execute(query, variables, actor);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data as NonNullable<typeof answer.data>;
  };
  const versionOf = async (transferId: string) => {
    const [row] = await subgraph
      .em()
      .execute<{ version: number }[]>('select version from transfer_dossier where id = ?', [transferId]);
    return row?.version ?? 1;
  };

  /** Does one mutation as this actor with the usual input and the version that is right now, unless said otherwise. */
  const act = async (
    actor: Actor,
    mutation: string,
    transferId: string | null,
    more: Record<string, unknown> = {},
  ): Promise<Answer> => {
    const about = transferId === null ? {} : { transferId, expectedVersion: await versionOf(transferId) };
    const brought = await broughtWith(subgraph, actor, mutation, more);
    const input = { idempotencyKey: randomUUID(), ...about, ...usualInput[mutation], ...brought, ...more };
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const data = await ask(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${seen} } }`,
      { input },
      actor,
    );
    return data[mutation] as Answer;
  };
  /** The same, where a refusal is a fault of the test. */
  const done = async (...call: Parameters<typeof act>) => {
    const { transfer, refusal } = await act(...call);
    if (transfer === null)
      throw new Error(`${call[1]} was refused: ${refusal?.code} ${refusal?.field ?? ''}`);
    return transfer;
  };
  const refused = async (...call: Parameters<typeof act>) => {
    const { transfer, refusal } = await act(...call);
    if (refusal === null) throw new Error(`${call[1]} went through: ${transfer?.status}`);
    return refusal.code;
  };

  const stage = {
    ...subgraph,
    execute,
    /** The signing service, whose faults a test may arm. */
    signing,
    withoutCertificate,
    async close() {
      await subgraph.close();
      await signing.close();
      storage.remove();
    },
    now,
    hear,
    ask,
    act,
    versionOf,
    done,
    refused,
    tellUnits: (...tree: Parameters<typeof unitsRecorded>) => hear(unitsRecorded(...tree)),
    tellStart: (
      unit: UnitName,
      startsOn: string | null,
      version = 1,
      procedure: Procedure = 'OFFICIAL_TRANSFER',
    ) =>
      hear(
        makeEnvelope(
          ProcedureStartSet,
          {
            aggregateId: units[unit],
            data: {
              starts: [{ unitId: units[unit], procedure, version, startsOn }],
            },
          },
          { province: 't' },
        ),
      ),
    tellOfficers: (unit: UnitName, officers: { memberId: string; role: Role }[], version = 1) =>
      hear(
        makeEnvelope(
          OfficersChanged,
          {
            aggregateId: units[unit],
            data: {
              units: [
                {
                  unitId: units[unit],
                  version,
                  officers: officers.map((one) => ({
                    ...one,
                    positionId: randomUUID(),
                    name: 'Cán bộ',
                    title: one.role,
                  })),
                },
              ],
            },
          },
          { province: 't' },
        ),
      ),
    tellStanding: (memberId: string, paidThrough: string | null, openMonths: string[] = [], version = 2) =>
      hear(
        makeEnvelope(
          DuesStandingChanged,
          {
            aggregateId: memberId,
            data: { standings: [{ memberId, version, paidThrough, openMonths, chargedBy: units.branch1 }] },
          },
          { province: 't' },
        ),
      ),
    /** A member of this branch whom every service has told of (`UNKNOWN`: fees has not), and the actor who is that member. */
    async newMember(
      branch: UnitName | null = 'branch1',
      more: Record<string, unknown> = {},
      paidThrough: string | null | 'UNKNOWN' = '2026-07',
    ): Promise<Actor & { memberId: string }> {
      const memberId = randomUUID();
      const [example] = MemberRecorded.example.members;
      const member = {
        ...(example as NonNullable<typeof example>),
        id: memberId,
        fullName: 'Nguyễn Thị Minh Anh',
        status: 'ACTIVE',
        forceCategory: 'NONE',
        underInspection: false,
        cardNumberSealed: null,
        legacyCardNumber: '12345678',
        ...more,
      };
      const placement = {
        memberId,
        version: 1,
        branchId: branch && units[branch],
        since: '2020-01-01',
        temporaryBranchId: null,
        temporarySince: null,
        residenceBranchId: null,
      };
      await hear(
        makeEnvelope(
          MemberRecorded,
          { aggregateId: memberId, data: { members: [member] } },
          { province: 't' },
        ),
        makeEnvelope(
          PlacementRecorded,
          { aggregateId: memberId, data: { placements: [placement] } },
          { province: 't' },
        ),
      );
      if (paidThrough !== 'UNKNOWN') await stage.tellStanding(memberId, paidThrough, [], 1);
      return { ...testActor({ memberId, name: 'Nguyễn Thị Minh Anh' }), memberId };
    },
    /** What was published since the last call. */
    async published(): Promise<Envelope[]> {
      const read = await readOutbox(subgraph.em(), province, position);
      position = read.position;
      return read.envelopes;
    },
    /** A dossier of a fresh member, played up to this state by the usual people, from branch 1 to the sales branch. */
    async dossierAt(state: string, member?: Actor & { memberId: string }) {
      const applicant = member ?? (await stage.newMember());
      let transfer = await done(applicant, 'requestOfficialTransfer', null);
      for (const [reached, actor, mutation] of usualWay) {
        if (transfer.status === state) break;
        transfer = await done(actor, mutation, transfer.id);
        if (transfer.status !== reached) throw new Error(`${mutation} led to ${transfer.status}`);
      }
      if (transfer.status !== state) throw new Error(`the usual way does not lead to ${state}`);
      return { ...transfer, applicant };
    },
  };
  await hear(unitsRecorded());
  await stage.tellStart('hanoi', '2026-06-01');
  await stage.tellStart('hanoi', '2026-06-01', 1, 'TEMPORARY_TRANSFER');
  await certify(...Object.values(desks));
  return stage;
}

const usualWay: [state: string, actor: Actor, mutation: string][] = [
  ['ORIGIN_MET', desks.secretary, 'recordReviewMeeting'],
  ['IN_ORIGIN_CHAIN', desks.secretary, 'issueLetter'],
  ['IN_ORIGIN_CHAIN', desks.committee, 'signLetterBox'],
  ['SENT', desks.ward, 'signLetterBox'],
  ['IN_DEST_CHAIN', desks.hostWard, 'signLetterBox'],
  ['AT_DEST_BRANCH', desks.hostCommittee, 'signLetterBox'],
];

export type TransferStage = Awaited<ReturnType<typeof openTransfers>>;

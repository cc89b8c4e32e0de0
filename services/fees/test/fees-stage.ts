import { randomUUID } from 'node:crypto';
import { AccountApproved } from '@dang/events/contracts/identity/account-approved';
import { MemberCorrected } from '@dang/events/contracts/identity/member-corrected';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { ProcedureStartSet } from '@dang/events/contracts/orgtree/procedure-start-set';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import { LetterIssued } from '@dang/events/contracts/transfers/letter-issued';
import { LetterVoided } from '@dang/events/contracts/transfers/letter-voided';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { type Envelope, makeEnvelope } from '@dang/events/envelope';
import { readOutbox } from '@dang/events/outbox';
import { deliver } from '@dang/events/receive';
import { makeLogger } from '@dang/service/logger';
import { openSubgraph, testDatabase } from '@dang/service/testing';
import { definition } from '../src/definition.ts';
import { refreshStandings } from '../src/standing/refresh-standings.ts';
import { outsideOfFees } from './outside.ts';

const id = (last: string) => `01980000-0000-7000-8000-${last.padStart(12, '0')}`;

/** A small tree: the centre, one province, two wards, in each one grassroots committee with two branches. */
export const units = {
  central: id('1'),
  province: id('5'),
  ward: id('200'),
  committee: id('200044'),
  branch1: id('2000440001'),
  branch2: id('2000440002'),
  otherWard: id('201'),
  otherCommittee: id('201021'),
  branch21: id('2010210021'),
  branch22: id('2010210022'),
};

const parents: [string, string | null, string][] = [
  [units.central, null, 'CENTRAL'],
  [units.province, units.central, 'PROVINCE'],
  [units.ward, units.province, 'SUPERIOR'],
  [units.committee, units.ward, 'GRASSROOTS_COMMITTEE'],
  [units.branch1, units.committee, 'BRANCH'],
  [units.branch2, units.committee, 'BRANCH'],
  [units.otherWard, units.province, 'SUPERIOR'],
  [units.otherCommittee, units.otherWard, 'GRASSROOTS_COMMITTEE'],
  [units.branch21, units.otherCommittee, 'BRANCH'],
  [units.branch22, units.otherCommittee, 'BRANCH'],
];

function pathOf(unitId: string): string[] {
  const parent = parents.find(([own]) => own === unitId)?.[1];
  return parent ? [...pathOf(parent), unitId] : [unitId];
}

/** The events that fees hears, made as their publishers make them. */
export const heard = {
  units: () =>
    event(UnitRecorded, units.province, {
      units: parents.map(([unitId, parentId, type]) => ({
        ...UnitRecorded.example.units[0],
        id: unitId,
        version: 1,
        type,
        parentId,
        path: pathOf(unitId),
      })),
    }),
  duesStart: (unitId: string, startsOn: string | null, version = 1) =>
    event(ProcedureStartSet, unitId, { starts: [{ unitId, procedure: 'DUES', version, startsOn }] }),
  /** A reorganisation has put members into a branch from a day on. */
  movedBy: (
    reorganisationId: string,
    memberIds: string[],
    branchId: string,
    since: string,
    over: object = {},
  ) =>
    event(PlacementRecorded, reorganisationId, {
      placements: memberIds.map((memberId) => ({
        memberId,
        version: 2,
        branchId,
        since,
        temporaryBranchId: null,
        temporarySince: null,
        residenceBranchId: null,
        reorganisationId,
        ...over,
      })),
    }),
  reorganised: (reorganisationId: string, successions: Record<string, string>, effectiveOn: string) =>
    event(ReorganisationApplied, reorganisationId, {
      reorganisationId,
      decisionNumber: '12-QĐ/TU',
      effectiveOn,
      successions: Object.entries(successions).map(([unitId, successorId]) => ({ unitId, successorId })),
      movedUnitIds: [],
    }),
  corrected: (memberId: string, toBranchId: string, effectiveOn: string) =>
    event(MemberCorrected, memberId, {
      ...MemberCorrected.example,
      correctionId: randomUUID(),
      memberId,
      fromBranchId: units.branch1,
      toBranchId,
      effectiveOn,
    }),
  placed: (memberId: string, branchId: string, version = 1) =>
    event(PlacementRecorded, memberId, {
      placements: [
        {
          memberId,
          version,
          branchId,
          since: '2020-01-01',
          temporaryBranchId: null,
          temporarySince: null,
          residenceBranchId: null,
        },
      ],
    }),
  approved: (
    memberId: string,
    branchId: string,
    monthlyDues: string | null,
    monthlyDuesFrom: string | null,
  ) =>
    event(AccountApproved, memberId, {
      ...AccountApproved.example,
      accountId: randomUUID(),
      memberId,
      branchId,
      monthlyDues,
      monthlyDuesFrom,
    }),
  letter: (memberId: string, letter: Letter) =>
    event(LetterIssued, letter.transferId, {
      memberId,
      issuedOn: `${letter.duesPaidThrough}-15`,
      originBranchId: units.branch1,
      ...letter,
    }),
  voided: (memberId: string, letter: Letter) =>
    event(LetterVoided, letter.transferId, {
      memberId,
      voidedOn: `${letter.duesPaidThrough}-28`,
      originBranchId: units.branch1,
      ...letter,
    }),
  completed: (memberId: string, transfer: Transfer, time?: Date) =>
    event(
      TransferCompleted,
      transfer.transferId,
      { ...TransferCompleted.example, originBranchId: units.branch1, memberId, ...transfer },
      time,
    ),
};

export interface Letter {
  transferId: string;
  letterId: string;
  duesPaidThrough: string;
  issuedOn?: string;
  kind?: 'OFFICIAL' | 'TEMPORARY';
  keepsDues?: boolean;
}

export interface Transfer {
  transferId: string;
  destinationBranchId: string;
  duesPaidThrough: string;
  completedOn: string;
}

export function event(
  contract: Parameters<typeof makeEnvelope>[0],
  aggregateId: string,
  data: unknown,
  time?: Date,
): Envelope {
  return makeEnvelope(contract, { aggregateId, data, ...(time && { time }) }, { province: 't' });
}

/** The same fact in another envelope, as if its publisher had sent it anew. */
export const sentAnew = (envelope: Envelope): Envelope => ({ ...envelope, id: randomUUID() });

/** Fees on a fresh database, hearing what a test hands it, with the tree already known; `environment` says what is elsewhere. */
export async function openFees(environment: Record<string, string> = {}) {
  const subgraph = await openSubgraph(definition, {
    databaseUrl: await testDatabase('fees'),
    environment: { ...outsideOfFees, ...environment },
  });
  const reactions = [...definition.reactions, ...definition.projections.flatMap((one) => one.reactions)];
  const context = {
    service: 'fees',
    province: 't',
    clock: subgraph.clock,
    log: makeLogger({ service: 'fees', role: 'worker', level: 'silent' }),
  };
  let position = 0;
  const fees = {
    ...subgraph,
    /** Hands over envelopes as one batch; throws when one of them is parked. */
    async hear(...envelopes: Envelope[]): Promise<void> {
      const { parked } = await deliver(subgraph.orm, reactions, envelopes, context);
      if (parked.length > 0) throw new Error(parked.map(({ reason }) => reason).join('; '));
    },
    /** The events of this name that fees has published since the last call; those of other names are passed over. */
    async published(name = 'DuesStandingChanged'): Promise<Envelope[]> {
      const read = await readOutbox(subgraph.em(), 't', position);
      position = read.position;
      return read.envelopes.filter(({ type }) => type.includes(`.${name}.`));
    },
    /** Who charges the member: `branch1 2026-02..2026-08`. */
    async chargings(memberId: string): Promise<string[]> {
      const rows = await subgraph.em().execute<{ branchId: string; from: string; to: string | null }[]>(
        `select branch_id as "branchId", to_char(from_period, 'YYYY-MM') as "from", to_char(to_period, 'YYYY-MM') as "to"
         from charging where member_id = ? order by from_period`,
        [memberId],
      );
      return rows.map(({ branchId, from, to }) => `${nameOf(branchId)} ${from}..${to ?? ''}`);
    },
    /** The charges of the member, oldest first: `2026-09 branch21 60000 DRAFT`. */
    async charges(memberId: string): Promise<string[]> {
      const rows = await subgraph
        .em()
        .execute<{ period: string; branchId: string; amount: string; status: string }[]>(
          `select to_char(period, 'YYYY-MM') as period, branch_id as "branchId", amount, status
         from dues_charge where member_id = ? order by period`,
          [memberId],
        );
      return rows.map(
        ({ period, branchId, amount, status }) => `${period} ${nameOf(branchId)} ${amount} ${status}`,
      );
    },
    /** How the member stands, without the version; null when nothing is known. */
    async standing(memberId: string) {
      const [row] = await subgraph.em().execute(
        `select paid_through as "paidThrough", open_months as "openMonths", charged_by as "chargedBy", outstanding
         from dues_standing where member_id = ?`,
        [memberId],
      );
      return row ? { ...row, chargedBy: row.chargedBy && nameOf(row.chargedBy as string) } : null;
    },
    /** How many statements this takes. */
    async statementsOf(work: () => Promise<unknown>): Promise<number> {
      let count = 0;
      const logger = subgraph.orm.config.getLogger();
      const { log, isEnabled } = logger;
      const counting = (namespace: string) => {
        if (namespace === 'query') count += 1;
      };
      Object.assign(logger, { isEnabled: () => true, log: counting });
      await work();
      Object.assign(logger, { log, isEnabled });
      return count;
    },
    /** The drafts of the member up to this month are announced, as a branch would do it, without telling anybody. */
    async announceThrough(memberId: string, month: string): Promise<void> {
      await subgraph.em().transactional(async (em) => {
        await em.execute(
          `update dues_charge set status = 'ANNOUNCED' where member_id = ? and period <= ?::date and status = 'DRAFT'`,
          [memberId, `${month}-01`],
        );
        await refreshStandings(em, [memberId]);
      });
    },
    /** The months of the member up to this one are settled, as if each had been paid. */
    async payThrough(memberId: string, month: string): Promise<void> {
      await subgraph
        .em()
        .execute(
          `update dues_charge set paid = amount, status = 'PAID' where member_id = ? and period <= ?::date`,
          [memberId, `${month}-01`],
        );
    },
  };
  await fees.hear(heard.units(), heard.duesStart(units.province, '2026-02-01'));
  return fees;
}

const nameOf = (unitId: string): string =>
  Object.entries(units).find(([, own]) => own === unitId)?.[0] ?? unitId;

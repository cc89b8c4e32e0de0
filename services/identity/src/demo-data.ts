import type { Role } from '@dang/access/role';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import { blindIndex, sealText } from '@dang/service/sealed-text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { AccountState } from './account/account.workflow.ts';
import { recordCertificates } from './certificate/recorded-certificates.ts';
import { type DemoWaiting, loadWaiting } from './demo-waiting.ts';
import { recordMembers } from './member/recorded-members.ts';
import { recordOfficers } from './position/officers.ts';
import { type SealingKeys, sealingKeysOf } from './sealing-keys.ts';

type Gender = 'MALE' | 'FEMALE' | null;

/**
 * The part of a demo province that identity owns, as plain rows; days are `YYYY-MM-DD`, months `YYYY-MM`. Personal ids and
 * card numbers come in clear and are sealed by the loader: they exist only in made-up people.
 */
export interface IdentityDemoData {
  /** The day on which officers are in office. */
  today: string;
  members: {
    id: string;
    fullName: string;
    otherName?: string | null;
    gender: Gender;
    dateOfBirth: string;
    permanentAddress?: string | null;
    personalId: string | null;
    /** 12 digits. */
    cardNumber: string | null;
    /** 8 digits. */
    legacyCardNumber?: string | null;
    profileNumber: string | null;
    joinDate: string | null;
    officialDate: string | null;
    /** A status of domain 4.3; `ACTIVE` when left out. */
    status?: string;
    forceCategory?: 'NONE' | 'POLICE' | 'ARMY';
    underInspection?: boolean;
    /** The registry's word; what decides is the placement in orgtree. */
    branchId: string | null;
    residenceBranchId: string | null;
    residenceContactMode?: 'NORMAL' | 'INTRODUCED_EXEMPT_ACTIVITY' | 'NOT_INTRODUCED';
  }[];
  /** One a person. Active ones need a member; waiting ones need what the form asks for. */
  accounts: {
    id: string;
    memberId: string | null;
    personalId: string;
    fullName: string;
    dateOfBirth: string;
    gender: Gender;
    status: AccountState;
    /** Dossier number of the registration; null for a draft. */
    number: string | null;
    branchId: string | null;
    residenceBranchId: string | null;
    /** The unit whose decision is waited for, or that has decided. */
    approverUnitId: string | null;
    claimedPosition?: 'MEMBER' | 'SECRETARY' | 'DEPUTY_SECRETARY';
    legacyCardNumber?: string | null;
    profileNumber?: string | null;
    joinDate?: string | null;
    officialDate?: string | null;
    /** Đồng. */
    monthlyDues?: number | null;
    monthlyDuesFrom?: string | null;
    submittedOn: string | null;
    rejectionReason?: string | null;
  }[];
  positions: {
    id: string;
    memberId: string;
    unitId: string;
    role: Role;
    title: string;
    from: string;
    to?: string | null;
    endedOn?: string | null;
    endedReason?: string | null;
  }[];
  /** `BRANCH_DELEGATE` and `COMMITTEE_DELEGATE` only; they end by themselves on `to`. */
  delegations: {
    id: string;
    memberId: string;
    unitId: string;
    role: 'BRANCH_DELEGATE' | 'COMMITTEE_DELEGATE';
    title: string;
    from: string;
    to: string;
    appointedBy: string;
  }[];
  /** `ORG_ADMIN` and the like: rights on the system, no position in the Party. */
  adminGrants: {
    id: string;
    memberId: string;
    unitId: string;
    role: 'ORG_ADMIN' | 'SYSTEM_ADMIN' | 'SUPPORT_AGENT';
    title: string;
    from: string;
    grantedBy: string | null;
    reason: string;
  }[];
  /** Of those who sign; moments are ISO 8601. */
  certificates?: {
    id: string;
    memberId: string;
    reference: string;
    serial: string;
    fingerprint: string;
    holderName: string;
    issuerName: string;
    validFrom: string;
    validTo: string;
    registeredAt: string;
  }[];
  waiting?: DemoWaiting;
}

/**
 * Loads the demo people into an empty, migrated database: set-based, in one transaction, with the events by which the other
 * services learn of them. Does nothing when they are there already.
 */
export async function loadDemoData(
  em: SqlEntityManager,
  data: IdentityDemoData,
  keys: SealingKeys = sealingKeysOf(process.env),
): Promise<void> {
  await em.transactional(async (inside) => {
    const first = await inside.execute(
      'insert into demo_load default values on conflict do nothing returning loaded_at',
    );
    if (first.length === 0) return;
    await insertRows(inside, data, keys);
    await recordMembers(
      inside,
      data.members.map(({ id }) => id),
    );
    await recordOfficers(
      inside,
      [...new Set([...data.positions, ...data.delegations].map(({ unitId }) => unitId))],
      data.today,
    );
    await recordRegistrations(inside, data);
    await recordCertificates(
      inside,
      (data.certificates ?? []).map(({ id }) => id),
    );
    if (data.waiting) await loadWaiting(inside, data.waiting, keys);
  });
}

/** A number as it is stored: sealed, and found by its blind index. */
function sealed<Name extends string>(
  name: Name,
  digits: string | null | undefined,
  { key, indexKey }: SealingKeys,
) {
  return {
    [`${name}_sealed`]: digits ? sealText(key, digits) : null,
    [`${name}_index`]: digits ? blindIndex(indexKey, digits) : null,
  };
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `unitId` → `unit_id`; `from` and `to` are words of SQL, so their columns are `from_date` and `to_date`. */
function rowOf(item: object): Record<string, unknown> {
  const columns = Object.entries(item).map(([name, value]) => [
    name === 'from' || name === 'to' ? `${name}_date` : snake(name),
    value,
  ]);
  return Object.fromEntries(columns);
}

/** One INSERT; columns that no row names keep what the table says. */
async function insertAll(
  em: SqlEntityManager,
  table: string,
  rows: Record<string, unknown>[],
): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (columns.length === 0) return;
  const names = columns.map((column) => `"${column}"`).join(', ');
  await em.execute(
    `insert into "${table}" (${names}) select ${names} from jsonb_populate_recordset(null::"${table}", ?::jsonb)`,
    [JSON.stringify(rows)],
  );
}

const memberDefaults = {
  status: 'ACTIVE',
  force_category: 'NONE',
  under_inspection: false,
  residence_contact_mode: 'NORMAL',
};

async function insertRows(em: SqlEntityManager, data: IdentityDemoData, keys: SealingKeys): Promise<void> {
  const members = data.members.map(({ personalId, cardNumber, ...member }) => ({
    ...memberDefaults,
    ...rowOf(member),
    ...sealed('personal_id', personalId, keys),
    ...sealed('card_number', cardNumber, keys),
  }));
  const accounts = data.accounts.map(({ personalId, ...account }) => ({
    claimed_position: 'MEMBER',
    ...rowOf(account),
    opened_on: account.submittedOn,
    decided_on: account.status === 'ACTIVE' || account.status === 'REJECTED' ? account.submittedOn : null,
    ...sealed('personal_id', personalId, keys),
  }));
  await insertAll(em, 'member', members);
  await insertAll(em, 'account', accounts);
  await em.execute(`
    insert into account_history (account_id, step, at, action, from_state, to_state, unit_id, reason)
    select id, step, day + time '09:00' at time zone 'Asia/Ho_Chi_Minh', action, from_state, to_state, unit_id, reason
    from account,
      lateral (values
        (1, submitted_on, 'SUBMIT', 'DRAFT',
          case claimed_position when 'MEMBER' then 'PENDING_BRANCH' else 'PENDING_SUPERIOR' end, null::uuid, null),
        (2, decided_on, case status when 'REJECTED' then 'REJECT' else 'APPROVE' end,
          case claimed_position when 'MEMBER' then 'PENDING_BRANCH' else 'PENDING_SUPERIOR' end, status,
          approver_unit_id, rejection_reason)
      ) as history (step, day, action, from_state, to_state, unit_id, reason)
    where day is not null`);
  await insertAll(em, 'position', data.positions.map(rowOf));
  await insertAll(em, 'delegation', data.delegations.map(rowOf));
  await insertAll(em, 'admin_grant', data.adminGrants.map(rowOf));
  const certificates = data.certificates ?? [];
  await insertAll(
    em,
    'signing_certificate',
    certificates.map((row) => ({ ...rowOf(row), version: 1, status: 'ACTIVE' })),
  );
}

async function recordRegistrations(em: SqlEntityManager, data: IdentityDemoData): Promise<void> {
  const events = data.accounts.flatMap((account) => {
    const { id, number, approverUnitId, submittedOn, status, memberId } = account;
    if (!number || !approverUnitId || !submittedOn) return [];
    const dossier = {
      dossierId: id,
      version: 1,
      procedure: 'ACCOUNT',
      number,
      unitId: approverUnitId,
      state: status,
      channel: 'ONLINE',
      openedOn: submittedOn,
      closedOn: status === 'ACTIVE' ? submittedOn : null,
      dueOn: null,
      memberId,
    };
    return [{ aggregateId: id, version: 1, data: dossier }];
  });
  await recordEvents(em, DossierStateChanged, events, { service: 'identity' });
}

import { BeneficiaryAccountApproved } from '@dang/events/contracts/fees/beneficiary-account-approved';
import { BeneficiaryAccountDeclared } from '@dang/events/contracts/fees/beneficiary-account-declared';
import { DuesRateSubmitted } from '@dang/events/contracts/fees/dues-rate-submitted';
import { WaiverSubmitted } from '@dang/events/contracts/fees/waiver-submitted';
import { recordEvents } from '@dang/events/outbox';
import type { KeyRing } from '@dang/service/key-ring';
import { isRefusal } from '@dang/service/refusal';
import { blindIndex, sealText } from '@dang/service/sealed-text';
import { maskDigits } from '@dang/vietnam/identifiers';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { keepStep } from './decision/dossier.steps.ts';
import { findFigures } from './dues-rule/dues-rule.rows.ts';
import { proposeDues } from './dues-rule/propose-dues.rules.ts';

/** Somebody as they acted then. */
interface Acting {
  accountId: string;
  memberId: string;
  name: string;
  title: string;
  unitId: string;
}

/** What lies on the desks of a demo province; days are `YYYY-MM-DD`, months `YYYY-MM`, amounts whole đồng. */
export interface DemoDesk {
  /** Accounts for retained dues of the organisations themselves; `approvedBy` of null: it waits. */
  accounts: {
    id: string;
    number: string;
    unitId: string;
    holderName: string;
    bankCode: string;
    digits: string;
    declaredOn: string;
    declaredBy: Acting;
    approvedBy: Acting | null;
  }[];
  /** Declared monthly dues that nobody has decided yet. */
  rates: {
    id: string;
    number: string;
    memberId: string;
    branchId: string;
    /** The income on which social insurance is paid. */
    base: number;
    baseMonth: string;
    amount: number;
    from: string;
    declaredOn: string;
  }[];
  /** Reductions that somebody has asked for. */
  reductions: {
    id: string;
    number: string;
    memberId: string;
    branchId: string;
    approverUnitId: string;
    percent: 30 | 50 | 70;
    from: string;
    to: string;
    requestReference: string;
    reason: string;
    requestedOn: string;
  }[];
}

/** The keys under which numbers of bank accounts are kept. */
export interface DeskKeys {
  key: KeyRing;
  indexKey: Uint8Array;
}

const nine = (day: string): Date => new Date(`${day}T09:00:00+07:00`);

/** Loads what waits, and the accounts that may receive. Needs a transaction. */
export async function loadDemoDesk(em: SqlEntityManager, desk: DemoDesk, keys: DeskKeys): Promise<void> {
  await loadAccounts(em, desk.accounts, keys);
  await loadRates(em, desk.rates);
  await loadReductions(em, desk.reductions);
}

async function loadAccounts(
  em: SqlEntityManager,
  accounts: DemoDesk['accounts'],
  { key, indexKey }: DeskKeys,
): Promise<void> {
  const rows = accounts.map(({ digits, approvedBy, ...account }) => ({
    ...account,
    sealed: sealText(key, digits),
    index: blindIndex(indexKey, `${account.bankCode} ${digits}`),
    mask: maskDigits(digits),
    status: approvedBy ? 'APPROVED' : 'PENDING',
    decidedOn: approvedBy ? account.declaredOn : null,
    version: approvedBy ? 2 : 1,
    approvedBy,
  }));
  await em.execute(
    `with made as (
       insert into beneficiary_account (id, version, number, unit_id, holder_name, bank_code, account_sealed, account_index,
         account_mask, status, declared_on, declared_by, decided_on)
       select id, version, number, "unitId", "holderName", "bankCode", sealed, index, mask, status, "declaredOn", "declaredBy",
         "decidedOn"
       from jsonb_to_recordset(?::jsonb) as row(id uuid, version int, number text, "unitId" uuid, "holderName" text,
         "bankCode" text, sealed text, index text, mask text, status beneficiary_status, "declaredOn" date,
         "declaredBy" jsonb, "decidedOn" date))
     insert into dossier_step (dossier_id, at, action, from_state, to_state, actor)
     select id, "declaredOn" + time '09:00' at time zone 'Asia/Ho_Chi_Minh', 'DECLARE', null, 'PENDING', "declaredBy"
     from jsonb_to_recordset(?::jsonb) as row(id uuid, "declaredOn" date, "declaredBy" jsonb)
     union all
     select id, "declaredOn" + time '14:00' at time zone 'Asia/Ho_Chi_Minh', 'APPROVE', 'PENDING', 'APPROVED', "approvedBy"
     from jsonb_to_recordset(?::jsonb) as row(id uuid, "declaredOn" date, "approvedBy" jsonb)
     where jsonb_typeof("approvedBy") = 'object'`,
    Array.from({ length: 3 }, () => JSON.stringify(rows)),
  );
  const holder = { holderMemberId: null };
  await recordEvents(
    em,
    BeneficiaryAccountDeclared,
    accounts
      .filter(({ approvedBy }) => approvedBy === null)
      .map(({ id, unitId, declaredOn }) => ({
        aggregateId: id,
        data: { beneficiaryAccountId: id, unitId, declaredOn, ...holder },
      })),
  );
  await recordEvents(
    em,
    BeneficiaryAccountApproved,
    accounts
      .filter(({ approvedBy }) => approvedBy !== null)
      .map(({ id, unitId, declaredOn }) => ({
        aggregateId: id,
        data: { beneficiaryAccountId: id, unitId, approvedOn: declaredOn, ...holder },
      })),
  );
}

async function loadRates(em: SqlEntityManager, rates: DemoDesk['rates']): Promise<void> {
  const figures = await findFigures(em);
  const rows = rates.map((rate) => {
    const { base, baseMonth, from } = rate;
    const person = { gender: 'FEMALE', dateOfBirth: '1980-01-01', region: 1 };
    const given = {
      category: 'SI_COMPULSORY',
      period: from,
      base: BigInt(base),
      baseMonth,
      ...person,
    } as const;
    const proposal = proposeDues(given, figures);
    if (isRefusal(proposal)) throw new Error(`No rule of ${from} proposes dues: ${proposal.code}`);
    return {
      ...rate,
      baseMonth: `${baseMonth}-01`,
      from: `${from}-01`,
      category: proposal.rule.category,
      ruleId: proposal.rule.id,
      proposed: Number(proposal.amount),
      explanation: proposal.explanation,
    };
  });
  await em.execute(
    `insert into dues_rate (id, status, number, member_id, branch_id, approver_unit_id, category, declared_base, base_month,
       rule_id, proposed_amount, explanation, monthly_amount, from_period, declared_on)
     select id, 'PENDING', number, "memberId", "branchId", "branchId", category, base, "baseMonth", "ruleId", proposed,
       explanation, amount, "from", "declaredOn"
     from jsonb_to_recordset(?::jsonb) as row(id uuid, number text, "memberId" uuid, "branchId" uuid, category dues_category,
       base bigint, "baseMonth" date, "ruleId" text, proposed bigint, explanation text, amount bigint, "from" date,
       "declaredOn" date)`,
    [JSON.stringify(rows)],
  );
  for (const { id, declaredOn } of rates)
    await keepStep(em, 'dues_rate', [id], {
      action: 'DECLARE',
      from: null,
      at: nine(declaredOn),
      actor: null,
    });
  await recordEvents(
    em,
    DuesRateSubmitted,
    rates.map(({ id, memberId, branchId, amount, from }) => ({
      aggregateId: id,
      data: {
        duesRateId: id,
        memberId,
        branchId,
        approverUnitId: branchId,
        monthlyAmount: String(amount),
        fromMonth: from,
      },
    })),
  );
}

async function loadReductions(em: SqlEntityManager, reductions: DemoDesk['reductions']): Promise<void> {
  const rows = reductions.map((one) => ({ ...one, from: `${one.from}-01`, to: `${one.to}-01` }));
  await em.execute(
    `insert into waiver (id, number, member_id, branch_id, approver_unit_id, kind, percent, ground, from_period, to_period,
       status, channel, request_reference, reason, requested_on)
     select id, number, "memberId", "branchId", "approverUnitId", 'REDUCE_' || percent, percent, 'HARDSHIP', "from", "to",
       'PENDING', 'ONLINE', "requestReference", reason, "requestedOn"
     from jsonb_to_recordset(?::jsonb) as row(id uuid, number text, "memberId" uuid, "branchId" uuid, "approverUnitId" uuid,
       percent smallint, "from" date, "to" date, "requestReference" text, reason text, "requestedOn" date)`,
    [JSON.stringify(rows)],
  );
  for (const { id, requestedOn } of reductions)
    await keepStep(em, 'waiver', [id], { action: 'REQUEST', from: null, at: nine(requestedOn), actor: null });
  await recordEvents(
    em,
    WaiverSubmitted,
    reductions.map(({ id, memberId, branchId, approverUnitId, percent }) => ({
      aggregateId: id,
      data: {
        waiverId: id,
        memberId,
        branchId,
        approverUnitId,
        waiverKind: `REDUCE_${percent}` as const,
      },
    })),
  );
}

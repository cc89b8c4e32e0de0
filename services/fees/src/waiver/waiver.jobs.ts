import { WaiverSubmitted } from '@dang/events/contracts/fees/waiver-submitted';
import { recordEvents } from '@dang/events/outbox';
import { findUnits } from '@dang/reference/units';
import type { Job } from '@dang/service/jobs';
import { addMonths, monthOf } from '@dang/vietnam/month';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Month } from '../charging/charging.rules.ts';
import { duesRun } from '../charging/dues-start.ts';
import { waiverDecider } from '../decision/decider.ts';
import { keepStep } from '../decision/dossier.steps.ts';
import { applyWaivers } from './apply-waivers.ts';
import { EXEMPT_AFTER_YEARS } from './waiver.rules.ts';

/** So many members a transaction: each takes a handful of statements to find who decides. */
const MEMBERS_AT_ONCE = 100;
/** Proposed so many months ahead, so that the decision is there before the month is charged. */
const MONTHS_AHEAD = 2;
/** Orders end within a day; a charge that was in one when it was waived is waived soon after. */
const DAYS_BACK = 40;

interface Entitled {
  readonly memberId: string;
  readonly branchId: string;
  readonly from: string;
  readonly joined: string;
}

/** Members who reach 50 full years in the Party soon, or have, and for whom nobody was ever asked; the longest in the Party first. */
async function findEntitled(em: SqlEntityManager, month: Month): Promise<Entitled[]> {
  return em.execute(
    `select member.id as "memberId", charging.branch_id as "branchId", joined.day as joined,
       greatest(exempt.from_period, ?::date) as "from"
     from member_copy member
     cross join lateral (select coalesce(member.join_date, member.official_date) as day) joined
     cross join lateral (select (date_trunc('month', joined.day) + make_interval(years => ?, months => 1))::date as from_period) exempt
     join charging on charging.member_id = member.id and charging.to_period is null
     join unit_copy unit on unit.id = charging.branch_id and ${duesRun('unit', '?::date')}
     where coalesce(member.join_date, member.official_date) < ?::date
       and exempt.from_period <= ?::date
       and not exists (select from waiver known where known.member_id = member.id
         and (known.ground = 'PARTY_AGE'
           or known.kind = 'EXEMPT' and (known.status = 'PENDING' or known.status = 'APPROVED' and known.to_period is null)))
     order by joined.day, member.id limit ?`,
    [
      `${month}-01`,
      EXEMPT_AFTER_YEARS,
      `${month}-01`,
      `${addMonths(month, MONTHS_AHEAD - EXEMPT_AFTER_YEARS * 12)}-01`,
      `${addMonths(month, MONTHS_AHEAD)}-01`,
      MEMBERS_AT_ONCE,
    ],
  );
}

async function propose(
  em: SqlEntityManager,
  entitled: readonly Entitled[],
  today: string,
  now: Date,
): Promise<void> {
  const branches = new Map(
    (await findUnits(em, [...new Set(entitled.map(({ branchId }) => branchId))])).map((unit) => [
      unit.id,
      unit,
    ]),
  );
  const rows: object[] = [];
  for (const { memberId, branchId, from, joined } of entitled) {
    const branch = branches.get(branchId);
    if (!branch) throw new Error(`the charging branch ${branchId} is not among the copies`);
    const decider = await waiverDecider(em, branch, memberId);
    rows.push({
      member: memberId,
      branch: branchId,
      decider,
      from,
      reason: `Vào Đảng ngày ${joined.split('-').reverse().join('/')}`,
    });
  }
  const made = await em.execute<(typeof WaiverSubmitted)['example'][]>(
    `insert into waiver (member_id, branch_id, approver_unit_id, kind, ground, from_period, status, channel, reason, requested_on)
     select member, branch, decider, 'EXEMPT', 'PARTY_AGE', "from", 'PENDING', 'SYSTEM', reason, ?
     from jsonb_to_recordset(?::jsonb) as row(member uuid, branch uuid, decider uuid, "from" date, reason text)
     on conflict do nothing
     returning id as "waiverId", member_id as "memberId", branch_id as "branchId", approver_unit_id as "approverUnitId",
       kind as "waiverKind"`,
    [today, JSON.stringify(rows)],
  );
  const ids = made.map(({ waiverId }) => waiverId);
  await keepStep(em, 'waiver', ids, { action: 'PROPOSE', from: null, at: now, actor: null });
  await recordEvents(
    em,
    WaiverSubmitted,
    made.map((data) => ({ aggregateId: data.waiverId, data })),
  );
}

/** Proposes the exemption of who is 50 full years in the Party (T14); the unit in charge decides, and each is proposed once. */
export const proposeExemptions: Job = {
  name: 'propose-exemptions',
  cron: '20 3 * * *',
  async run({ em, clock }) {
    for (let more = true; more; ) {
      more = await em.fork().transactional(async (em) => {
        const entitled = await findEntitled(em, monthOf(clock.today()));
        if (entitled.length > 0) await propose(em, entitled, clock.today(), clock.now());
        return entitled.length === MEMBERS_AT_ONCE;
      });
    }
  },
};

/** Lets what was granted lately take effect on charges that were locked in an order then and are owed after all. */
export const applyGrantedWaivers: Job = {
  name: 'apply-waivers',
  cron: '40 * * * *',
  async run({ em, clock }) {
    const granted = await em.execute<{ id: string }[]>(
      `select distinct waiver.id from waiver
       join dues_charge charge on charge.member_id = waiver.member_id
         and charge.period between waiver.from_period and coalesce(waiver.to_period, 'infinity')
       where waiver.status = 'APPROVED' and waiver.kind <> 'ADVANCE' and waiver.decided_on >= ?::date - ?::int
         and charge.status in ('ANNOUNCED', 'OVERDUE', 'REFUNDED')`,
      [clock.today(), DAYS_BACK],
    );
    const ids = granted.map(({ id }) => id);
    for (let at = 0; at < ids.length; at += MEMBERS_AT_ONCE) {
      await em
        .fork()
        .transactional((em) => applyWaivers(em, ids.slice(at, at + MEMBERS_AT_ONCE), clock.today()));
    }
  },
};

import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type ClaimableRole, superiorSql } from './position-claim.rules.ts';
import type { PositionClaimState } from './position-claim.workflow.ts';

/** A claim as stored, with what its decision needs. Days are `YYYY-MM-DD`. */
export type ClaimRow = {
  id: string;
  version: number;
  number: string;
  status: PositionClaimState;
  accountId: string;
  accountStatus: string;
  claimantName: string;
  memberId: string | null;
  unitId: string;
  /** The direct superior of the unit, as the tree says now. */
  superiorId: string | null;
  role: ClaimableRole;
  title: string;
  from: string;
  through: string | null;
  submittedOn: string;
  decidedOn: string | null;
  reason: string | null;
  positionId: string | null;
};

const selectClaims = `select claim.id, claim.version, claim.number, claim.status, claim.account_id as "accountId",
    account.status as "accountStatus", account.full_name as "claimantName", claim.member_id as "memberId",
    claim.unit_id as "unitId", ${superiorSql('unit')} as "superiorId", claim.role, claim.title, claim.from_on as "from",
    claim.through_on as through, claim.submitted_on as "submittedOn", claim.decided_on as "decidedOn", claim.reason,
    claim.position_id as "positionId"
  from position_claim claim
  join account on account.id = claim.account_id
  join unit_copy unit on unit.id = claim.unit_id`;

/** The claim, or null. */
export async function findClaim(em: SqlEntityManager, id: string): Promise<ClaimRow | null> {
  const [row]: ClaimRow[] = await em.execute(`${selectClaims} where claim.id = ?`, [id]);
  return row ?? null;
}

const ownLimit = 100;

/** The claims of this account, the newest first. */
export async function findOwnClaims(em: SqlEntityManager, accountId: string): Promise<ClaimRow[]> {
  return em.execute(`${selectClaims} where claim.account_id = ? order by claim.id desc limit ${ownLimit}`, [
    accountId,
  ]);
}

/** Where the page before ended: the day of the claim and the id of its last row. */
export type ClaimPlace = [submittedOn: string, id: string];

/**
 * Claims that wait at a unit and below it (`path`), longest waiting first. `superior` keeps those that one unit decides:
 * its id, or `TOP` for units that have no superior; null keeps all.
 */
export async function findWaitingClaims(
  em: SqlEntityManager,
  path: string,
  superior: string | 'TOP' | null,
  limit: number,
  after: ClaimPlace | null,
): Promise<ClaimRow[]> {
  return em.execute(
    `${selectClaims}
     where claim.status = 'PENDING' and unit.path <@ ?::ltree
       and case ? when 'ALL' then true when 'TOP' then ${superiorSql('unit')} is null
         else ${superiorSql('unit')} = ?::uuid end
       and (claim.submitted_on, claim.id) > (?::date, ?::uuid)
     order by claim.submitted_on, claim.id
     limit ?`,
    [
      path,
      superior ?? 'ALL',
      superior === 'TOP' ? null : superior,
      after?.[0] ?? '0001-01-01',
      after?.[1] ?? '00000000-0000-0000-0000-000000000000',
      limit,
    ],
  );
}

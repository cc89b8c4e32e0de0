import { ChangeRequestSubmitted } from '@dang/events/contracts/identity/change-request-submitted';
import { PositionClaimSubmitted } from '@dang/events/contracts/identity/position-claim-submitted';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import { sealText } from '@dang/service/sealed-text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Change } from './change-request/change.rules.ts';
import type { ClaimableRole } from './position-claim/position-claim.rules.ts';
import type { SealingKeys } from './sealing-keys.ts';

interface Waiting {
  id: string;
  number: string;
  accountId: string;
  approverUnitId: string;
  submittedOn: string;
}

/** What members of a demo province have asked for and nobody has decided yet. */
export interface DemoWaiting {
  /** `memberId` is null while the claimant's account waits, too. */
  claims: (Waiting & {
    memberId: string | null;
    unitId: string;
    role: ClaimableRole;
    title: string;
    fromOn: string;
  })[];
  changes: (Waiting & {
    memberId: string;
    branchId: string;
    status: 'PENDING_BRANCH' | 'PENDING_SUPERIOR';
    /** Whether the superior's word is needed on what changes. */
    important: boolean;
    changes: Change[];
    note: string | null;
  })[];
}

/** Writes position claims and change requests that wait, with their first line of history and their events. */
export async function loadWaiting(em: SqlEntityManager, data: DemoWaiting, keys: SealingKeys): Promise<void> {
  const nine = `time '09:00' at time zone 'Asia/Ho_Chi_Minh'`;
  await em.execute(
    `with claim as (
       insert into position_claim (id, number, status, account_id, member_id, unit_id, approver_unit_id, role, title, from_on, submitted_on)
       select id, number, 'PENDING', "accountId", "memberId", "unitId", "approverUnitId", role, title, "fromOn", "submittedOn"
       from jsonb_to_recordset(?::jsonb) as row(id uuid, number text, "accountId" uuid, "memberId" uuid, "unitId" uuid,
         "approverUnitId" uuid, role text, title text, "fromOn" date, "submittedOn" date)
       returning *)
     insert into position_claim_history (claim_id, step, at, action, to_state, by_account_id, by_name)
     select claim.id, 1, claim.submitted_on + ${nine}, 'CLAIM', claim.status, account.id, full_name
     from claim join account on account.id = account_id`,
    [JSON.stringify(data.claims)],
  );
  const changes = data.changes.map(({ changes: values, ...request }) => ({
    ...request,
    fields: values.map(({ field }) => field),
    sealed: sealText(keys.key, JSON.stringify(values)),
  }));
  await em.execute(
    `with request as (
       insert into account_change_request (id, status, account_id, member_id, number, branch_id, approver_unit_id, fields,
         changes_sealed, important, note, submitted_on)
       select id, status, "accountId", "memberId", number, "branchId", "approverUnitId", fields, sealed, important, note, "submittedOn"
       from jsonb_to_recordset(?::jsonb) as row(id uuid, status text, "accountId" uuid, "memberId" uuid, number text, "branchId" uuid,
         "approverUnitId" uuid, fields text[], sealed text, important boolean, note text, "submittedOn" date)
       returning *)
     insert into account_change_history (request_id, step, at, action, to_state, by_account_id, by_name)
     select request.id, 1, request.submitted_on + ${nine}, 'REQUEST', request.status, account.id, full_name
     from request join account on account.id = account_id`,
    [JSON.stringify(changes)],
  );
  await tell(em, data);
}

async function tell(em: SqlEntityManager, { claims, changes }: DemoWaiting): Promise<void> {
  const submitted = claims.flatMap((claim) => {
    const { id, memberId, unitId, approverUnitId, role, title, submittedOn } = claim;
    const data = { claimId: id, unitId, approverUnitId, role, title, submittedOn };
    return memberId === null ? [] : [{ aggregateId: id, data: { ...data, memberId } }];
  });
  await recordEvents(em, PositionClaimSubmitted, submitted);
  await recordEvents(
    em,
    ChangeRequestSubmitted,
    changes.map(({ id, accountId, memberId, approverUnitId: unitId, submittedOn }) => ({
      aggregateId: id,
      data: { requestId: id, accountId, memberId, unitId, submittedOn },
    })),
  );
  const stateOf = (waiting: Waiting & { memberId: string | null }, procedure: string, state: string) => ({
    aggregateId: waiting.id,
    version: 1,
    data: {
      dossierId: waiting.id,
      version: 1,
      procedure,
      number: waiting.number,
      unitId: waiting.approverUnitId,
      state,
      channel: 'ONLINE',
      openedOn: waiting.submittedOn,
      closedOn: null,
      dueOn: null,
      memberId: waiting.memberId,
    },
  });
  const states = [
    ...claims.map((claim) => stateOf(claim, 'POSITION_CLAIM', 'PENDING')),
    ...changes.map((request) => stateOf(request, 'ACCOUNT_CHANGE', request.status)),
  ];
  await recordEvents(em, DossierStateChanged, states, { service: 'identity' });
}

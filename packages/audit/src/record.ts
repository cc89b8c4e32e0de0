import type { Actor } from '@dang/access/actor';
import { type Client, noClient } from '@dang/access/tokens';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type AuditContent, contentHash, plainJson } from './content.ts';

/**
 * One line of the audit trail. `action` is the name of the mutation, job or reading; `unitId` the unit in which it can be
 * read; `memberId` the person whom it is about. `before` and `after` say what changed, personal numbers covered.
 */
export type AuditLine = {
  action: string;
  subjectKind: string;
  subjectId: string;
  unitId: string | null;
  memberId?: string | null;
  before?: object | null;
  after?: object | null;
  reason?: string | null;
};

/** Who did it and from where; a request's context is one. Nothing: the system itself (reactions, jobs, imports). */
export type AuditSource = {
  actor?: Pick<Actor, 'accountId' | 'memberId' | 'name' | 'capacity'> | null;
  client?: Client;
  requestId?: string;
};

const ROWS_A_STATEMENT = 1_000;

function contentOf(
  line: AuditLine,
  { actor, client = noClient, requestId }: AuditSource,
  at: string,
): AuditContent {
  const capacity = actor?.capacity ?? null;
  return {
    at,
    accountId: actor?.accountId ?? null,
    actorMemberId: actor?.memberId ?? null,
    actorName: actor?.name ?? null,
    actorTitle: capacity?.title ?? null,
    actorRole: capacity?.role ?? null,
    actorUnitId: capacity?.unitId ?? null,
    actorPositionId: capacity?.positionId ?? null,
    action: line.action,
    subjectKind: line.subjectKind,
    subjectId: line.subjectId,
    unitId: line.unitId?.toLowerCase() ?? null,
    memberId: line.memberId?.toLowerCase() ?? null,
    before: plainJson(line.before ?? null),
    after: plainJson(line.after ?? null),
    reason: plainJson(line.reason ?? null) as string | null,
    ip: client.ip,
    device: client.device,
    requestId: requestId ?? null,
  };
}

/**
 * Adds lines to the audit trail of this service, in the caller's transaction when there is one, with one INSERT for a
 * thousand of them. `mutate` writes one for every mutation by itself; this is for what else leaves a trace: readings,
 * reactions, jobs, imports. The moment is real time, whatever the development clock says.
 */
export async function recordAudit(
  em: SqlEntityManager,
  lines: readonly AuditLine[],
  source: AuditSource = {},
): Promise<void> {
  const at = new Date().toISOString();
  for (let start = 0; start < lines.length; start += ROWS_A_STATEMENT) {
    const rows = lines.slice(start, start + ROWS_A_STATEMENT).map((line) => {
      const content = contentOf(line, source, at);
      return { ...content, contentHash: contentHash(content).toString('hex') };
    });
    await em.execute(
      `insert into audit_entry (at, account_id, actor_member_id, actor_name, actor_title, actor_role, actor_unit_id,
         actor_position_id, action, subject_kind, subject_id, unit_id, member_id, before, after, reason, ip, device,
         request_id, content_hash)
       select "at", "accountId", "actorMemberId", "actorName", "actorTitle", "actorRole", "actorUnitId",
         "actorPositionId", "action", "subjectKind", "subjectId", "unitId", "memberId", nullif("before", 'null'),
         nullif("after", 'null'), "reason", "ip", "device", "requestId", decode("contentHash", 'hex')
       from rows from (jsonb_to_recordset(?::jsonb) as ("at" timestamptz, "accountId" uuid, "actorMemberId" uuid,
         "actorName" text, "actorTitle" text, "actorRole" text, "actorUnitId" uuid, "actorPositionId" uuid,
         "action" text, "subjectKind" text, "subjectId" text, "unitId" uuid, "memberId" uuid, "before" jsonb,
         "after" jsonb, "reason" text, "ip" text, "device" text, "requestId" text, "contentHash" text))
         with ordinality as line
       order by ordinality`,
      [JSON.stringify(rows)],
    );
  }
}

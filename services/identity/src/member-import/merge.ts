import { recordAudit } from '@dang/audit/record';
import { MembersImported } from '@dang/events/contracts/identity/members-imported';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { recordMembers } from '../member/recorded-members.ts';
import { mergeStatement } from './merge.sql.ts';

const enrolmentsInOneEvent = 500;

type Merged = {
  id: string;
  branchId: string;
  isNew: boolean;
  isEnrolled: boolean;
  since: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** Only what differs, of both. */
function changesOf({ before, after }: Merged): { before: object; after: object } {
  const changed = Object.keys(after ?? {}).filter((key) => before?.[key] !== after?.[key]);
  const pick = (from: Merged['before']) =>
    Object.fromEntries(changed.map((key) => [key, from?.[key] ?? null]));
  return { before: pick(before), after: pick(after) };
}

async function enrol(em: SqlEntityManager, importId: string, merged: readonly Merged[]): Promise<void> {
  const enrolments = merged
    .filter(({ isEnrolled }) => isEnrolled)
    .map(({ id: memberId, branchId, since }) => ({ memberId, branchId, since }));
  const events = [];
  for (let start = 0; start < enrolments.length; start += enrolmentsInOneEvent) {
    const page = enrolments.slice(start, start + enrolmentsInOneEvent);
    events.push({ aggregateId: importId, data: { importId, enrolments: page } });
  }
  await recordEvents(em, MembersImported, events);
}

/**
 * Takes the waiting rows of these branches in: members, the word of it to everybody, what a person has to decide, the audit
 * trail, and the mark by which an import that was broken off goes on after these. One transaction; twice it changes nothing.
 */
export async function mergeBranches(
  em: SqlEntityManager,
  { importId, day }: { importId: string; day: string },
  branchIds: readonly string[],
): Promise<{ created: number; changed: number }> {
  return em.transactional(async (inside) => {
    // The table grows under the planner's feet: what it believes to be small it would read whole, for every row.
    await inside.execute('set local enable_seqscan = off');
    const merged = await inside.execute<Merged[]>(mergeStatement, [branchIds, day]);
    await recordMembers(
      inside,
      merged.map(({ id }) => id),
    );
    await enrol(inside, importId, merged);
    const byBranch = Map.groupBy(merged, ({ branchId }) => branchId);
    const counts = branchIds.map((branchId) => {
      const rows = byBranch.get(branchId) ?? [];
      const created = rows.filter(({ isNew }) => isNew).length;
      return { branchId, created, changed: rows.length - created };
    });
    const action = 'importMembers';
    await recordAudit(inside, [
      ...counts
        .filter(({ created, changed }) => created + changed > 0)
        .map(({ branchId, created, changed }) => ({
          action,
          subjectKind: 'OrgUnit',
          subjectId: branchId,
          unitId: branchId,
          after: { importId, created, changed },
        })),
      ...merged
        .filter(({ isNew }) => !isNew)
        .map((row) => ({
          action,
          subjectKind: 'Member',
          subjectId: row.id,
          unitId: row.branchId,
          memberId: row.id,
          ...changesOf(row),
        })),
    ]);
    await inside.execute(
      `insert into member_import_unit (import_id, branch_id, created, changed)
       select ?, "branchId", created, changed
       from json_to_recordset(?::json) as row ("branchId" uuid, created integer, changed integer)`,
      [importId, JSON.stringify(counts)],
    );
    const total = { created: 0, changed: 0 };
    for (const { created, changed } of counts) {
      total.created += created;
      total.changed += changed;
    }
    return total;
  });
}

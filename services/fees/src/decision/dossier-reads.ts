import { type AuditLine, recordAudit } from '@dang/audit/record';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { readsCovered } from '../order/order.access.ts';
import { visibleTo } from './act-on-dossier.ts';
import type { DossierKind, DuesDossier } from './dossier.ts';

/** Keeps what an inspection reads, before it is shown (T82): one line a thing and request, in one statement for a list. */
async function noteRead(context: GraphContext, line: AuditLine): Promise<void> {
  if (!readsCovered(context)) return;
  const loader = loaderOf<AuditLine, boolean>(context, 'reads of dues dossiers', async (lines) => {
    const once = new Map(lines.map((one) => [`${one.action} ${one.subjectId}`, one]));
    await recordAudit(context.em.fork(), [...once.values()], context);
    return lines.map(() => true);
  });
  await loader.load(line);
}

/** The dossier by its id, for who has anything to do with it; what an inspection reads is kept. */
export async function readDossier<Row extends DuesDossier>(
  context: GraphContext,
  kind: DossierKind<Row>,
  id: string,
): Promise<Row | null> {
  const row = await visibleTo(context, kind)(context.em, id);
  if (row) {
    const { branchId: unitId, memberId } = row;
    await noteRead(context, {
      action: 'readDuesDossier',
      subjectKind: kind.table,
      subjectId: id,
      unitId,
      memberId,
    });
  }
  return row;
}

/** What an inspection reads of a member’s dossiers is kept as one reading of the member. */
export function noteMemberRead(
  context: GraphContext,
  memberId: string,
  unitId: string | null,
): Promise<void> {
  return noteRead(context, {
    action: 'readMemberDues',
    subjectKind: 'member',
    subjectId: memberId,
    unitId,
    memberId,
  });
}

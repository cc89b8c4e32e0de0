import { recordAudit } from '@dang/audit/record';
import type { GraphContext } from '@dang/service/context';

const subjects = {
  readBeneficiaryAccount: 'account',
  readPayout: 'payout',
  readRemittance: 'remittance',
} as const;

/** Something that an inspection officer reads: which unit and whom it is about. */
interface Inspected {
  readonly id: string;
  readonly unitId: string;
  readonly holderMemberId: string | null;
}

/** Inspection reads everything in its scope, and every reading leaves a line in the trail (domain 15, T82); one statement a page. */
export async function noteInspection(
  context: GraphContext,
  action: keyof typeof subjects,
  rows: readonly Inspected[],
): Promise<void> {
  if (context.actor?.capacity?.role !== 'INSPECTION_OFFICER') return;
  await recordAudit(
    context.em.fork(),
    rows.map(({ id, unitId, holderMemberId }) => ({
      action,
      subjectKind: subjects[action],
      subjectId: id,
      unitId,
      memberId: holderMemberId,
    })),
    context,
  );
}

import { workingCalendar } from '@dang/reference/calendar';
import { refuse } from '@dang/service/refusal';
import { actOnTransfer } from './act.ts';
import type { ActInput } from './acting.ts';
import type { TransferFlag } from './deadlines.rules.ts';
import { flagsOf } from './deadlines.rules.ts';
import { keepDelay } from './delay.rows.ts';

type DelayInput = ActInput & { readonly flag: TransferFlag };

/**
 * Member or organisation report to the committees why a term has passed (R13): without it nobody is admitted. Each term is explained once; what
 * was said with a late request or a late presentation counts. Refused: NO_DELAY_TO_EXPLAIN for a term that has not passed, or was explained.
 */
export const explainTransferDelay = actOnTransfer(
  'explainTransferDelay',
  'EXPLAIN_DELAY',
  async ({ em, actor, dossier, facts, today }, { flag, reason }: DelayInput) => {
    const passed = flagsOf(await workingCalendar(em), dossier, today);
    if (!passed.includes(flag) || facts.explained.has(flag))
      return refuse('NO_DELAY_TO_EXPLAIN', { field: 'flag' });
    const isMember = actor.memberId === dossier.memberId;
    await keepDelay(em, {
      dossierId: dossier.id,
      flag,
      reason: reason?.trim() ?? '',
      explainedOn: today,
      byName: actor.name,
      byTitle: (isMember ? null : actor.capacity?.title) ?? 'Đảng viên',
    });
    return {};
  },
);

import type { Clock } from '@dang/service/clock';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { AccountChangeRequest } from './change-request.entity.ts';
import { keepChangeStep } from './change-steps.ts';

/** Withdraws for the system what this account still asks to have changed: the account is closed, say. */
export async function withdrawChanges(
  em: SqlEntityManager,
  clock: Clock,
  accountId: string,
  reason: string,
): Promise<void> {
  const open = await em.find(AccountChangeRequest, {
    accountId,
    status: { $in: ['PENDING_BRANCH', 'PENDING_SUPERIOR'] },
  });
  for (const request of open) {
    const from = request.status;
    em.assign(request, { status: 'WITHDRAWN', decidedOn: clock.today() });
    await em.flush();
    await keepChangeStep(em, request, { action: 'WITHDRAW', from, actor: null, at: clock.now(), reason });
  }
}

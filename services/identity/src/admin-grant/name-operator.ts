import { recordAudit } from '@dang/audit/record';
import { AdminGranted } from '@dang/events/contracts/identity/admin-granted';
import { recordEvents } from '@dang/events/outbox';
import type { Clock } from '@dang/service/clock';
import { blindIndex } from '@dang/service/sealed-text';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Account } from '../account/account.entity.ts';
import { keepStep, recordDossierState } from '../account/account-steps.ts';
import { exclusionOf } from '../exclusion/exclusion.rows.ts';
import { Member } from '../member/member.entity.ts';
import { barOfAccount } from '../session/session.rules.ts';
import { AdminGrant } from './admin-grant.entity.ts';

/** Whom to make an operator: the personal id in clear, the code of the unit at the top of the deployment, and why. */
export type NewOperator = { personalId: string; unitCode: string; reason: string };

/** Why somebody cannot be named, in one sentence for whoever sits at the console. */
export class CannotName extends Error {}

/**
 * Names an operator of the system from the console: on the first day of a province nobody is there who could (domain 5.7).
 * The person has signed in once and is among the members; their account is opened for use by the same act. Answers whether
 * anything changed. It is on record like every grant, without an actor.
 */
export async function nameOperator(
  em: SqlEntityManager,
  { clock, indexKey }: { clock: Clock; indexKey: Uint8Array },
  { personalId, unitCode, reason }: NewOperator,
): Promise<boolean> {
  return em.transactional(async (inside) => {
    const today = clock.today();
    const [unit] = await inside.execute<{ id: string }[]>(
      'select id from unit_copy where code = ? and valid_from <= ? and coalesce(valid_to > ?, true)',
      [unitCode, today, today],
    );
    if (!unit) throw new CannotName(`There is no unit ${unitCode}.`);
    const personalIdIndex = blindIndex(indexKey, personalId);
    const account = await inside.findOne(
      Account,
      { personalIdIndex },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!account) throw new CannotName('Nobody with this personal id has signed in yet.');
    const member = account.memberId
      ? await inside.findOneOrFail(Member, account.memberId)
      : await inside.findOne(Member, { personalIdIndex });
    if (!member) throw new CannotName('This person is not among the members: import them first.');
    const bar = (await exclusionOf(inside, member)) ?? barOfAccount(account.status);
    if (bar) throw new CannotName(`This person cannot use the system: ${bar}.`);

    const about = { memberId: member.id, unitId: unit.id, role: 'SYSTEM_ADMIN' } as const;
    if (await inside.findOne(AdminGrant, { ...about, endedOn: null })) return false;
    await openForUse(inside, clock, account, member.id, reason);
    const title = 'Quản trị hệ thống';
    const grant = inside.create(AdminGrant, { ...about, title, fromDate: today, grantedBy: null, reason });
    await inside.flush();
    const { id } = grant;
    const data = { grantId: id, ...about, title, grantedOn: today, reason };
    await recordEvents(inside, AdminGranted, [{ aggregateId: id, data }]);
    const line = { action: 'nameOperator', subjectKind: 'grant', subjectId: id, reason };
    await recordAudit(
      inside,
      [{ ...line, unitId: unit.id, memberId: member.id, after: { role: grant.role } }],
      {},
    );
    return true;
  });
}

/** The account of the first operator has nobody above it who could approve it. */
async function openForUse(
  em: SqlEntityManager,
  clock: Clock,
  account: Account,
  memberId: string,
  reason: string,
): Promise<void> {
  if (account.status === 'ACTIVE') return;
  const from = account.status;
  em.assign(account, { status: 'ACTIVE', memberId, decidedOn: clock.today(), rejectionReason: null });
  await em.flush();
  await keepStep(em, account, { action: 'NAME_OPERATOR', from, actor: null, at: clock.now(), reason });
  await recordDossierState(em, account, null);
}

import type { EventContract } from '@dang/events/contract';
import { AccountApproved } from '@dang/events/contracts/identity/account-approved';
import { AccountLocked } from '@dang/events/contracts/identity/account-locked';
import { AccountRejected } from '@dang/events/contracts/identity/account-rejected';
import { AccountSubmitted } from '@dang/events/contracts/identity/account-submitted';
import { AccountUnlocked } from '@dang/events/contracts/identity/account-unlocked';
import { ChangeRequestApproved } from '@dang/events/contracts/identity/change-request-approved';
import { ChangeRequestRejected } from '@dang/events/contracts/identity/change-request-rejected';
import { ChangeRequestSubmitted } from '@dang/events/contracts/identity/change-request-submitted';
import type { ReceivedEvent } from '@dang/events/envelope';
import { defineReaction, type Reaction } from '@dang/events/reaction';
import type { Telling } from './notice.kinds.ts';
import { tell } from './tell.ts';

/** A reaction that only tells: what an event means to whom, as a pure function of it. */
export const tells = <Data>(
  name: string,
  event: EventContract<string, Data>,
  tellingsOf: (data: Data, event: ReceivedEvent<Data>) => readonly Telling[],
): Reaction<Data> =>
  defineReaction({
    name,
    event,
    handle: (context, received) => tell(context, received, tellingsOf(received.data, received)),
  });

/** Whoever approves for a unit. */
const approvers = (unitId: string) => ({ unitIds: [unitId], permission: 'ACCOUNT_APPROVE' }) as const;

/** What registrations, changes of data and locks tell. */
export const accountNotices = [
  tells('account-submitted', AccountSubmitted, ({ accountId, memberId, unitId }) => [
    {
      kind: 'ACCOUNT_WAITING',
      subject: ['ACCOUNT', accountId],
      about: { accountId, memberId },
      to: { desks: [approvers(unitId)] },
    },
  ]),
  tells('account-approved', AccountApproved, ({ accountId, memberId }) => [
    {
      kind: 'ACCOUNT_APPROVED',
      subject: ['ACCOUNT', accountId],
      about: { accountId, memberId },
      to: { members: [memberId] },
    },
  ]),
  tells('account-rejected', AccountRejected, ({ accountId, memberId }) => [
    {
      kind: 'ACCOUNT_REJECTED',
      subject: ['ACCOUNT', accountId],
      about: { accountId, memberId },
      to: { accounts: [accountId] },
    },
  ]),
  tells('account-locked', AccountLocked, ({ accountId }) => [
    { kind: 'ACCOUNT_LOCKED', subject: ['ACCOUNT', accountId], to: { accounts: [accountId] } },
  ]),
  tells('account-unlocked', AccountUnlocked, ({ accountId }) => [
    { kind: 'ACCOUNT_UNLOCKED', subject: ['ACCOUNT', accountId], to: { accounts: [accountId] } },
  ]),
  tells('change-submitted', ChangeRequestSubmitted, ({ requestId, memberId, unitId }) => [
    {
      kind: 'CHANGE_WAITING',
      subject: ['CHANGE_REQUEST', requestId],
      about: { memberId },
      to: { desks: [approvers(unitId)] },
    },
  ]),
  tells('change-approved', ChangeRequestApproved, ({ requestId, memberId }) => [
    { kind: 'CHANGE_APPROVED', subject: ['CHANGE_REQUEST', requestId], to: { members: [memberId] } },
  ]),
  tells('change-rejected', ChangeRequestRejected, ({ requestId, memberId }) => [
    { kind: 'CHANGE_REJECTED', subject: ['CHANGE_REQUEST', requestId], to: { members: [memberId] } },
  ]),
] as const;

import { PaymentFailed } from '@dang/events/contracts/fees/payment-failed';
import { PaymentRefunded } from '@dang/events/contracts/fees/payment-refunded';
import { PaymentSucceeded } from '@dang/events/contracts/fees/payment-succeeded';
import { PayoutFailed } from '@dang/events/contracts/fees/payout-failed';
import { PayoutHeld } from '@dang/events/contracts/fees/payout-held';
import { PayoutSettled } from '@dang/events/contracts/fees/payout-settled';
import { ReconciliationClosed } from '@dang/events/contracts/fees/reconciliation-closed';
import { ReconciliationConfirmed } from '@dang/events/contracts/fees/reconciliation-confirmed';
import { ReconciliationDisputed } from '@dang/events/contracts/fees/reconciliation-disputed';
import { ReconciliationOpened } from '@dang/events/contracts/fees/reconciliation-opened';
import { RefundRequested } from '@dang/events/contracts/fees/refund-requested';
import { tells } from './account-notices.reactions.ts';
import type { Desk, NoticeKind, Telling } from './notice.kinds.ts';

type Order = { orderId: string; number: string; payerMemberId: string };

const order = (kind: NoticeKind, { orderId, number, payerMemberId }: Order): Telling => ({
  kind,
  subject: ['DUES_ORDER', orderId],
  number,
  to: { members: [payerMemberId] },
});

/** The finance officers of the province, wherever they work. */
const finance: Desk = { unitIds: null, permission: 'PAYOUT_MANAGE' };

/** Those who answer for a unit's dues: its leaders and its office. */
const accountants = (unitId: string): Desk => ({ unitIds: [unitId], permission: 'RECONCILIATION_CONFIRM' });

type Payout = { payoutId: string; unitId: string };

const payout = (kind: NoticeKind, { payoutId, unitId }: Payout, ...desks: Desk[]): Telling => ({
  kind,
  subject: ['PAYOUT', payoutId],
  unitId,
  to: { desks: [accountants(unitId), ...desks] },
});

type Reconciliation = {
  reconciliationId: string;
  unitId: string;
  superiorId: string | null;
  fromMonth: string;
  throughMonth: string;
};

/** `01/2026 - 03/2026` */
const rangeOf = ({ fromMonth, throughMonth }: Reconciliation): string =>
  [fromMonth, throughMonth].map((month) => month.split('-').reverse().join('/')).join(' - ');

const reconciliation = (
  kind: NoticeKind,
  period: Reconciliation,
  unitIds: readonly (string | null)[],
  ...desks: Desk[]
): Telling => ({
  kind,
  subject: ['RECONCILIATION', period.reconciliationId],
  number: rangeOf(period),
  unitId: period.unitId,
  to: { desks: [...unitIds.filter((id) => id !== null).map(accountants), ...desks] },
});

/** What is told of orders, refunds, payouts and reconciliations. */
export const moneyNotices = [
  tells('payment-succeeded', PaymentSucceeded, (data) => [order('PAYMENT_SUCCEEDED', data)]),
  tells('payment-failed', PaymentFailed, (data) => [order('PAYMENT_FAILED', data)]),
  tells('payment-refunded', PaymentRefunded, (data) => [order('PAYMENT_REFUNDED', data)]),
  tells('refund-requested', RefundRequested, ({ orderId, number, unitId }) => [
    {
      kind: 'REFUND_WAITING',
      subject: ['DUES_ORDER', orderId],
      number,
      to: { desks: [finance, { unitIds: [unitId], permission: 'PAYMENT_REFUND_APPROVE', superiors: true }] },
    },
  ]),
  tells('payout-settled', PayoutSettled, (data) => [payout('PAYOUT_SETTLED', data)]),
  tells('payout-held', PayoutHeld, (data) => [payout('PAYOUT_HELD', data)]),
  tells('payout-failed', PayoutFailed, (data) => [payout('PAYOUT_FAILED', data, finance)]),
  tells('reconciliation-opened', ReconciliationOpened, (data) => [
    reconciliation('RECONCILIATION_OPENED', data, [data.unitId]),
  ]),
  tells('reconciliation-confirmed', ReconciliationConfirmed, (data) => [
    reconciliation('RECONCILIATION_WAITING', data, [data.superiorId]),
  ]),
  tells('reconciliation-disputed', ReconciliationDisputed, (data) => [
    reconciliation('RECONCILIATION_DISPUTED', data, [data.superiorId], finance),
  ]),
  tells('reconciliation-closed', ReconciliationClosed, (data) => [
    reconciliation('RECONCILIATION_CLOSED', data, [data.unitId, data.superiorId]),
  ]),
] as const;

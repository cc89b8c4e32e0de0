import { sweepFiles } from '@dang/documents/files/sweep-files';
import { certificateCopies } from '@dang/reference/certificates';
import { endedPositions, positionHasEnded } from '@dang/reference/ended-positions';
import { procedureStartCopies } from '@dang/reference/procedure-starts';
import { memberCopies, officerCopies, placementCopies, unitCopies } from '@dang/reference/projections';
import { unitSuccessions } from '@dang/reference/successions';
import type { ServiceDefinition } from '@dang/service/definition';
import { retentionJob } from '@dang/service/retention';
import { allocationResolvers } from './allocation/allocation.resolvers.ts';
import { announceLateComersJob } from './announcement/announce-late-comers.ts';
import { announcementResolvers } from './announcement/announcement.resolvers.ts';
import { fallOverdueJob } from './arrears/arrears.jobs.ts';
import { arrearsResolvers } from './arrears/arrears.resolvers.ts';
import { auditResolvers } from './audit/audit.resolvers.ts';
import { readStatementsJob } from './bank-statement/statement.job.ts';
import { statementResolvers } from './bank-statement/statement.resolvers.ts';
import { beneficiaryAccountReactions } from './beneficiary-account/beneficiary-account.reactions.ts';
import { beneficiaryAccountResolvers } from './beneficiary-account/beneficiary-account.resolvers.ts';
import { billResolvers } from './bill/bill.resolvers.ts';
import { bookResolvers } from './book/book.resolvers.ts';
import { calculationResolvers } from './calculation/calculation.resolvers.ts';
import { queryPayments } from './callback/query-payments.job.ts';
import { cashResolvers } from './cash/cash.resolvers.ts';
import { chargeResolvers } from './charge/charge.resolvers.ts';
import { chargeMonthJob } from './charge/charge-province.ts';
import { chargingReactions } from './charging/charging.reactions.ts';
import { movingReactions } from './charging/moving.reactions.ts';
import { stayingReactions } from './charging/staying.reactions.ts';
import { followDossiers } from './decision/follow-dossiers.job.ts';
import { doors } from './doors/doors.ts';
import { duesRateResolvers } from './dues-rate/dues-rate.resolvers.ts';
import { duesRuleResolvers } from './dues-rule/dues-rule.resolvers.ts';
import { feesVariables } from './environment.ts';
import { exportResolvers } from './export/export.resolvers.ts';
import { feesFigures } from './fees.figures.ts';
import { fileResolvers } from './file/file.resolvers.ts';
import { ledgerChain } from './ledger/content.ts';
import { ledgerResolvers } from './ledger/ledger.resolvers.ts';
import { paymentCounters } from './ledger/payment-counters.ts';
import { RatesAndCharges } from './migrations/0001-rates-and-charges.ts';
import { AuditTrail } from './migrations/0002-audit.ts';
import { Followers } from './migrations/0003-followers.ts';
import { ChargesInPayment } from './migrations/0004-charges-in-payment.ts';
import { Ledger } from './migrations/0005-ledger.ts';
import { Orders } from './migrations/0006-orders.ts';
import { RatesAndWaivers } from './migrations/0007-rates-and-waivers.ts';
import { Announcements } from './migrations/0008-announcements.ts';
import { Totals } from './migrations/0009-totals.ts';
import { Payouts } from './migrations/0010-payouts.ts';
import { Reconciliations } from './migrations/0011-reconciliation.ts';
import { ConfirmPayments } from './migrations/0012-confirm-payments.ts';
import { Files } from './migrations/0013-files.ts';
import { OneHistory } from './migrations/0014-one-history.ts';
import { StaysAndLeavings } from './migrations/0015-stays-and-leavings.ts';
import { Retention } from './migrations/0016-retention.ts';
import { MessagesByAge } from './migrations/0017-messages-by-age.ts';
import { orderResolvers } from './order/order.resolvers.ts';
import { payoutJobs } from './payout/payout.jobs.ts';
import { payoutResolvers } from './payout/payout.resolvers.ts';
import { receiptResolvers } from './receipt/receipt.resolvers.ts';
import { minutesResolvers } from './reconciliation/minutes.resolvers.ts';
import { openReconciliationsJob } from './reconciliation/reconciliation.opening.ts';
import { refreshReconciliationsJob } from './reconciliation/reconciliation.refreshing.ts';
import { reconciliationResolvers } from './reconciliation/reconciliation.resolvers.ts';
import { refundResolvers } from './refund/refund.resolvers.ts';
import { sendRefunds } from './refund/send-refunds.job.ts';
import { remindJob } from './reminder/remind.ts';
import { remittanceResolvers } from './remittance/remittance.resolvers.ts';
import { feesRetention } from './retention/retention.ts';
import { standingResolvers } from './standing/standing.resolvers.ts';
import { folder } from './totals/folder.background.ts';
import { pruneDeltas } from './totals/prune-deltas.job.ts';
import { totalsResolvers } from './totals/totals.resolvers.ts';
import { unitPlaces } from './totals/unit-place.ts';
import { voluntaryResolvers } from './voluntary/voluntary.resolvers.ts';
import { applyGrantedWaivers, proposeExemptions } from './waiver/waiver.jobs.ts';
import { waiverResolvers } from './waiver/waiver.resolvers.ts';

/** Fees: who charges a member's dues, the charges of each month, and how everybody stands. */
export const definition: ServiceDefinition = {
  name: 'fees',
  entities: [],
  migrations: [
    { name: '0001-rates-and-charges', class: RatesAndCharges },
    { name: '0002-audit', class: AuditTrail },
    { name: '0003-followers', class: Followers },
    { name: '0004-charges-in-payment', class: ChargesInPayment },
    { name: '0005-ledger', class: Ledger },
    { name: '0006-orders', class: Orders },
    { name: '0007-rates-and-waivers', class: RatesAndWaivers },
    { name: '0008-announcements', class: Announcements },
    { name: '0009-totals', class: Totals },
    { name: '0010-payouts', class: Payouts },
    { name: '0011-reconciliation', class: Reconciliations },
    { name: '0012-confirm-payments', class: ConfirmPayments },
    { name: '0013-files', class: Files },
    { name: '0014-one-history', class: OneHistory },
    { name: '0015-stays-and-leavings', class: StaysAndLeavings },
    { name: '0016-retention', class: Retention },
    { name: '0017-messages-by-age', class: MessagesByAge },
  ],
  schemaDir: new URL('./', import.meta.url),
  resolvers: [
    allocationResolvers,
    ledgerResolvers,
    auditResolvers,
    standingResolvers,
    chargeResolvers,
    announcementResolvers,
    arrearsResolvers,
    duesRuleResolvers,
    duesRateResolvers,
    voluntaryResolvers,
    waiverResolvers,
    calculationResolvers,
    totalsResolvers,
    exportResolvers,
    fileResolvers,
    beneficiaryAccountResolvers,
    billResolvers,
    orderResolvers,
    payoutResolvers,
    receiptResolvers,
    reconciliationResolvers,
    minutesResolvers,
    bookResolvers,
    cashResolvers,
    refundResolvers,
    remittanceResolvers,
    statementResolvers,
  ],
  reactions: [...chargingReactions, ...stayingReactions, ...movingReactions, ...beneficiaryAccountReactions],
  projections: [
    unitCopies,
    memberCopies,
    placementCopies,
    officerCopies,
    procedureStartCopies,
    endedPositions,
    unitSuccessions,
    unitPlaces,
    certificateCopies,
  ],
  jobs: [
    retentionJob(feesRetention),
    sweepFiles,
    proposeExemptions,
    applyGrantedWaivers,
    followDossiers,
    queryPayments,
    chargeMonthJob,
    announceLateComersJob,
    fallOverdueJob,
    remindJob,
    ...payoutJobs,
    readStatementsJob,
    openReconciliationsJob,
    refreshReconciliationsJob,
    pruneDeltas,
    sendRefunds,
  ],
  chains: [ledgerChain],
  background: [folder],
  capacityEnded: positionHasEnded,
  environment: feesVariables,
  doors,
  measured: { counters: paymentCounters, figures: feesFigures },
};

import { keepsAuditTrail, type RetentionRule } from '@dang/service/retention';

/** How long transfers keeps what it holds (domain A35). */
export const transfersRetention: readonly RetentionRule[] = [
  {
    record: 'LETTERS',
    what: 'Dossiers, letters of introduction with their boxes and signatures, registers',
    keepMonths: null,
    leastMonths: 1200,
    source: 'A35: permanent',
  },
  keepsAuditTrail,
];

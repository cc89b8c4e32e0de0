import { endedPositions, positionHasEnded } from '@dang/reference/ended-positions';
import { procedureStartCopies } from '@dang/reference/procedure-starts';
import { memberCopies, placementCopies, unitCopies } from '@dang/reference/projections';
import { unitSuccessions } from '@dang/reference/successions';
import type { ServiceDefinition } from '@dang/service/definition';
import { auditResolvers } from './audit/audit.resolvers.ts';
import { chargeResolvers } from './charge/charge.resolvers.ts';
import { chargingReactions } from './charging/charging.reactions.ts';
import { movingReactions } from './charging/moving.reactions.ts';
import { RatesAndCharges } from './migrations/0001-rates-and-charges.ts';
import { AuditTrail } from './migrations/0002-audit.ts';
import { Followers } from './migrations/0003-followers.ts';
import { standingResolvers } from './standing/standing.resolvers.ts';

/** Fees: who charges a member's dues, the charges of each month, and how everybody stands. */
export const definition: ServiceDefinition = {
  name: 'fees',
  entities: [],
  migrations: [
    { name: '0001-rates-and-charges', class: RatesAndCharges },
    { name: '0002-audit', class: AuditTrail },
    { name: '0003-followers', class: Followers },
  ],
  schemaDir: new URL('./', import.meta.url),
  resolvers: [auditResolvers, standingResolvers, chargeResolvers],
  reactions: [...chargingReactions, ...movingReactions],
  projections: [
    unitCopies,
    memberCopies,
    placementCopies,
    procedureStartCopies,
    endedPositions,
    unitSuccessions,
  ],
  capacityEnded: positionHasEnded,
};

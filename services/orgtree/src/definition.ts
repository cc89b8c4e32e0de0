import { fileDoor } from '@dang/documents/files/file-door';
import { fileVariables } from '@dang/documents/files/file-environment';
import { sweepFiles } from '@dang/documents/files/sweep-files';
import { endedPositions, positionHasEnded } from '@dang/reference/ended-positions';
import type { ServiceDefinition } from '@dang/service/definition';
import { doorVariables } from '@dang/service/doors/door-environment';
import { retentionJob } from '@dang/service/retention';
import { auditResolvers } from './audit/audit.resolvers.ts';
import { calendarDayResolvers } from './calendar-day/calendar-day.resolvers.ts';
import { dossierFigures } from './dossier-state/dossier.figures.ts';
import { correctMember } from './membership/correction.reactions.ts';
import { foldHeadcountsJob } from './membership/headcount.jobs.ts';
import { enrolImported } from './membership/import.reactions.ts';
import { memberNames } from './membership/member-names.ts';
import {
  moveMember,
  receiveMember,
  registerMember,
  releaseMember,
} from './membership/membership.reactions.ts';
import { membershipResolvers } from './membership/membership.resolvers.ts';
import { beginStay, finishStay } from './membership/stay.reactions.ts';
import { TreeAndMemberships } from './migrations/0001-tree-and-memberships.ts';
import { AuditTrail } from './migrations/0002-audit.ts';
import { Reorganisations } from './migrations/0003-reorganisations.ts';
import { ReportsAndSupport } from './migrations/0004-reports-and-support.ts';
import { ProcedureStarts } from './migrations/0005-procedure-starts.ts';
import { Files } from './migrations/0006-files.ts';
import { Calendar } from './migrations/0007-calendar.ts';
import { StaysOnce } from './migrations/0008-stays-once.ts';
import { Portal } from './migrations/0009-portal.ts';
import { Retention } from './migrations/0011-retention.ts';
import { PortalClosedDays } from './migrations/0012-portal-closed-days.ts';
import { portalVariables } from './portal/portal.environment.ts';
import { portalResolvers } from './portal/portal.resolvers.ts';
import { syncPortal } from './portal/sync-portal.ts';
import { applyPlannedStarts } from './procedure-start/planned-starts.job.ts';
import { procedureStartResolvers } from './procedure-start/procedure-start.resolvers.ts';
import { procedureStartVariables } from './procedure-start/procedure-start-variables.ts';
import { applyReorganisations } from './reorganisation/reorganisation.jobs.ts';
import { reorganisationResolvers } from './reorganisation/reorganisation.resolvers.ts';
import { treeActResolvers } from './reorganisation/tree-acts.resolvers.ts';
import { reporting } from './reporting.ts';
import { orgtreeRetention } from './retention/retention.ts';
import { describeUnitResolvers } from './unit/describe-unit.ts';
import { unitResolvers } from './unit/unit.resolvers.ts';
import { unitChoiceResolvers } from './unit/unit-choices.resolvers.ts';
import { unitTypeResolvers } from './unit-type/unit-type.resolvers.ts';

/** The organisation tree and who belongs where in it. */
export const definition: ServiceDefinition = {
  name: 'orgtree',
  entities: [],
  migrations: [
    { name: '0001-tree-and-memberships', class: TreeAndMemberships },
    { name: '0002-audit', class: AuditTrail },
    { name: '0003-reorganisations', class: Reorganisations },
    { name: '0004-reports-and-support', class: ReportsAndSupport },
    { name: '0005-procedure-starts', class: ProcedureStarts },
    { name: '0006-files', class: Files },
    { name: '0007-calendar', class: Calendar },
    { name: '0008-stays-once', class: StaysOnce },
    { name: '0009-portal', class: Portal },
    { name: '0011-retention', class: Retention },
    { name: '0012-portal-closed-days', class: PortalClosedDays },
  ],
  schemaDir: new URL('./', import.meta.url),
  resolvers: [
    auditResolvers,
    unitResolvers,
    describeUnitResolvers,
    unitChoiceResolvers,
    unitTypeResolvers,
    reorganisationResolvers,
    treeActResolvers,
    membershipResolvers,
    procedureStartResolvers,
    calendarDayResolvers,
    portalResolvers,
    ...reporting.resolvers,
  ],
  reactions: [
    moveMember,
    registerMember,
    enrolImported,
    correctMember,
    releaseMember,
    receiveMember,
    beginStay,
    finishStay,
  ],
  jobs: [
    retentionJob(orgtreeRetention),
    foldHeadcountsJob,
    applyReorganisations,
    applyPlannedStarts,
    sweepFiles,
    ...reporting.jobs,
  ],
  projections: [memberNames, endedPositions, ...reporting.projections],
  background: [syncPortal],
  capacityEnded: positionHasEnded,
  doors: [fileDoor('orgtree')],
  measured: { figures: [dossierFigures] },
  environment: {
    ...doorVariables('orgtree'),
    ...fileVariables,
    ...portalVariables,
    ...procedureStartVariables,
  },
};

import { officerCopies } from '@dang/reference/projections';
import type { ServiceDefinition } from '@dang/service/definition';
import { dossierStates, memberActivity } from './dossier-state/dossier-states.ts';
import { branchDues, memberExclusions } from './figures/copies.ts';
import { guideResolvers } from './guide/guide.resolvers.ts';
import { inspectionResolvers } from './inspection/inspection.resolvers.ts';
import { progressResolvers } from './progress/progress.resolvers.ts';
import { ratingResolvers } from './rating/rating.resolvers.ts';
import { followTreeJob } from './report/report.following.ts';
import { openReportsJob } from './report/report.opening.ts';
import { reportResolvers } from './report/report.resolvers.ts';
import { resultsResolvers } from './results/results.resolvers.ts';
import { ticketResolvers } from './ticket/ticket.resolvers.ts';

/** What this service does besides the tree: reports, progress, support, ratings, and the guide of a unit. */
export const reporting = {
  resolvers: [
    reportResolvers,
    progressResolvers,
    ratingResolvers,
    ticketResolvers,
    guideResolvers,
    inspectionResolvers,
    resultsResolvers,
  ],
  jobs: [openReportsJob, followTreeJob],
  projections: [dossierStates, memberActivity, memberExclusions, branchDues, officerCopies],
} satisfies Partial<ServiceDefinition>;

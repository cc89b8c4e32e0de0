import { loaderOf } from '@dang/service/context';
import type { Resolvers } from '../generated/graph.ts';
import { explainTransferDelay } from './delay.acts.ts';
import type { DelayRow } from './delay.rows.ts';
import { findDelays } from './delay.rows.ts';
import type { DossierRow } from './dossier.row.ts';

/** Explained delays. */
export const delayResolvers: Resolvers = {
  Mutation: { explainTransferDelay },
  Transfer: {
    delays: (dossier: DossierRow, _, context) =>
      loaderOf<string, DelayRow[]>(context, 'delays', async (ids) => {
        const delays = Map.groupBy(await findDelays(context.em, ids), ({ dossierId }) => dossierId);
        return ids.map((id) => delays.get(id) ?? []);
      }).load(dossier.id),
  },
};

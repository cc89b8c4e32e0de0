import { type SignatureRow, signaturesOf, signatureValue } from '@dang/documents/signing/signature-value';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { mutate } from '@dang/service/mutation';
import { isRefusal } from '@dang/service/refusal';
import { signedIn } from '../decision/signed-in.ts';
import type { Resolvers } from '../generated/graph.ts';
import { MINUTES_KIND, prepareMinutes, signMinutes } from './minutes.signing.ts';
import { loadFor } from './reconciliation.reading.ts';
import type { ReconciliationRow } from './reconciliation.rows.ts';

/** The signatures under the minutes of a reconciliation; one query for all of a list. */
export const minutesSignatures = (context: GraphContext, id: string): Promise<readonly SignatureRow[]> =>
  loaderOf<string, readonly SignatureRow[]>(context, 'signatures of minutes', async (ids) => {
    const byDossier = await signaturesOf(context.em, MINUTES_KIND, ids);
    return ids.map((each) => byDossier.get(each) ?? []);
  }).load(id);

/** Signing the minutes of reconciliations: outside of any transaction first, then recorded in one. */
export const minutesResolvers: Resolvers = {
  Mutation: {
    async signReconciliation(_, { input }, context) {
      const prepared = await prepareMinutes(context, input);
      const load = loadFor(signedIn(context));
      const call = { name: 'signReconciliation', input, field: 'reconciliation', load } as const;
      return mutate(context, call, async (em) =>
        isRefusal(prepared) ? prepared : signMinutes(em, context, input, prepared),
      );
    },
  },
  Reconciliation: {
    signatures: async ({ id }: ReconciliationRow, _, context) =>
      (await minutesSignatures(context, id)).map((row) =>
        signatureValue(context.environment, context.service, row),
      ),
  },
};

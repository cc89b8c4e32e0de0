import { scopeUnitOf } from '@dang/access/actor';
import { subtreePath, withinScope } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { mutate } from '@dang/service/mutation';
import { type RefusalCode, refuse } from '@dang/service/refusal';
import { openText } from '@dang/service/sealed-text';
import { maskDigits } from '@dang/vietnam/identifiers';
import { z } from 'zod';
import { actsInOffice, signedIn } from '../account/account-view.ts';
import { environmentOf } from '../environment.ts';
import type { Resolvers } from '../generated/graph.ts';
import { noteReads } from '../member/file-reads.ts';
import { visibleMember } from '../member/member.visibility.ts';
import { type DifferencesVerdict, decideDifferences } from './decide-differences.ts';
import {
  type DecisionItem,
  type DifferenceRow,
  findDecision,
  findDifferences,
  findOpenDifferences,
} from './difference.rows.ts';

const cursorShape = z.tuple([z.iso.date(), z.guid()]);

/** The difference as the viewer's office may see it now, null when it may not: all of a decision in one query. */
function visibleDifference(context: GraphContext, id: string): Promise<DifferenceRow | null> {
  return loaderOf<string, DifferenceRow | null>(context, 'registry-difference', async (ids) => {
    const scope = context.actor && scopeUnitOf(context.actor, 'REGISTRY_RECONCILE');
    const rows = scope ? await findDifferences(context.em, ids, scope) : [];
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((key) => byId.get(key) ?? null);
  }).load(id);
}

/** What is shown of one side, a look into the member's file: a branch by its name, a number that may be a personal id covered. */
async function shown(
  { field, memberId }: DifferenceRow,
  context: GraphContext,
  side: { text: string | null; sealed: string | null; branch: string | null },
): Promise<string | null> {
  await noteReads(context, 'member', [memberId]);
  if (field === 'BRANCH') return side.branch;
  if (field === 'CARD_NUMBER')
    return side.sealed && maskDigits(openText(environmentOf(context).PROVINCE_KEY, side.sealed));
  return field === 'LEGACY_CARD_NUMBER' && side.text ? maskDigits(side.text) : side.text;
}

function decided(
  context: GraphContext,
  name: string,
  input: { idempotencyKey: string; items: { differenceId: string; expectedVersion: number }[] },
  verdict: DifferencesVerdict,
) {
  const actor = signedIn(context);
  const load = async (em: GraphContext['em'], id: string) => {
    const items = await findDecision(em, id);
    return items && { items };
  };
  const call = { name, input, field: 'decision' as const, load };
  return mutate(context, call, (em) => decideDifferences(em, context, actor, input.items, verdict));
}

export const differenceResolvers: Resolvers = {
  Query: {
    async registryDifferences(_parent, { unitId, field, first, after }, context) {
      const actor = signedIn(context);
      const { em } = context;
      const page = pageArgs(first, after);
      const place = page.after === null ? null : decodeCursor(page.after, cursorShape);
      const scope = scopeUnitOf(actor, 'REGISTRY_RECONCILE');
      const wanted = unitId ?? scope;
      const isOpen =
        scope &&
        wanted &&
        (await actsInOffice(context, actor)) &&
        (await withinScope(em, [wanted], scope)).has(wanted);
      const path = isOpen ? await subtreePath(em, wanted) : null;
      const rows = path
        ? await findOpenDifferences(em, path, { field: field ?? null, limit: page.limit, after: place })
        : [];
      return connection(rows, page.first, (row) => [row.foundOn, row.id]);
    },
  },
  Mutation: {
    acceptRegistryDifferences: (_parent, { input }, context) =>
      decided(context, 'acceptRegistryDifferences', input, { action: 'ACCEPT' }),
    rejectRegistryDifferences: (_parent, { input }, context) =>
      decided(context, 'rejectRegistryDifferences', input, { action: 'REJECT', reason: input.reason }),
  },
  RegistryDifference: {
    member: ({ memberId }: DifferenceRow, _args, context) => visibleMember(context, context.actor, memberId),
    ours: (row: DifferenceRow, _args, context) =>
      shown(row, context, { text: row.ours, sealed: row.oursSealed, branch: row.oursBranch }),
    theirs: (row: DifferenceRow, _args, context) =>
      shown(row, context, { text: row.theirs, sealed: row.theirsSealed, branch: row.theirsBranch }),
    needsCorrection: ({ field }: DifferenceRow) => field === 'BRANCH',
  },
  RegistryDecisionItem: {
    difference: ({ differenceId }: DecisionItem, _args, context) => visibleDifference(context, differenceId),
    refusal: ({ code }: DecisionItem) => code && refuse(code as RefusalCode),
  },
};

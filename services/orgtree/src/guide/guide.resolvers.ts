import { scopeUnitOf } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { type Done, mutate } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { GraphQLError } from 'graphql';
import type { RemoveGuideEntryInput, Resolvers, SetGuideEntryInput } from '../generated/graph.ts';
import { countEntries, endEntry, findGuide, findProvince, writeEntry } from './guide.rows.ts';
import { faultyField, type GuideDraft, typed } from './guide.rules.ts';

/** A unit has at most this many entries at a time. */
const ENTRIES_LIMIT = 200;

/** Is this the very unit in which the actor edits the guide? Two who edit it at once take turns. */
async function isOwn(em: SqlEntityManager, { actor }: GraphContext, unitId: string): Promise<boolean> {
  if (actor === null || scopeUnitOf(actor, 'GUIDE_EDIT') !== unitId) return false;
  const rows = await em.execute('select 1 from unit where id = ? for no key update', [unitId]);
  return rows.length > 0;
}

async function set(
  em: SqlEntityManager,
  context: GraphContext,
  input: SetGuideEntryInput,
): Promise<Refusal | Done> {
  const { unitId, kind } = input;
  if (!(await isOwn(em, context, unitId))) return refuse('NOT_FOUND', { field: 'unitId' });
  const today = context.clock.today();
  const entry: GuideDraft = {
    key: input.key,
    title: typed(input.title) ?? '',
    body: typed(input.body),
    role: typed(input.role),
    phone: typed(input.phone),
    email: typed(input.email),
    link: typed(input.link),
    order: input.order ?? 0,
  };
  const field = faultyField(entry);
  if (field) return refuse('INVALID_INPUT', { field });
  if ((await countEntries(em, input, today)) >= ENTRIES_LIMIT)
    return refuse('INVALID_INPUT', { field: 'key' });
  if ((await findGuide(em, unitId, today)) === null) return refuse('UNIT_ENDED', { field: 'unitId' });
  await endEntry(em, input, today);
  await writeEntry(em, { ...entry, unitId, kind }, today);
  // numbers and addresses are left out: the trail never holds them in clear
  return { id: unitId, audit: { unitId, after: { kind, key: entry.key, title: entry.title } } };
}

async function remove(
  em: SqlEntityManager,
  context: GraphContext,
  input: RemoveGuideEntryInput,
): Promise<Refusal | Done> {
  const { unitId, kind, key } = input;
  if (!(await isOwn(em, context, unitId))) return refuse('NOT_FOUND', { field: 'unitId' });
  if (!(await endEntry(em, input, context.clock.today()))) return refuse('NOT_FOUND', { field: 'key' });
  return { id: unitId, audit: { unitId, before: { kind, key } } };
}

/** How `mutate` reads the guide back. Everybody may read it. */
const loadFor =
  ({ clock }: GraphContext) =>
  (em: SqlEntityManager, id: string) =>
    findGuide(em, id, clock.today());

/** The guide of a unit: public to read, written by the unit itself. */
export const guideResolvers: Resolvers = {
  Query: {
    async guide(_, { unitId, kinds, asOf }, { actor, em, clock, environment }) {
      const day = asOf ?? clock.today();
      // what was taken back, a person's number say, is not public any more
      if (day < clock.today() && actor === null)
        throw new GraphQLError('sign in to read what was', { extensions: { code: 'UNAUTHENTICATED' } });
      const id = unitId ?? (await findProvince(em, environment.PROVINCE_CODE, day));
      const entries = id === null ? null : await findGuide(em, id, day);
      return entries && (kinds ? entries.filter(({ kind }) => kinds.includes(kind)) : entries);
    },
  },

  Mutation: {
    setGuideEntry: (_, { input }, context) =>
      mutate(
        context,
        { name: 'setGuideEntry', input, field: 'guide' as const, load: loadFor(context) },
        (em) => set(em, context, input),
      ),
    removeGuideEntry: (_, { input }, context) =>
      mutate(
        context,
        { name: 'removeGuideEntry', input, field: 'guide' as const, load: loadFor(context) },
        (em) => remove(em, context, input),
      ),
  },
};

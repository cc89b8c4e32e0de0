import { scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { ProcedureStartSet } from '@dang/events/contracts/orgtree/procedure-start-set';
import { recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import { type Done, mutate } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Resolvers, SetProcedureStartInput } from '../generated/graph.ts';
import { unitOnOrLast } from '../unit/unit.loaders.ts';
import { findUnitsOn, type UnitRow } from '../unit/unit.rows.ts';
import { findStarts, lockOwnStart, type StartRow, writeStart } from './procedure-start.rows.ts';
import { faultyField } from './procedure-start.rules.ts';

const startsOf = (context: GraphContext, path: readonly string[]): Promise<StartRow[]> =>
  loaderOf<string, StartRow[]>(context, 'procedure starts', (paths) =>
    findStarts(
      context.em,
      paths.map((text) => text.split('.')),
    ),
  ).load(path.join('.'));

async function unitToday(em: SqlEntityManager, id: string, day: string): Promise<UnitRow | null> {
  const [unit] = await findUnitsOn(em, [{ id, day, orLast: true }]);
  return unit ?? null;
}

async function setStart(
  em: SqlEntityManager,
  context: GraphContext,
  input: SetProcedureStartInput,
): Promise<Refusal | Done> {
  const { actor } = context;
  const today = context.clock.today();
  const scope = actor && scopeUnitOf(actor, 'PROCEDURE_START_SET');
  const unit = scope ? await unitToday(em, input.unitId, today) : null;
  if (!actor || !unit || !scope || !unit.path.includes(scope))
    return refuse('NOT_FOUND', { field: 'unitId' });
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  if (unit.validTo !== null && unit.validTo <= today) return refuse('UNIT_ENDED', { field: 'unitId' });
  const startsOn = input.startsOn ?? null;
  const { procedure } = input;
  const reason = tidyText(input.reason);
  const field = faultyField({ startsOn, reason }, today);
  if (field) return refuse('INVALID_INPUT', { field });

  const former = (await lockOwnStart(em, unit.id, procedure))?.startsOn ?? null;
  const audit = {
    unitId: unit.id,
    before: { procedure, startsOn: former },
    after: { procedure, startsOn },
    reason,
  };
  if (former === startsOn) return { id: unit.id, audit };
  const start = await writeStart(em, unit.id, procedure, startsOn);
  await recordEvents(
    em,
    ProcedureStartSet,
    [{ aggregateId: unit.id, version: start.version, data: { starts: [start] } }],
    { actor },
  );
  return { id: unit.id, audit };
}

export const procedureStartResolvers: Resolvers = {
  Mutation: {
    setProcedureStart(_, { input }, context) {
      const load = (em: SqlEntityManager, id: string) => unitToday(em, id, context.clock.today());
      const call = { name: 'setProcedureStart', input, field: 'unit' as const, load };
      return mutate(context, call, (em) => setStart(em, context, input));
    },
  },
  OrgUnit: {
    procedureStarts: (unit: UnitRow, _, context) => startsOf(context, unit.path),
  },
  ProcedureStart: {
    started: ({ startsOn }: StartRow, _, context) => startsOn !== null && startsOn <= context.clock.today(),
    setIn: ({ unitId }: StartRow, _, context) =>
      unitId === null ? null : unitOnOrLast(context, unitId, context.clock.today()),
  },
};

import { type Actor, scopeUnitOf } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { type Done, mutate } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DescribeUnitInput, Resolvers } from '../generated/graph.ts';
import { recordUnits } from './recorded-units.ts';
import { findUnitsOn, type UnitRow } from './unit.rows.ts';

/** What can be corrected, with the limit of a text and whether it may be empty. */
const texts = {
  shortName: { limit: 300, mayBeEmpty: false },
  address: { limit: 300, mayBeEmpty: true },
  eDocumentCode: { limit: 50, mayBeEmpty: true },
} as const;

type Description = Pick<
  UnitRow,
  | 'shortName'
  | 'kind'
  | 'address'
  | 'regionMinWage'
  | 'eDocumentCode'
  | 'hasDigitalSignature'
  | 'establishedOn'
>;

/** The description after the correction, or the field that cannot be right. */
function corrected(unit: UnitRow, input: DescribeUnitInput, today: string): Description | { faulty: string } {
  const given = (field: keyof Description) => input[field] !== undefined;
  const after: Record<keyof Description, unknown> = {
    shortName: unit.shortName,
    kind: input.kind ?? unit.kind,
    address: unit.address,
    regionMinWage: given('regionMinWage') ? (input.regionMinWage ?? null) : unit.regionMinWage,
    eDocumentCode: unit.eDocumentCode,
    hasDigitalSignature: input.hasDigitalSignature ?? unit.hasDigitalSignature,
    establishedOn: given('establishedOn') ? (input.establishedOn ?? null) : unit.establishedOn,
  };
  for (const [field, { limit, mayBeEmpty }] of Object.entries(texts) as [
    keyof typeof texts,
    (typeof texts)[keyof typeof texts],
  ][]) {
    if (!given(field)) continue;
    const tidy = tidyText(input[field] ?? '');
    if (tidy.length > limit || (tidy === '' && !mayBeEmpty)) return { faulty: field };
    after[field] = tidy === '' ? null : tidy;
  }
  const description = after as Description;
  const { regionMinWage: region, establishedOn } = description;
  if (region !== null && (region < 1 || region > 4)) return { faulty: 'regionMinWage' };
  if (establishedOn !== null && establishedOn > today) return { faulty: 'establishedOn' };
  return description;
}

const describing = ({
  shortName,
  kind,
  address,
  regionMinWage,
  eDocumentCode,
  hasDigitalSignature,
  establishedOn,
}: Description) => ({
  shortName,
  kind,
  address,
  regionMinWage,
  eDocumentCode,
  hasDigitalSignature,
  establishedOn,
});

async function describe(
  em: SqlEntityManager,
  { clock }: GraphContext,
  actor: Actor,
  input: DescribeUnitInput,
): Promise<Refusal | Done> {
  const today = clock.today();
  const scope = scopeUnitOf(actor, 'UNIT_DESCRIBE');
  await em.execute('select from unit where id = ? for update', [input.unitId]);
  const [unit] = await findUnitsOn(em, [{ id: input.unitId, day: today, orLast: true }]);
  if (!unit || scope === null || !unit.path.includes(scope)) return refuse('NOT_FOUND', { field: 'unitId' });
  if (unit.validTo !== null && unit.validTo <= today) return refuse('UNIT_ENDED', { field: 'unitId' });
  if (unit.version !== input.expectedVersion) return refuse('VERSION_CONFLICT', { field: 'expectedVersion' });
  const after = corrected(unit, input, today);
  if ('faulty' in after) return refuse('INVALID_INPUT', { field: after.faulty });
  const before = describing(unit);
  if (JSON.stringify(before) === JSON.stringify(after)) return refuse('NOTHING_CHANGES');
  await em.execute(
    `update unit_period set short_name = ?, kind = ?, address = ?, region_min_wage = ?, e_document_code = ?,
       has_digital_signature = ?
     where unit_id = ? and during @> ?::date`,
    [
      ...[after.shortName, after.kind, after.address, after.regionMinWage, after.eDocumentCode],
      ...[after.hasDigitalSignature, unit.id, today],
    ],
  );
  await em.execute('update unit set version = version + 1, established_on = ? where id = ?', [
    after.establishedOn,
    unit.id,
  ]);
  await recordUnits(em, [unit.id]);
  return { id: unit.id, audit: { unitId: unit.id, before, after } };
}

/** Corrections of a unit's description. */
export const describeUnitResolvers: Resolvers = {
  Mutation: {
    describeUnit(_, { input }, context) {
      const { actor, clock } = context;
      if (!actor) throw new Error('a root field that needs a session was reached without one');
      const load = async (em: SqlEntityManager, id: string) =>
        (await findUnitsOn(em, [{ id, day: clock.today(), orLast: false }]))[0] ?? null;
      const call = { name: 'describeUnit', input, field: 'unit' as const, load };
      return mutate(context, call, (em) => describe(em, context, actor, input));
    },
  },
};

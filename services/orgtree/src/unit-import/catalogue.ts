import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { UnitKind, UnitType } from '../unit/unit.rules.ts';
import { findUnitKinds, findUnitTypes } from '../unit-type/unit-type.rows.ts';
import { wordsOf } from './table-words.ts';

/** Types and kinds by their codes and by what people call them, and what may stand below what. */
export type Catalogue = {
  types: ReadonlyMap<string, UnitType>;
  kinds: ReadonlyMap<string, UnitKind>;
  parents: ReadonlyMap<UnitType, readonly UnitType[]>;
};

/** The catalogue of a day. */
export async function readCatalogue(em: SqlEntityManager, day: string): Promise<Catalogue> {
  const types = await findUnitTypes(em, day);
  const kinds = await findUnitKinds(em, day);
  return {
    types: wordsOf(types.flatMap(({ type, label }) => [[type, type] as const, [label, type] as const])),
    kinds: wordsOf(kinds.flatMap(({ kind, label }) => [[kind, kind] as const, [label, kind] as const])),
    parents: new Map(types.map(({ type, allowedParents }) => [type, allowedParents])),
  };
}

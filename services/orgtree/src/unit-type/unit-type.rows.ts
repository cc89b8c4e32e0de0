import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { UnitKind, UnitType } from '../unit/unit.rules.ts';

/** What holds for a type of units from a day on until another (null: always, still). */
export interface UnitTypeRow {
  readonly type: UnitType;
  readonly label: string;
  readonly mayHoldMembers: boolean;
  readonly allowedParents: readonly UnitType[];
  readonly from: string | null;
  readonly to: string | null;
}

/** What holds for a kind of organisations, for a time. */
export interface UnitKindRow {
  readonly kind: UnitKind;
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The types that there are on a day, from the root down, each with the types below which it may stand; one statement. */
export async function findUnitTypes(em: SqlEntityManager, day: string): Promise<UnitTypeRow[]> {
  return em.execute(
    `select rule.code as type, rule.label, rule.may_hold_members as "mayHoldMembers",
       lower(rule.during) as "from", upper(rule.during) as "to",
       array(
         select above.parent_type from unit_type_parent above join unit_type parent on parent.code = above.parent_type
         where above.type = rule.code and above.during @> wanted.day and parent.during @> wanted.day
         order by parent.rank
       ) as "allowedParents"
     from (select ?::date as day) wanted join unit_type rule on rule.during @> wanted.day
     order by rule.rank`,
    [day],
  );
}

/** The kinds that there are on a day, in their order. */
export async function findUnitKinds(em: SqlEntityManager, day: string): Promise<UnitKindRow[]> {
  return em.execute(
    `select code as kind, label, lower(during) as "from", upper(during) as "to"
     from unit_kind where during @> ?::date order by rank`,
    [day],
  );
}

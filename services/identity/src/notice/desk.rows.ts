import { permissionsOf, roles } from '@dang/access/role';
import { isSecretary } from '../position/position.rules.ts';
import type { Desk } from './notice.kinds.ts';

/** A piece of SQL with its parameters, in their order. */
type Piece = { sql: string; parameters: unknown[] };

function unitsOf({ unitIds, superiors }: Desk): Piece {
  if (unitIds === null) return { sql: 'true', parameters: [] };
  const named = 'any(array[?]::uuid[])';
  const above = `any(array(select parent_id from unit_copy where id = ${named}))`;
  return { sql: `held.unit_id = ${superiors ? above : named}`, parameters: [unitIds] };
}

/** Everybody in office, where no permission is named; a system right is no office. */
function rolesOf({ permission }: Desk): Piece {
  if (permission === null) return { sql: `held.kind <> 'ADMIN_GRANT'`, parameters: [] };
  const holding = roles.filter((role) => permissionsOf(role).has(permission));
  return { sql: 'held.role = any(array[?]::text[])', parameters: [holding] };
}

// Two selects where an office may have ended, because those in office have an index of their own.
function timesOf({ endedSince }: Desk, today: string): Piece[] {
  const running = {
    sql: `held.ended_on is null and held.from_date <= ? and (held.to_date is null or held.to_date >= ?)`,
    parameters: [today, endedSince ?? today],
  };
  if (endedSince === undefined) return [running];
  return [running, { sql: 'held.ended_on >= ? and held.from_date <= ?', parameters: [endedSince, today] }];
}

const inOfficeAt = (
  alias: string,
  unit: string,
): string => `${alias}.unit_id = ${unit} and ${alias}.ended_on is null
  and ${alias}.from_date <= ? and (${alias}.to_date is null or ${alias}.to_date >= ?)`;

/** The superiors of units that somebody leads who may not act there now: as secretary, or as the last who leads. */
function standIns({ unitIds, permission, inPlaceOf }: Desk, today: string): Piece | null {
  if (!inPlaceOf || unitIds === null || permission === null) return null;
  const holding = roles.filter((role) => permissionsOf(role).has(permission));
  const days = [today, today];
  return {
    sql: `select held.member_id, held.unit_id
      from unit_copy unit
      join position own on own.member_id = ? and own.role = any(array[?]::text[]) and ${inOfficeAt('own', 'unit.id')}
      join held_position held on held.role = any(array[?]::text[]) and ${inOfficeAt('held', 'unit.parent_id')}
      where unit.id = any(array[?]::uuid[]) and (own.role = any(array[?]::text[]) or not exists (
        select from position other
        where other.member_id <> own.member_id and other.role = any(array[?]::text[]) and ${inOfficeAt('other', 'unit.id')}))`,
    parameters: [
      inPlaceOf,
      holding,
      ...days,
      holding,
      ...days,
      unitIds,
      roles.filter(isSecretary),
      holding,
      ...days,
    ],
  };
}

/**
 * In SQL: the people of these desks on a day, as a select of `member_id` and `unit_id`; who works for several of the units
 * comes once. The units stand in the text as they are, so that the planner knows how few they are.
 */
export function officersAt(desks: readonly Desk[], today: string, exceptMemberIds: readonly string[]): Piece {
  const selects = desks.flatMap((desk) => [
    ...timesOf(desk, today).map((times) => {
      const pieces = [unitsOf(desk), rolesOf(desk), times];
      return {
        sql: `select held.member_id, held.unit_id from held_position held
          where ${pieces.map(({ sql }) => sql).join(' and ')}`,
        parameters: pieces.flatMap(({ parameters }) => parameters),
      };
    }),
    ...[standIns(desk, today)].filter((piece) => piece !== null),
  ]);
  const nobody = 'select null::uuid as member_id, null::uuid as unit_id where false';
  return {
    sql: `select distinct on (member_id) member_id, unit_id
      from (${selects.map(({ sql }) => sql).join(' union all ') || nobody}) as held
      where member_id <> all(array[?]::uuid[])
      order by member_id, unit_id`,
    parameters: [...selects.flatMap(({ parameters }) => parameters), exceptMemberIds],
  };
}

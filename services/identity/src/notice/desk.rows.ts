import { permissionsOf, roles } from '@dang/access/role';
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

/**
 * In SQL: the people of these desks on a day, as a select of `member_id` and `unit_id`; who works for several of the units
 * comes once. The units stand in the text as they are, so that the planner knows how few they are.
 */
export function officersAt(desks: readonly Desk[], today: string, exceptMemberIds: readonly string[]): Piece {
  const selects = desks.flatMap((desk) =>
    timesOf(desk, today).map((times) => {
      const pieces = [unitsOf(desk), rolesOf(desk), times];
      return {
        sql: `select held.member_id, held.unit_id from held_position held
          where ${pieces.map(({ sql }) => sql).join(' and ')}`,
        parameters: pieces.flatMap(({ parameters }) => parameters),
      };
    }),
  );
  const nobody = 'select null::uuid as member_id, null::uuid as unit_id where false';
  return {
    sql: `select distinct on (member_id) member_id, unit_id
      from (${selects.map(({ sql }) => sql).join(' union all ') || nobody}) as held
      where member_id <> all(array[?]::uuid[])
      order by member_id, unit_id`,
    parameters: [...selects.flatMap(({ parameters }) => parameters), exceptMemberIds],
  };
}

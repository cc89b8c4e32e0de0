import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** How the rows of one copy travel from a state event into its table: column → type, and the SQL that reads each from the event's row. */
export interface CopyShape {
  readonly table: string;
  /** The columns of the primary key. */
  readonly key: readonly string[];
  /** Every column but `version`, in `snake_case`: the type of the event's field and, where it needs one, an expression over `row`. */
  readonly columns: Readonly<
    Record<string, { readonly field: string; readonly type: string; readonly as?: string }>
  >;
}

/**
 * Writes the rows of one state event in one statement. A row that is older than what is stored changes nothing, so that
 * events may come in any order, twice, or again after a replay, and the copy still ends as its owner last said.
 */
export async function upsertNewer(
  em: SqlEntityManager,
  shape: CopyShape,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.entries(shape.columns);
  const names = ['version', ...columns.map(([name]) => name)];
  const fields = columns.map(([, { field, type }]) => `"${field}" ${type}`);
  const values = columns.map(([name, { field, as }]) => `${as ?? `row."${field}"`} as ${name}`);
  const key = shape.key.join(', ');
  const changes = names
    .filter((name) => !shape.key.includes(name))
    .map((name) => `${name} = excluded.${name}`);
  await em.execute(
    `insert into ${shape.table} (${names.join(', ')})
     select distinct on (${key}) ${names.join(', ')}
     from (
       select row.version, ${values.join(', ')}
       from jsonb_to_recordset(?::jsonb) as row(version bigint, ${fields.join(', ')})
     ) as arrived
     order by ${key}, version desc
     on conflict (${key}) do update set ${changes.join(', ')}
     where ${shape.table}.version < excluded.version`,
    [JSON.stringify(rows)],
  );
}

import type { MikroORM } from '@mikro-orm/postgresql';

const MARK = '/* planned once */ ';

/**
 * Says of a statement that PostgreSQL should keep what it made of it: a connection parses it once and, when it has been asked a few times and
 * one plan serves all values, plans it no more. Worth it for what costs more to plan than to do, and is asked often (docs/decisions/0052-what-is-planned-once.md).
 *
 * Values are bound then, not written into the text. So a `?` must say its type where PostgreSQL cannot tell it (`jsonb_build_object('of', ?::text)`), a list is
 * asked as `any(array[?]::uuid[])`, and the columns of the answer are named: with `*` a migration would change what was promised. What the
 * caller puts into the text has few forms, as each is kept for itself.
 */
export const plannedOnce = (sql: string): string => MARK + sql;

/** A statement as PostgreSQL's protocol takes it. */
type BoundStatement = { readonly text: string; readonly values: readonly (string | null)[] };

const SMALLEST_INT = -2_147_483_648;
const LARGEST_INT = 2_147_483_647;

/** The type that PostgreSQL gives a value which stands in a text without quotes; what stands in quotes gets its type from its place. */
function typeOf(value: unknown): string {
  if (typeof value === 'boolean') return '::boolean';
  if (typeof value !== 'number') return '';
  if (!Number.isInteger(value)) return '::numeric';
  return value >= SMALLEST_INT && value <= LARGEST_INT ? '::int' : '::bigint';
}

/** What MikroORM would write between the quotes, so that a statement means the same either way. */
function asText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value))
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const asItem = (value: unknown): string =>
  value == null ? 'NULL' : `"${asText(value).replace(/[\\"]/g, (found) => `\\${found}`)}"`;

const LIST = 'array[';
/** A list this short has its items in the text, so that PostgreSQL knows how few they are: it takes a bound list to be of ten. */
const FEW_ITEMS = 3;

/**
 * The text with `$1` for each `?` and its values, for a statement that `plannedOnce` marked; null for every other.
 * @throws Error for a list anywhere but in `array[?]::type[]`, and when there are more places than values
 */
export function boundForm(sql: string, params: readonly unknown[]): BoundStatement | null {
  if (!sql.startsWith(MARK)) return null;
  const [first = '', ...rest] = sql.slice(MARK.length).split(/(?<!\\)\?/);
  if (rest.length !== params.length)
    throw new Error(`a statement has ${rest.length} places and ${params.length} values`);
  const values: (string | null)[] = [];
  const bind = (value: unknown): string => `$${values.push(value == null ? null : asText(value))}`;
  let text = first;
  for (const [at, after] of rest.entries()) {
    const value = params[at];
    if (!Array.isArray(value)) {
      text += `${bind(value)}${typeOf(value)}${after}`;
      continue;
    }
    if (!text.endsWith(LIST) || !after.startsWith(']::'))
      throw new Error('a list must stand in array[?]::type[]');
    if (value.length <= FEW_ITEMS) text += `${value.map(bind).join(', ')}${after}`;
    else text = `${text.slice(0, -LIST.length)}${bind(`{${value.map(asItem).join(',')}}`)}${after.slice(1)}`;
  }
  return { text: text.replaceAll('\\?', '?'), values };
}

/** What a connection keeps is memory of the server: 40 to 350 kB a statement. More than so many are asked as if they were new. */
const MOST_KEPT = 40;

// biome-ignore lint/suspicious/noExplicitAny: `query` of pg has a dozen overloads, and is passed through as it is
type Query = (...asked: any[]) => unknown;

/** The part of a `pg` pool that we touch. */
type KeepingPool = { on(event: 'connect', listener: (client: { query: unknown }) => void): unknown };

/** What PostgreSQL answers, each time, when a column of a statement that it keeps has become another type. */
const NOT_SUPPORTED = '0A000';

/**
 * Gives what is asked with values over a connection of this pool a name on that connection, by which PostgreSQL knows it again. One of which it
 * says that it no longer fits is asked anew from then on.
 */
export function nameStatements(pool: KeepingPool, most = MOST_KEPT): void {
  pool.on('connect', (client) => {
    const query = (client.query as Query).bind(client);
    const names = new Map<string, string>();
    let given = 0;
    client.query = (...asked: unknown[]) => {
      const [text, values] = asked;
      if (asked.length !== 2 || typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
        return query(...asked);
      let name = names.get(text);
      if (name === undefined && given < most) {
        given += 1;
        name = `planned_${given}`;
        names.set(text, name);
      }
      if (name === undefined) return query(text, values);
      return (query({ name, text, values }) as Promise<unknown>).catch((error: { code?: string }) => {
        if (error.code === NOT_SUPPORTED) names.delete(text);
        throw error;
      });
    };
  });
}

/** What MikroORM's connections keep to themselves. */
type Inside = {
  executeQuery<Result>(told: string, ask: () => Promise<Result>, context: object): Promise<Result>;
  transformRawResult(result: unknown, method: string): unknown;
  getSql(sql: string, formatted: string, context: object | undefined): string;
};

/** Makes `execute` of this database bind the values of the statements that `plannedOnce` marked. MikroORM writes values into the text. */
export function bindMarked(orm: MikroORM): void {
  const connection = orm.em.getConnection();
  const execute = connection.execute.bind(connection);
  const inside = connection as unknown as Inside;
  const logger = orm.config.getLogger();
  const bound = async (...[query, params, method, ctx, loggerContext]: Parameters<typeof execute>) => {
    const statement = typeof query === 'string' && Array.isArray(params) ? boundForm(query, params) : null;
    if (statement === null || !Array.isArray(params))
      return execute(query, params, method, ctx, loggerContext);
    await connection.ensureConnection();
    const { text: sql, values } = statement;
    const told = logger.isEnabled('query', loggerContext)
      ? inside.getSql(sql, orm.em.getPlatform().formatQuery(query as string, params), loggerContext)
      : sql;
    const compiled = {
      sql,
      parameters: values,
      query: { kind: 'RawNode', sqlFragments: [sql], parameters: [] },
      queryId: { queryId: sql },
    } as const;
    const ask = async () => {
      const result = await (ctx ?? connection.getClient()).executeQuery(compiled);
      return inside.transformRawResult(result, method ?? 'all');
    };
    return inside.executeQuery(told, ask, { query: sql, params, ...loggerContext });
  };
  connection.execute = bound as typeof execute;
}

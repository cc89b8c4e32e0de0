import type { ValueNode } from 'graphql';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function bad(name: string, expected: string): GraphQLError {
  return new GraphQLError(`${name} ${expected}`, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** A scalar that travels as text and is read by one function, whether it comes as a variable or as a literal. */
function textScalar<T>(
  name: string,
  expected: string,
  parse: (text: string) => T | undefined,
  serialize: (value: unknown) => string | undefined,
) {
  const read = (value: unknown): T => {
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    if (parsed === undefined) throw bad(name, expected);
    return parsed;
  };
  return new GraphQLScalarType<T, string>({
    name,
    parseValue: read,
    parseLiteral: (node: ValueNode) => read(node.kind === Kind.STRING ? node.value : undefined),
    serialize: (value) => {
      const text = serialize(value);
      if (text === undefined) throw new TypeError(`not a ${name}: ${typeof value}`);
      return text;
    },
  });
}

const isSafe = (amount: bigint) =>
  amount >= BigInt(Number.MIN_SAFE_INTEGER) && amount <= BigInt(Number.MAX_SAFE_INTEGER);

function dongOf(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined;
  // plain rows bring PostgreSQL's bigint and sums as text
  return typeof value === 'string' && /^-?\d{1,20}$/.test(value) ? BigInt(value) : undefined;
}

const DONG_EXPECTED = 'must be a whole number of đồng, not beyond 2^53';

/** Đồng: `bigint` in the code, a JSON number on the wire, refused beyond 2^53 in both directions. */
export const Dong = new GraphQLScalarType<bigint, number>({
  name: 'Dong',
  parseValue: (value) => {
    const amount = typeof value === 'number' ? dongOf(value) : undefined;
    if (amount === undefined) throw bad('Dong', DONG_EXPECTED);
    return amount;
  },
  parseLiteral: (node) => {
    const amount = node.kind === Kind.INT ? BigInt(node.value) : undefined;
    if (amount === undefined || !isSafe(amount)) throw bad('Dong', DONG_EXPECTED);
    return amount;
  },
  serialize: (value) => {
    const amount = dongOf(value);
    if (amount === undefined || !isSafe(amount))
      throw new RangeError('not an amount of đồng that fits the wire');
    return Number(amount);
  },
});

/** Years run from 1 to 9999: PostgreSQL and the calendar know no year 0. */
const hasYear = (text: string) => !text.startsWith('0000');

const monthOf = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) && hasYear(value) ? value : undefined;

/** A calendar month, `2026-05`; text in the code too. */
export const Month = textScalar('Month', 'must be a month such as "2026-05"', monthOf, monthOf);

function dateOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value) || !hasYear(value)) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : undefined;
}

/** A day of the calendar, `2026-07-06`; text in the code too. */
export const DateScalar = textScalar('Date', 'must be a day such as "2026-07-06"', dateOf, dateOf);

const INSTANT =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

function instantOf(text: string): Date | undefined {
  const day = INSTANT.exec(text)?.[1];
  return day !== undefined && dateOf(day) !== undefined ? new Date(text) : undefined;
}

/** A moment with its offset (RFC 3339); a `Date` in the code. */
export const DateTime = textScalar(
  'DateTime',
  'must be a moment with its offset, such as "2026-07-06T09:00:00+07:00"',
  instantOf,
  (value) => (value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : undefined),
);

const uuidOf = (value: unknown) =>
  typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
    ? value.toLowerCase()
    : undefined;

/** An id; lower-case text in the code. */
export const UUID = textScalar('UUID', 'must be a UUID', uuidOf, uuidOf);

/** The resolvers of the scalars of `shared.graphql`. */
export const scalarResolvers = { Dong, Month, Date: DateScalar, DateTime, UUID };

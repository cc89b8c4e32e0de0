import { GraphQLError } from 'graphql';
import type { z } from 'zod';
import { isPlainText } from './plain-text.ts';

const FIRST_STANDARD = 20;
const FIRST_LIMIT = 100;

const bad = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/**
 * How much to read: `limit` is one row more than `first`, which is how `connection` knows that a next page exists.
 * @throws BAD_USER_INPUT for a `first` that is not 1..100.
 */
export function pageArgs(
  first?: number | null,
  after?: string | null,
): { first: number; limit: number; after: string | null } {
  const size = first ?? FIRST_STANDARD;
  if (!Number.isInteger(size) || size < 1 || size > FIRST_LIMIT) throw bad(`first must be 1..${FIRST_LIMIT}`);
  return { first: size, limit: size + 1, after: after ?? null };
}

/** What a cursor may hold: the values of the sort key, ending with a unique one. */
export type CursorValues = readonly (string | number | boolean | null)[];

/** The place of a row in its order, opaque to front ends. */
export const encodeCursor = (values: CursorValues): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

const CURSOR_LIMIT = 1_000;

/**
 * Can PostgreSQL read this where it expects a text, day or moment? A cursor comes from outside, so its shape alone says too
 * little: there is no NUL, no year 0 and no offset of 16 hours.
 */
const isReadable = (value: unknown): boolean =>
  typeof value !== 'string' ||
  (isPlainText(value) && !/^0000-/.test(value) && !/T.*[+-](1[6-9]|2\d):?\d\d$/.test(value));

/**
 * The sort key in a cursor, in the given shape: `decodeCursor(after, z.tuple([z.string(), z.guid()]))`.
 * @throws BAD_USER_INPUT for anything that is not a cursor of this list.
 */
export function decodeCursor<T extends z.ZodType>(cursor: string, shape: T): z.infer<T> {
  try {
    const values: unknown =
      cursor.length <= CURSOR_LIMIT && JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const parsed = shape.safeParse(values);
    if (parsed.success && Array.isArray(values) && values.every(isReadable)) return parsed.data;
  } catch {
    // not even JSON: the same answer
  }
  throw bad('after is not a cursor of this list');
}

/** A page of a Relay connection. */
export type Connection<Row> = {
  edges: { node: Row; cursor: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

/** The page made of up to `first + 1` rows in keyset order. */
export function connection<Row>(
  rows: readonly Row[],
  first: number,
  cursorOf: (row: Row) => CursorValues,
): Connection<Row> {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: encodeCursor(cursorOf(node)) }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

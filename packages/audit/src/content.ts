import { createHash } from 'node:crypto';
import { maskDigits } from '@dang/vietnam/identifiers';

/** What an audit row says, with its values as they are hashed; the order of the names is the order of the hash. */
export const contentNames = [
  'at',
  'accountId',
  'actorMemberId',
  'actorName',
  'actorTitle',
  'actorRole',
  'actorUnitId',
  'actorPositionId',
  'action',
  'subjectKind',
  'subjectId',
  'unitId',
  'memberId',
  'before',
  'after',
  'reason',
  'ip',
  'device',
  'requestId',
] as const;

/** `at` is ISO 8601 in UTC with milliseconds; `before` and `after` are plain JSON values. */
export type AuditContent = {
  at: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  before: unknown;
  after: unknown;
} & Record<
  Exclude<(typeof contentNames)[number], 'at' | 'action' | 'subjectKind' | 'subjectId' | 'before' | 'after'>,
  string | null
>;

// A personal id or a phone number, written on its own.
const personalNumber = /^0\d{9}(\d{2})?$/;

/** Plain JSON with its keys in one order, `bigint` and `Date` as text: the same value is the same text. */
function inOrder(value: unknown, textOf: (text: string) => string): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string') return textOf(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => inOrder(item ?? null, textOf));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, inOrder(item, textOf)]),
  );
}

/** A value as it is stored. A personal id or a phone number that slipped in is covered, whoever forgot to. */
export const plainJson = (value: unknown): unknown =>
  inOrder(value, (text) => (personalNumber.test(text) ? maskDigits(text) : text));

/** The hash of what a row says, made where it is written and made again where it is verified. */
export function contentHash(content: AuditContent): Buffer {
  const values = contentNames.map((name) => inOrder(content[name] ?? null, (text) => text));
  return createHash('sha256')
    .update(JSON.stringify(['audit 1', ...values]))
    .digest();
}

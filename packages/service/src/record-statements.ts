import { inSpan, isRecording, placeNow } from '@dang/telemetry/trace';

// biome-ignore lint/suspicious/noExplicitAny: `query` of pg has a dozen overloads, and is passed through as it is
type Query = (...asked: any[]) => unknown;

/** The part of a `pg` pool that we touch. */
type StatementPool = { on(event: 'connect', listener: (client: { query: unknown }) => void): unknown };

const TEXT_CHARS = 2_000;

/**
 * A statement as it may be shown: whatever stands in it as a literal is left out, closed or cut off, and so are numbers. What is
 * bound (`$1`) never stands in it.
 */
export const shownStatement = (text: string): string =>
  text
    .slice(0, 2 * TEXT_CHARS)
    .replace(/'(?:[^']|'')*(?:'|$)/g, '?')
    .replace(/\$(\w*)\$[\s\S]*?(?:\$\1\$|$)/g, '?')
    .replace(/(?<![\w$.])\d+(?:\.\d+)?(?![\w])/g, '?')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, TEXT_CHARS);

const verbOf = (text: string): string => /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? 'statement';

const textOf = (asked: unknown): string | null => {
  if (typeof asked === 'string') return asked;
  if (typeof asked !== 'object' || asked === null || 'submit' in asked) return null;
  return 'text' in asked && typeof asked.text === 'string' ? asked.text : null;
};

/**
 * Makes every statement over this pool that belongs to a request, an event or a job a span: its text, never its parameters. What
 * streams (COPY, cursors of the driver) and what polls by itself is none. Where nothing is recorded the pool stays as it is.
 */
export function recordStatements(pool: StatementPool): void {
  if (!isRecording()) return;
  pool.on('connect', (client) => {
    const query = (client.query as Query).bind(client);
    client.query = (...asked: unknown[]) => {
      const text = textOf(asked[0]);
      const hasCallback = typeof asked.at(-1) === 'function';
      if (text === null || hasCallback || placeNow() === undefined) return query(...asked);
      const facts = { 'db.system.name': 'postgresql', 'db.query.text': shownStatement(text) };
      return inSpan({ kind: 'SQL statement', name: verbOf(text), facts }, async () => await query(...asked));
    };
  });
}

import type { GraphContext } from '@dang/service/context';
import type { Job } from '@dang/service/jobs';
import { blindIndex } from '@dang/service/sealed-text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { environmentOf, type IdentityEnvironment } from '../environment.ts';

const MINUTE_S = 60;
/** Forms with a card number that one account may send in an hour: a refusal tells that somebody has the number. */
const FORMS_WITH_NUMBERS = 20;

/** What is counted, for how long, and how often it may happen in that time. */
const kinds = {
  'sign-in': { duration: MINUTE_S, points: (given) => given.SIGN_INS_PER_ADDRESS },
  refresh: { duration: MINUTE_S, points: (given) => given.REFRESHES_PER_ADDRESS },
  person: { duration: 10 * MINUTE_S, points: (given) => given.SIGN_INS_PER_PERSON },
  'card-number': { duration: 60 * MINUTE_S, points: () => FORMS_WITH_NUMBERS },
} as const satisfies Record<string, { duration: number; points(given: IdentityEnvironment): number }>;

/** The library writes `$1` in any order and more than once; this driver takes `?`, once each. */
const clientOn = (em: SqlEntityManager) => ({
  async query({ text, values = [] }: { text: string; values?: unknown[] }) {
    const bound: unknown[] = [];
    const sql = text.replace(/\$(\d+)/g, (_match, number) => {
      bound.push(values[Number(number) - 1]);
      return '?';
    });
    const rows = await em.execute<object[]>(sql, bound);
    return { rows, rowCount: rows.length };
  },
});

/**
 * Counts one more of this kind for this key, and says whether it is still within the limit. Written at once, in a
 * transaction of its own, so that a refused sign-in counts. The key is kept as a blind index: no address is in the table. Nobody
 * is kept out because the key is not known.
 */
export async function isWithinLimit(
  context: GraphContext,
  kind: keyof typeof kinds,
  key: string | null,
): Promise<boolean> {
  if (key === null) return true;
  const environment = environmentOf(context);
  const { duration, points } = kinds[kind];
  const limiter = new RateLimiterPostgres({
    storeClient: clientOn(context.em.fork()),
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: kind,
    points: points(environment),
    duration,
  });
  try {
    await limiter.consume(blindIndex(environment.PROVINCE_INDEX_KEY, key));
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}

/** Forgets counts whose time is over. */
export const pruneRateLimits: Job = {
  name: 'prune-rate-limits',
  cron: '23 * * * *',
  async run({ em }) {
    await em.execute('delete from rate_limit where expire < ?', [Date.now()]);
  },
};

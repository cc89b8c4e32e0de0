import type { Database } from './reaction.ts';

/** Thrown instead of an event's own failure when the database is not there: nothing is parked, everybody waits. */
export class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super('the database is away', { cause });
  }
}

// Connection failures, shutdown and start-up, no room for another connection, disk or memory full.
const awayStates =
  /^(08...|57P0[1-3]|53...|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
const awayMessages =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|Client has encountered a connection error/i;

/**
 * Is the database away, rather than the event at fault? First by what the failure says, then, because drivers lose
 * codes on the way, by asking the database.
 */
export async function isDatabaseAway(database: Database, failure: unknown): Promise<boolean> {
  for (let error = failure; error instanceof Error; error = error.cause) {
    const { code } = error as { code?: unknown };
    if (typeof code === 'string' && awayStates.test(code)) return true;
    if (awayMessages.test(error.message)) return true;
  }
  return !(await answers(database));
}

/** Does the database answer at all? */
export async function answers(database: Database): Promise<boolean> {
  try {
    await database.em.fork().execute('select 1');
    return true;
  } catch {
    return false;
  }
}

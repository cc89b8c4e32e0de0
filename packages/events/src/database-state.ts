import type { Database } from './reaction.ts';

/** Thrown instead of an event's own failure when the database is not there: nothing is parked, everybody waits. */
export class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super('the database is away', { cause });
  }
}

// Connection failures, shutdown and start-up, no room for another connection, disk or memory full.
const lossStates =
  /^(08...|57P0[1-3]|53...|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
const lossMessages =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|Client has encountered a connection error/i;

/**
 * Did the connection fail, rather than a statement? It says nothing about why: the server may have gone, or have ended a
 * transaction that sat idle for too long. `answers` tells the two apart.
 */
export function isConnectionLoss(failure: unknown): boolean {
  for (let error = failure; error instanceof Error; error = error.cause) {
    const { code } = error as { code?: unknown };
    if (typeof code === 'string' && lossStates.test(code)) return true;
    if (lossMessages.test(error.message)) return true;
  }
  return false;
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

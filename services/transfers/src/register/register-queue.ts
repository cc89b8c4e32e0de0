const last = new Map<string, Promise<unknown>>();

/**
 * Lets those who sign into one register go one after the other within this process, so that the number which the letter prints is the one that
 * it is given. Who signs elsewhere at the same time is noticed by the number itself.
 */
export async function inTurn<T>(register: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(register) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.catch(() => undefined);
  last.set(register, settled);
  try {
    return await mine;
  } finally {
    if (last.get(register) === settled) last.delete(register);
  }
}

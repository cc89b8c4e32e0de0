import type { GraphContext } from './context.ts';

type Asking = Pick<GraphContext, 'requestId'>;

const waiting = new WeakMap<Asking, (() => void)[]>();

/**
 * Does `work` once the mutation that runs in this context is committed, and not at all when it is refused or fails: what is counted outside of
 * the database. To be called inside `mutate` or `mutateMany`; `work` must not throw.
 */
export function afterCommit(context: Asking, work: () => void): void {
  const works = waiting.get(context) ?? [];
  works.push(work);
  waiting.set(context, works);
}

/** Runs a transaction, and then what waited for its commit. */
export async function committing<Result>(
  context: Asking,
  transaction: () => Promise<Result>,
): Promise<Result> {
  waiting.delete(context);
  const result = await transaction();
  const works = waiting.get(context) ?? [];
  waiting.delete(context);
  for (const work of works) work();
  return result;
}

/** Runs a part of a transaction that may be taken back alone: what waited for its sake goes with it. */
export async function takingBack<Result>(context: Asking, part: () => Promise<Result>): Promise<Result> {
  const before = waiting.get(context)?.length ?? 0;
  try {
    return await part();
  } catch (error) {
    waiting.get(context)?.splice(before);
    throw error;
  }
}

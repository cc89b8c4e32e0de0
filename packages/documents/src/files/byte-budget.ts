import type { ServerResponse } from 'node:http';

/** Room for so many bytes at once in this process. */
export type ByteBudget = {
  /** Takes room for that many; what it answers gives it back, once however often it is called. Null: there is none now. */
  take(bytes: number): (() => void) | null;
};

/** A budget that files under way share, so that many at once do not fill the memory. */
export function byteBudget(limit: number): ByteBudget {
  let taken = 0;
  return {
    take(bytes) {
      if (taken + bytes > limit) return null;
      taken += bytes;
      let isHeld = true;
      return () => {
        if (isHeld) taken -= bytes;
        isHeld = false;
      };
    },
  };
}

/** Room that one request takes. */
export type HeldRoom = {
  /** Keeps the room as long as this work goes on, whether or not anybody still waits for its answer. */
  during<T>(work: () => Promise<T>): Promise<T>;
};

/**
 * Gives room back once the answer has left or the line is broken **and** no work that holds the bytes goes on: whoever asks and leaves,
 * again and again, gets no more room than who waits. A line may be broken already.
 */
export function holdRoom(release: () => void, answer: ServerResponse): HeldRoom {
  let working = 0;
  let isOver = answer.destroyed;
  const giveBack = () => {
    if (isOver && working === 0) release();
  };
  answer.once('close', () => {
    isOver = true;
    giveBack();
  });
  giveBack();
  return {
    async during(work) {
      working += 1;
      try {
        return await work();
      } finally {
        working -= 1;
        giveBack();
      }
    },
  };
}

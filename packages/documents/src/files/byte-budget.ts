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

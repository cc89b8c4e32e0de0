const DAY_MS = 86_400_000;
/** Việt Nam keeps UTC+7 all year. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/**
 * The business calendar, Asia/Ho_Chi_Minh. Due dates, months and document dates ask this; tokens, sessions and the
 * times of events use real time.
 */
export type Clock = {
  now(): Date;
  /** `YYYY-MM-DD` */
  today(): string;
  /** `YYYY-MM` */
  month(): string;
};

/**
 * A clock. With `start` (`YYYY-MM-DD`) the day stands still and the time of day runs on, so that demo data and
 * scenarios stay true on any day.
 */
export function makeClock(start?: string): Clock {
  const startMs = start === undefined ? undefined : Date.parse(`${start}T00:00:00+07:00`);
  if (start !== undefined && (!/^\d{4}-\d\d-\d\d$/.test(start) || Number.isNaN(startMs)))
    throw new Error(`not a day: ${start}`);
  const now = () => {
    const real = Date.now();
    return new Date(startMs === undefined ? real : startMs + ((real + VIETNAM_OFFSET_MS) % DAY_MS));
  };
  const today = () => new Date(now().getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
  return { now, today, month: () => today().slice(0, 7) };
}

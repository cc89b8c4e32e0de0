/** A month is `YYYY-MM`, so that text order is time order. Every function here throws a RangeError on anything else. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** The month of a day `YYYY-MM-DD`. */
export function monthOf(date: string): string {
  const month = date.slice(0, 7);
  serial(month);
  return month;
}

/** The month `count` months later, or earlier when negative. */
export function addMonths(month: string, count: number): string {
  const months = serial(month) + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

export function nextMonth(month: string): string {
  return addMonths(month, 1);
}

/** Negative when `a` comes first, 0 when equal. */
export function compareMonths(a: string, b: string): number {
  return serial(a) - serial(b);
}

/** How many months lie from `from` to `to`: 0 for the same, negative when `to` comes first. */
export function monthsBetween(from: string, to: string): number {
  return serial(to) - serial(from);
}

/** Every month from `from` to `to`, both included; empty when `to` comes first. */
export function monthRange(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, monthsBetween(from, to) + 1) }, (_, index) =>
    addMonths(from, index),
  );
}

/** The last day `YYYY-MM-DD` of a month. */
export function lastDayOf(month: string): string {
  const months = serial(month);
  const day = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0));
  return day.toISOString().slice(0, 10);
}

/** Months since year 0. */
function serial(month: string): number {
  if (!isMonth(month)) throw new RangeError(`${month} is not a month YYYY-MM`);
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

/** A month of the calendar as the graph and the events write it: `2026-05`. Sorts as text. */
export type Month = string;

const pattern = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The month `count` months later (earlier when negative). Throws on a text that is no month: that is a bug, input is checked at the edge. */
export function addMonths(month: Month, count: number): Month {
  const match = pattern.exec(month);
  if (!match) throw new Error(`not a month: ${month}`);
  const index = Number(match[1]) * 12 + Number(match[2]) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

export const monthAfter = (month: Month): Month => addMonths(month, 1);
export const monthBefore = (month: Month): Month => addMonths(month, -1);

/** The month that a day (`YYYY-MM-DD`) lies in. */
export const monthOf = (day: string): Month => day.slice(0, 7);

/** How the database keeps a month: its first day. */
export const firstDay = (month: Month): string => `${month}-01`;

/** An office that nobody has looked at, or acted in, for longer than this is to be reviewed (checklist 86). */
export const reviewIntervalDays = 90;

const DAY_MS = 86_400_000;

/** Have more than ninety days passed since the later of these days? Days are `YYYY-MM-DD`. */
export function isOverdue(days: readonly (string | null)[], today: string): boolean {
  const last = days
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  return last !== undefined && Date.parse(today) - Date.parse(last) > reviewIntervalDays * DAY_MS;
}

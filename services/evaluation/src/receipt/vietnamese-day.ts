/** A day `YYYY-MM-DD` as people write it, `dd/mm/yyyy`; null stays null. */
export const vietnameseDay = (day: string | null): string | null =>
  day === null ? null : day.split('-').reverse().join('/');

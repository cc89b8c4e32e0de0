/**
 * SQL: whether dues run, in the month that begins on `day`, in the unit of this alias of `unit_copy`. A month is charged whole
 * or not at all: the one in which the procedure starts is the first.
 */
export const duesRun = (unit: string, day: string): string =>
  `procedure_start(${unit}.path, 'DUES') < ${day} + interval '1 month'`;

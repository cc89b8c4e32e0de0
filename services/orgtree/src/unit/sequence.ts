/**
 * SQL that gives each unit of a relation `wanted` (unit_id, code) the next dossier number of the day, such as
 * `05.200-TICKET-260706-0001`: a query of (unit_id, number). Bind the code of the procedure, the day, and both again.
 */
export const nextNumbers = `
  taken as (
    insert into unit_sequence (unit_id, procedure, day, last)
    select unit_id, ?, ?::date, 1 from wanted order by unit_id
    on conflict (unit_id, procedure, day) do update set last = unit_sequence.last + 1
    returning unit_id, last
  ), numbered as (
    select wanted.unit_id, wanted.code || '-' || ? || '-' || to_char(?::date, 'YYMMDD') || '-' || lpad(taken.last::text, greatest(4, length(taken.last::text)), '0') as number
    from wanted join taken using (unit_id)
  )`;

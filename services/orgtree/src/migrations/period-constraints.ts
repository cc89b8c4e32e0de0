/** Drops an exclusion constraint of the first migration and states it again, so that its name stays. */
const restated = (table: string, name: string, exclude: string): string[] => [
  `alter table ${table} drop constraint ${name}`,
  `alter table ${table} add constraint ${name} exclude using gist (${exclude})`,
];

/**
 * The time of a period, written so that no query on `during` takes these indexes for its own: nearly every period holds today, and the
 * planner does not know it where the day comes from a row.
 */
const stretch = 'daterange(lower(during), upper(during))';

/**
 * What never overlaps, kept by hashes of the ids and codes. A GiST index compares a uuid by its first 53 bits, which in ids of one
 * moment are all the same, and a text by a prefix that all codes share: a look-up then reads the whole index (measured: 152 pages
 * of 183). 64-bit hashes spread evenly; that two of six million members share one has a chance of one in a million, and would be a
 * refusal, never a wrong row. Two units may exchange their codes within one reorganisation: that constraint looks at its end.
 */
export const periodConstraints: readonly string[] = [
  ...restated(
    'unit_period',
    'unit_period_no_overlap',
    `uuid_hash_extended(unit_id, 0) with =, ${stretch} with &&`,
  ),
  ...restated(
    'membership',
    'membership_one_of_a_kind',
    'uuid_hash_extended(member_id, 0) with =, kind with =, daterange(valid_from, valid_to) with &&',
  ),
  'alter table unit_period drop constraint unit_period_one_code',
  `alter table unit_period add constraint unit_period_one_code
    exclude using gist (hashtextextended(code, 0) with =, ${stretch} with &&) deferrable initially immediate`,
  'create index unit_period_of_code on unit_period (code)',
];

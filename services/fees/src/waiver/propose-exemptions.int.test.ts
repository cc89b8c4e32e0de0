import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { heard, units } from '../../test/fees-stage.ts';
import { type Fees, join, openRates, recorded } from '../../test/rates-stage.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openRates();
});
afterAll(() => fees.close());

describe('the job that proposes exemptions', () => {
  test('T14 proposes who reaches 50 years in the Party, from the month after, once', async () => {
    const old = await join(fees);
    const older = await join(fees);
    const young = await join(fees);
    const known = async ({ memberId }: typeof old) =>
      (
        await fees
          .em()
          .execute<{ line: string }[]>(
            `select concat_ws(' ', kind, ground, status, channel, to_char(from_period, 'YYYY-MM')) as line from waiver where member_id = ?`,
            [memberId],
          )
      ).map(({ line }) => line);
    await fees.hear(
      recorded(old.memberId, { joinDate: '1976-08-15' }, 2),
      recorded(older.memberId, { joinDate: '1960-01-02' }, 2),
      recorded(young.memberId, { joinDate: '1976-09-01' }, 2),
    );
    await fees.published();
    for (const _again of [1, 2]) await fees.runJob('propose-exemptions');
    expect(await known(old)).toEqual(['EXEMPT PARTY_AGE PENDING SYSTEM 2026-09']);
    expect(await known(older)).toEqual(['EXEMPT PARTY_AGE PENDING SYSTEM 2026-07']);
    expect(await known(young)).toEqual([]);
    const told = await fees.published('WaiverSubmitted');
    expect(told.map(({ data }) => (data as { memberId: string }).memberId).sort()).toEqual(
      [old.memberId, older.memberId].sort(),
    );
    expect(told.map(({ data }) => (data as { approverUnitId: string }).approverUnitId)).toEqual([
      units.committee,
      units.committee,
    ]);
  });

  test('250 at once, in rounds', async () => {
    const em = fees.em();
    await em.execute(
      `with old as (
         insert into member_copy (id, version, full_name, gender, date_of_birth, join_date, status, force_category, under_inspection, residence_contact_mode)
         select uuidv7(), 1, 'Đảng viên', 'MALE', '1940-01-01', '1970-01-01', 'OFFICIAL', 'NONE', false, 'NONE' from generate_series(1, 250)
         returning id)
       insert into charging (member_id, branch_id, from_period, cause, cause_id) select id, ?, '2026-01-01', 'START', id from old`,
      [units.branch22],
    );
    await fees.hear(heard.duesStart(units.branch22, '2026-02-01', 3));
    await fees.runJob('propose-exemptions');
    const [row] = await em.execute<{ n: number }[]>(
      `select count(*)::int as n from waiver where branch_id = ? and ground = 'PARTY_AGE'`,
      [units.branch22],
    );
    expect(row?.n).toBe(250);
  });
});

import { randomUUID } from 'node:crypto';
import { contractBreaches } from '@dang/events/contract';
import { DuesAnnounced } from '@dang/events/contracts/fees/dues-announced';
import { DuesReminded } from '@dang/events/contracts/fees/dues-reminded';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { announceDues } from '../announcement/announce.ts';
import { announceLateComers } from '../announcement/announce-late-comers.ts';
import { fallOverdue } from '../arrears/fall-overdue.ts';
import { remind } from './remind.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
let [an, binh]: [string, string] = ['', ''];
const actor = testActor({ role: 'BRANCH_SECRETARY', unitId: units.branch1 });

beforeAll(async () => {
  fees = await openFees();
});
afterAll(() => fees.close());
beforeEach(async () => {
  await fees.em().execute(
    `truncate charge_run, dues_charge, extra_charge, charging, charging_ground, dues_rate, dues_standing, waiver, dues_announcement,
       dues_announcement_line, dues_reminder`,
  );
  [an, binh] = [randomUUID(), randomUUID()].sort() as [string, string];
  await fees.hear(
    heard.approved(an, units.branch1, '60000', '2026-06'),
    heard.approved(binh, units.branch1, '5000', '2026-07'),
  );
});

const announce = (month: string, today = `${month}-05`) =>
  fees
    .em()
    .transactional((em) =>
      announceDues(em, { branchId: units.branch1, month, actor, today, at: new Date(`${today}T01:00:00Z`) }),
    );
const told = async () => {
  const events = await fees.published('DuesReminded');
  expect(events.flatMap(({ data }) => contractBreaches(DuesReminded, data))).toEqual([]);
  return events.map(({ data }) => {
    const { occasion, month, members } = data as {
      occasion: string;
      month: string;
      members: { memberId: string; amount: string }[];
    };
    const named = members.map(({ memberId, amount }) => `${memberId === an ? 'an' : 'binh'} ${amount}`);
    return `${occasion} ${month}: ${named.join(', ')}`;
  });
};

describe('who has not paid is reminded (domain.md 6.13)', () => {
  test('with all that is owed, once a branch, month and occasion', async () => {
    await announce('2026-06');
    await announce('2026-07');
    await told();
    expect(await remind(fees.em(), 'DAY_8', '2026-07-08')).toBe(2);
    expect(await told()).toEqual(['DAY_8 2026-07: an 120000, binh 5000']);
    expect(await remind(fees.em(), 'DAY_8', '2026-07-09')).toBe(0);
    await fees.payThrough(binh, '2026-07');
    expect(await remind(fees.em(), 'DAY_10', '2026-07-10')).toBe(1);
    expect(await told()).toEqual(['DAY_10 2026-07: an 120000']);
  });

  test('by several at once, everybody is reminded once', async () => {
    await announce('2026-07');
    await told();
    const counts = await Promise.all([1, 2, 3].map(() => remind(fees.em(), 'MONTH_END', '2026-07-31')));
    expect(counts.reduce((sum, count) => sum + count)).toBe(2);
    expect(await told()).toHaveLength(1);
  });

  test('that they are late only after the day that was said: announced late, they have until the end of the month', async () => {
    await announce('2026-07', '2026-07-15');
    expect(await remind(fees.em(), 'OVERDUE', '2026-07-16')).toBe(0);
    await fees.em().execute(`update dues_announcement set due_on = '2026-07-10'`);
    expect(await remind(fees.em(), 'OVERDUE', '2026-07-16')).toBe(2);
  });

  test('not of what is deferred or being paid, and not before it is announced', async () => {
    expect(await remind(fees.em(), 'DAY_8', '2026-07-08')).toBe(0);
    await announce('2026-07');
    await fees.em().execute(`update dues_charge set status = 'DEFERRED' where member_id = ?`, [an]);
    await fees
      .em()
      .execute(`update dues_charge set status = 'IN_PAYMENT', order_id = uuidv7() where member_id = ?`, [
        binh,
      ]);
    expect(await remind(fees.em(), 'DAY_8', '2026-07-08')).toBe(0);
  });

  test('of two months overdue once a month', async () => {
    for (const month of ['2026-06', '2026-07', '2026-08']) await announce(month);
    await fallOverdue(fees.em(), '2026-08-01');
    await told();
    expect(await remind(fees.em(), 'TWO_MONTHS', '2026-08-01')).toBe(1);
    expect(await told()).toEqual(['TWO_MONTHS 2026-08: an 180000']);
    expect(await remind(fees.em(), 'TWO_MONTHS', '2026-08-20')).toBe(0);
    await fallOverdue(fees.em(), '2026-09-01');
    expect(await remind(fees.em(), 'TWO_MONTHS', '2026-09-01')).toBe(2);
  });

  test('of two months overdue by the branch that has them, while a letter is under way and nobody charges', async () => {
    for (const month of ['2026-06', '2026-07']) await announce(month);
    await fees.hear(
      heard.letter(an, { transferId: randomUUID(), letterId: randomUUID(), duesPaidThrough: '2026-07' }),
    );
    await fallOverdue(fees.em(), '2026-08-01');
    await told();
    expect(await fees.standing(an)).toMatchObject({ chargedBy: null, openMonths: ['2026-06', '2026-07'] });
    expect(await remind(fees.em(), 'TWO_MONTHS', '2026-09-01')).toBe(1);
    expect(await told()).toEqual(['TWO_MONTHS 2026-09: an 120000']);
  });

  test('by the morning job, which has nothing to say on day 6', async () => {
    await announce('2026-07');
    await told();
    await fees.runJob('remind-of-dues');
    expect(await told()).toEqual([]);
  });
});

describe('who came after the announcement', () => {
  test('is told by the morning job, once, and so that there is time to pay', async () => {
    await announce('2026-07');
    const late = randomUUID();
    await fees.hear(heard.approved(late, units.branch1, '7000', '2026-06'));
    await fees.published('DuesAnnounced');
    expect(await announceLateComers(fees.em(), '2026-07-12')).toBe(1);
    const events = await fees.published('DuesAnnounced');
    expect(events.flatMap(({ data }) => contractBreaches(DuesAnnounced, data))).toEqual([]);
    expect(events.map(({ data }) => data)).toMatchObject([
      { month: '2026-07', dueOn: '2026-07-12', members: [{ memberId: late, amount: '7000', arrears: '0' }] },
    ]);
    expect(await fees.standing(late)).toMatchObject({ openMonths: ['2026-07'] });
    await fees.runJob('announce-late-comers');
    expect(await fees.published('DuesAnnounced')).toEqual([]);
  });

  test('is left alone in a branch that has announced nothing', async () => {
    await fees.hear(heard.approved(randomUUID(), units.branch2, '7000', '2026-07'));
    expect(await announceLateComers(fees.em(), '2026-07-12')).toBe(0);
  });
});

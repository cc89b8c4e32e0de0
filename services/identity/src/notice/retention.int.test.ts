import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type House, ids, openIdentity } from '../../test/identity-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

test('a notice is forgotten two years after it was read, with its deliveries; an unread one stays', async () => {
  await house.em().execute(
    `insert into notice (at, member_id, kind, mandatory, title, body, subject_kind, subject_id, event_id, number, read_at)
     select '2020-01-01', ?, 'TICKET_CLOSED', false, 't', 'b', 'TICKET', uuidv7(), uuidv7(), way.number, way.read_at
     from (values ('long ago', '2024-07-05T16:00:00Z'::timestamptz), ('of late', '2024-07-07T16:00:00Z'), ('unread', null))
       as way(number, read_at)`,
    [ids.member('member')],
  );
  await house.em().execute(`insert into notice_delivery (notice_id, channel) select id, 'EMAIL' from notice`);
  // more than one round of the job
  await house.em().execute(
    `insert into notice (at, member_id, kind, mandatory, title, body, subject_kind, subject_id, event_id, number, read_at)
     select '2020-01-01', ?, 'TICKET_CLOSED', false, 't', 'b', 'TICKET', uuidv7(), uuidv7(), 'many', '2021-01-01'
     from generate_series(1, 10000)`,
    [ids.member('member')],
  );
  for (let each = 0; each < 2; each += 1) {
    await house.runJob('apply-retention');
    const rows = await house.em().execute<{ number: string; deliveries: number }[]>(
      `select number, (select count(*)::int from notice_delivery where notice_id = notice.id) as deliveries
         from notice order by notice.number`,
    );
    expect(rows).toEqual([
      { number: 'of late', deliveries: 1 },
      { number: 'unread', deliveries: 1 },
    ]);
  }
});

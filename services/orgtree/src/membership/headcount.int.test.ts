import { openSubgraph, testActor, testDatabase } from '@dang/service/testing';
import { seededRandom } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { smallTree, unit } from '../../test/orgtree-stage.ts';
import { definition } from '../definition.ts';
import { loadDemoData } from '../demo-data.ts';

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;
beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('orgtree') });
  await loadDemoData(subgraph.em(), smallTree);
});
afterAll(() => subgraph.close());

const units = [unit.central, unit.ward, unit.estate, unit.branch1, unit.company, unit.sales];
const days = ['2025-06-30', '2026-02-28', '2026-07-05', '2026-07-06', '2026-07-20'];

/** What the graph says of every unit on a day. */
async function told(day: string) {
  const { data, errors } = await subgraph.execute(
    `query($ids: [_Any!]!, $day: Date) { _entities(representations: $ids) { ... on OrgUnit {
      membershipCount(asOf: $day) temporaryMembershipCount(asOf: $day) } } }`,
    { ids: units.map((id) => ({ __typename: 'OrgUnit', id })), day },
    testActor(),
  );
  expect(errors).toBeUndefined();
  return data?._entities.map((one: Record<string, number>) => [
    one.membershipCount,
    one.temporaryMembershipCount,
  ]);
}

/** The same, counted one by one. */
async function counted(day: string) {
  const rows: { official: number; temporary: number }[] = await subgraph.em().execute(
    `select (select count(*) from membership join unit_period branch using (unit_id)
         where membership.kind = 'OFFICIAL' and daterange(valid_from, valid_to) @> ?::date and branch.during @> ?::date
           and branch.path ~ ('*.' || wanted.id || '.*')::lquery)::int as official,
       (select count(*) from membership join unit_period branch using (unit_id)
         where membership.kind = 'TEMPORARY' and daterange(valid_from, valid_to) @> ?::date and branch.during @> ?::date
           and branch.path ~ ('*.' || wanted.id || '.*')::lquery)::int as temporary
     from unnest(array[?]::text[]) with ordinality as wanted(id, n) order by n`,
    [day, day, day, day, units],
  );
  return rows.map(({ official, temporary }) => [official, temporary]);
}

test('numbers of official and temporary members agree with the memberships, whatever is written and folded', async () => {
  const random = seededRandom(20_260_706);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const em = subgraph.em();
  for (let step = 0; step < 40; step += 1) {
    const act = random();
    const day = pick(days.slice(1));
    if (act < 0.5)
      await em.execute(
        `insert into membership (id, member_id, unit_id, kind, valid_from, cause)
         select uuidv7(), uuidv7(), ?, ?, ?, 'IMPORT' from generate_series(1, ?)`,
        [
          pick([unit.branch1, unit.branch2, unit.sales]),
          pick(['OFFICIAL', 'TEMPORARY']),
          day,
          1 + (step % 3),
        ],
      );
    else if (act < 0.8)
      await em.execute(
        `update membership set valid_to = ?, end_cause = 'CORRECTION'
         where id = (select id from membership where valid_to is null and valid_from <= ? order by id limit 1)`,
        [day, day],
      );
    else if (act < 0.9)
      await em.execute(
        `update membership set unit_id = ? where id = (select id from membership where valid_to is null order by id desc limit 1)`,
        [unit.sales],
      );
    else await subgraph.runJob('fold-headcounts');
    if (step % 5 === 0)
      for (const when of days) expect([when, await told(when)]).toEqual([when, await counted(when)]);
  }
  await subgraph.runJob('fold-headcounts');
  for (const when of days) expect([when, await told(when)]).toEqual([when, await counted(when)]);
  const [{ most }] = await em.execute<[{ most: number }]>(
    'select max(n)::int as most from (select count(*) as n from headcount group by unit_id, kind) grouped',
  );
  expect(most).toBe(1);
});

test('a membership says what it gives', async () => {
  const { data } = await subgraph.execute(
    `{ unit(id: "${unit.sales}") { members(kind: TEMPORARY) { edges { membership { rights } } } } }`,
    {},
    testActor({ role: 'BRANCH_SECRETARY', unitId: unit.sales }),
  );
  for (const { membership } of data?.unit.members.edges ?? [])
    expect(membership.rights).toEqual(['TAKE_PART']);
});

import { migrate } from '@dang/service/database';
import type { ServiceDefinition } from '@dang/service/definition';
import { makeLogger } from '@dang/service/logger';
import { testDatabase } from '@dang/service/testing';
import { describe, expect, jest, test } from '@jest/globals';
import { serviceNames } from '../src/launcher/settings.ts';
import { withClient } from '../src/launcher/with-client.ts';
import { eventBreaks, historyBreaks, schemaBreaks } from '../src/release/breaks.ts';
import { contentNow, definitionOf, lastRelease } from '../src/release/source.ts';
import { readCatalog, tableBreaks, watchRewrites } from '../src/release/table-breaks.ts';
import { allowedBreaks } from './compatibility-allowed.ts';

jest.setTimeout(120_000);
const log = makeLogger({ service: 'compatibility', role: 'test', level: 'silent' });
const last = lastRelease();

/** What the migrations since `before` break, told after they have run on a real database behind those of before. */
async function breaksSince(
  before: () => Promise<void>,
  then: () => Promise<void>,
  url: string,
): Promise<string[]> {
  await before();
  return withClient(url, async (client) => {
    const older = await readCatalog(client);
    const rewritten = await watchRewrites(client);
    await then();
    return [...tableBreaks(older, await readCatalog(client)), ...(await rewritten())];
  });
}

async function breaksOf(definition: ServiceDefinition): Promise<string[]> {
  const url = await testDatabase(definition.name);
  const released = new Set((last.migrations[definition.name] ?? []).map(({ name }) => name));
  const migrations = definition.migrations.filter(({ name }) => released.has(name));
  return breaksSince(
    () => migrate({ definition: { ...definition, migrations }, url, log }),
    () => migrate({ definition, url, log }),
    url,
  );
}

describe('the migrations since the last release leave the version before at work', () => {
  const told: string[] = [];
  test.each(serviceNames)('%s', async (name) => {
    const breaks = (await breaksOf(await definitionOf(name))).map((each) => `${name}: ${each}`);
    told.push(...breaks);
    expect(breaks.filter((each) => !(each in allowedBreaks))).toEqual([]);
  });
  test('and nothing is allowed that nobody does', async () => {
    const now = await contentNow();
    const all = [
      ...told,
      ...schemaBreaks(last.schemas, now.schemas),
      ...eventBreaks(last.events, now.events),
      ...historyBreaks(last.migrations, now.migrations),
    ];
    expect(Object.keys(allowedBreaks).filter((each) => !all.includes(each))).toEqual([]);
  });
});

const before = `
  create type mood as enum ('GOOD', 'BAD');
  create table kept (id int primary key, name text, amount int not null default 0, mood mood);
  create table other (id int primary key);
  create function double(int) returns int language sql return $1 * 2;
  create view names as select name from kept;
  create function note() returns trigger language plpgsql as $$ begin return new; end $$;
`;

describe('planted in a migration, each is found', () => {
  const breaksBy = async (sql: string) => {
    const url = await testDatabase('compatibility');
    const run = (text: string) => () => withClient(url, async (client) => void (await client.query(text)));
    return breaksSince(run(before), run(sql), url);
  };
  test.each([
    ['drop table other', ['relation other is gone']],
    ['alter table other rename to another', ['relation other is gone']],
    ['alter table kept drop column amount', ['column kept.amount is gone']],
    ['alter table kept rename amount to sum', ['column kept.amount is gone']],
    ['drop view names', ['relation names is gone']],
    ['drop function double(int)', ['function double(integer) is gone']],
    ['alter type mood rename value $$BAD$$ to $$SAD$$', ['value mood.BAD is gone']],
    [
      'alter table kept alter column amount type bigint',
      ['column kept.amount is bigint and was integer', 'kept is written anew'],
    ],
    ['alter table kept alter column name set not null', ['column kept.name must not be null']],
    ['alter table kept alter column amount drop default', ['column kept.amount has lost its default']],
    [
      'alter table kept add column said text not null',
      ['column kept.said is new, required and without a default'],
    ],
    ['alter table kept add column at timestamptz default clock_timestamp()', ['kept is written anew']],
    ['alter table kept add constraint above check (amount > 0)', ['kept above on kept may refuse']],
    ['alter table kept add constraint above check (amount > 0) not valid', ['kept above on kept may refuse']],
    ['alter table kept add foreign key (amount) references other', ['on kept may refuse']],
    ['create unique index once on kept (name)', ['once on kept may refuse']],
    ['create index found on kept (name)', ['index found on kept is built while writes wait']],
    [
      'create trigger noted before insert on kept for each row execute function note()',
      ['trigger kept.noted is new on a table in use'],
    ],
  ])('%s', async (sql, words) => {
    expect(await breaksBy(sql.replaceAll('$$', "'"))).toEqual(
      words.map((each) => expect.stringContaining(each)),
    );
  });
  test('and what only adds is not', async () => {
    const more = `alter table kept add column said text, add column at timestamptz not null default now(), add column rank int check (rank > 0);
      create table new (id int primary key references kept, name text unique); create index on new (name);
      create unique index on kept (rank); alter type mood add value 'FAIR'; create view ids as select id from kept;`;
    expect(await breaksBy(more)).toEqual([]);
  });
});

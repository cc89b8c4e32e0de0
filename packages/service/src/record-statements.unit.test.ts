import { expect, test } from '@jest/globals';
import { shownStatement } from './record-statements.ts';

test.each([
  ['select * from member where id = $1 and seq > $12', 'select * from member where id = $1 and seq > $12'],
  [`select 1 from member where name = 'Nguyễn ''An'''`, 'select ? from member where name = ?'],
  [`insert into t values ('{"phone":"0912345678"}', 079300000001, 4.5)`, 'insert into t values (?, ?, ?)'],
  [`select '${'x'.repeat(9_000)}`, 'select ?'],
  ['select $body$ Bí mật $body$ as text', 'select ? as text'],
  ['select t1.id\n  from unit_copy2 t1', 'select t1.id from unit_copy2 t1'],
])('of the statement %s no literal is shown', (text, shown) => {
  expect(shownStatement(text)).toBe(shown);
});

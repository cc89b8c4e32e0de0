import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeClock } from '@dang/service/clock';
import { runJob } from '@dang/service/jobs';
import { makeLogger } from '@dang/service/logger';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { openStatements, type Statements } from '../../test/statement-stage.ts';
import { readStatementsJob } from './statement.job.ts';

const log = makeLogger({ service: 'fees', role: 'worker', level: 'silent' });
let stage: Statements;
/** The bank: by day, what it answers; nothing: an empty statement. */
const answers = new Map<string, object | 'AWAY'>();
let isAway = false;
let asked: string[] = [];
const bank = createServer((request, response) => {
  const day = request.url?.split('/').at(-1) ?? '';
  asked.push(day);
  const answer = isAway ? 'AWAY' : (answers.get(day) ?? {});
  if (answer === 'AWAY') return void response.writeHead(503).end();
  response.end(JSON.stringify({ id: `statement-${day}`, day, lines: [], ...answer }));
});
beforeAll(async () => {
  stage = await openStatements();
  await new Promise<void>((resolve) => bank.listen(0, '127.0.0.1', resolve));
});
beforeEach(async () => {
  await stage.clear();
  await stage.fees.em().execute('delete from bank_statement');
  answers.clear();
  isAway = false;
});
afterAll(async () => {
  bank.closeAllConnections();
  bank.close();
  await stage?.close();
});

async function night(today: string): Promise<string> {
  asked = [];
  const BANK_URL = `http://127.0.0.1:${(bank.address() as AddressInfo).port}`;
  const environment = { ...stage.fees.environment, BANK_URL };
  const run = runJob(readStatementsJob, {
    ...stage.fees,
    environment,
    clock: makeClock(today),
    log,
    service: 'fees',
  });
  return run.then(
    () => 'done',
    (error: Error) => error.message,
  );
}
async function readDays(): Promise<string[]> {
  const rows = await stage.fees
    .em()
    .execute<{ day: string }[]>('select day::text from bank_statement where complete order by day');
  return rows.map(({ day }) => day);
}
const line = (more: object) => ({
  reference: 'FT1',
  counterparty: 'NGUYEN VAN AN',
  amount: 9_000,
  bookedOn: '2026-07-05',
  content: '',
  ...more,
});

test('a bank that was away over a holiday is read for every day of it', async () => {
  expect(await night('2026-07-04')).toBe('done');
  expect(await readDays()).toEqual(['2026-07-01', '2026-07-02', '2026-07-03']);
  isAway = true;
  for (const today of ['2026-07-08', '2026-07-12']) {
    expect(await night(today)).toMatch(/^statements of the bank are not read: /);
    expect(asked).toHaveLength(3);
  }
  isAway = false;
  expect(await night('2026-07-13')).toBe('done');
  const all = Array.from({ length: 12 }, (_, at) => `2026-07-${String(at + 1).padStart(2, '0')}`);
  expect(await readDays()).toEqual(all);
  await night('2026-07-14');
  expect(asked).toEqual(['2026-07-13', '2026-07-12', '2026-07-11']);
});

test('one day that cannot be read keeps no other from it, and is read when the bank has put it right', async () => {
  answers.set('2026-07-03', { lines: [line({ amount: 9_000.5 })] });
  expect(await night('2026-07-05')).toBe('statements of the bank are not read: 2026-07-03');
  for (const today of ['2026-07-06', '2026-07-07', '2026-07-08']) await night(today);
  expect(await readDays()).toEqual(['2026-07-02', '2026-07-04', '2026-07-05', '2026-07-06', '2026-07-07']);
  answers.delete('2026-07-03');
  expect(await night('2026-07-09')).toBe('done');
  expect(await readDays()).toContain('2026-07-03');
});

test('clumsy words and lines that move nothing are no reason not to read the rest', async () => {
  const content = `Nộp\0 đảng phí ${'x'.repeat(600)}`;
  answers.set('2026-07-05', {
    lines: [line({ content }), line({ amount: 0 }), line({ counterparty: '\ud800' })],
  });
  expect(await night('2026-07-06')).toBe('done');
  const rows = await stage.fees
    .em()
    .execute<{ content: string }[]>('select content from bank_statement_line where line > 0 order by line');
  expect(rows.map((row) => row.content.slice(0, 13))).toEqual(['Nộp  đảng phí', '']);
});

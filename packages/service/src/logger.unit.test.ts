import { expect, test } from '@jest/globals';
import { makeLogger } from './logger.ts';

const personalId = '099123456789';
const token = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

function logged(write: (log: ReturnType<typeof makeLogger>) => void): string {
  let lines = '';
  write(makeLogger({ service: 'fees', role: 'api', level: 'info' }, { write: (line) => (lines += line) }));
  return lines;
}

test('a line says which service and role', () => {
  const line = JSON.parse(logged((log) => log.info({ n: 1 }, 'hello')));
  expect(line).toMatchObject({ service: 'fees', role: 'api', n: 1, msg: 'hello' });
});

test('personal data and tokens are hidden by name, at any depth that we log', () => {
  const written = logged((log) =>
    log.warn({
      phone: '0912345678',
      member: { personalId, cardNumber: personalId },
      request: { headers: { authorization: `Bearer ${token}` } },
      a: { b: { c: { refreshToken: 'r4w' } } },
    }),
  );
  expect(written).not.toMatch(/0912345678|099123456789|eyJ|r4w/);
  expect(written.match(/\[hidden\]/g)).toHaveLength(5);
});

test('they are hidden inside other texts too: a driver repeats the value that it could not take', () => {
  const cause = Object.assign(new Error(`Key (personal_id)=(${personalId}) already exists.`), {
    detail: personalId,
  });
  const error = new Error(`invalid input syntax for type uuid: "${personalId}"`, { cause });
  const written = logged((log) =>
    log.error({ err: error, reason: `phone 0912345678, token ${token}` }, 'failed'),
  );
  expect(written).not.toMatch(/0912345678|099123456789|eyJ/);
  expect(JSON.parse(written).err.message).toBe('invalid input syntax for type uuid: "[hidden]"');
});

test('ids, times and amounts stay readable', () => {
  const fine = {
    id: '00000000-0000-4000-8000-000000000001',
    at: '2026-07-06T02:00:00.000Z',
    amount: 116_532,
  };
  expect(JSON.parse(logged((log) => log.info(fine)))).toMatchObject(fine);
});

test('the row that a violated constraint quotes is left out, and the place in the code stays', () => {
  const error = new Error(
    'new row for relation "account" violates check constraint "account_check2"\n - detail: Failing row contains (Nguyễn Văn An, 1980-02-23,\n24814031).',
  );
  const line = JSON.parse(logged((log) => log.error({ err: error }, 'a request failed')));
  expect(line.err.message).toBe('new row for relation "account" violates check constraint "account_check2"');
  expect(line.err.stack).toContain('logger.unit.test.ts');
  expect(JSON.stringify(line)).not.toMatch(/Nguyễn|24814031/);
});

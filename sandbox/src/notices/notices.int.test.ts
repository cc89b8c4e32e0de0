import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningSandbox, startSandbox } from '../sandbox.ts';

const secret = 'a secret of the notices, of 32 characters!';
let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    client: { clientId: 'x', clientSecret: 'not used by these tests', redirectUris: ['http://127.0.0.1:9/'] },
    notices: { secret, mail: { port: 0 } },
  });
});
afterAll(() => sandbox?.close());

const arm = (faults: object) =>
  fetch(`${sandbox.url}/notices/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });
afterEach(() => arm({}));

const message = (id: string, more: object = {}) => ({
  id: `01980000-0000-7000-8000-0000000000${id}`,
  channel: 'SMS',
  to: '0912345678',
  title: 'Đảng phí tháng 7',
  text: 'Đảng phí tháng 7 là 42.000 đồng.',
  ...more,
});

async function send(
  body: { id: string },
  { at = Date.now(), by = secret, kind = 'sms', key = body.id } = {},
) {
  const text = JSON.stringify(body);
  const seconds = Math.floor(at / 1_000);
  const proof = createHmac('sha256', by).update(`${seconds}.${text}`).digest('hex');
  const answer = await fetch(`${sandbox.url}/notices/${kind}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      'x-dang-signature': `t=${seconds},v1=${proof}`,
    },
    body: text,
  });
  return answer.status;
}

describe('the provider of text messages', () => {
  test('takes what is signed now, once an id', async () => {
    expect(await send(message('01'))).toBe(200);
    expect(await send(message('01'))).toBe(200);
    expect(sandbox.messages.get(message('01').id)).toEqual({ ...message('01'), calls: 2 });
  });

  test('takes nothing that is not signed, not by us, or was overheard', async () => {
    expect(await send(message('02'), { by: 'another secret of more than 32 characters' })).toBe(401);
    expect(await send(message('02'), { at: Date.now() - 301_000 })).toBe(401);
    expect(await send(message('02'), { at: Date.now() + 302_000 })).toBe(401);
    expect(sandbox.messages.has(message('02').id)).toBe(false);
  });

  test.each([
    ['another number', { to: '12' }],
    ['no words', { text: '' }],
    ['words without end', { text: 'x'.repeat(5_001) }],
    ['more than is agreed', { memberId: 'x' }],
    ['push', { channel: 'PUSH' }],
  ])('takes no message with %s', async (_, more) => {
    expect(await send(message('03', more))).toBe(400);
  });

  test('takes no message without its key', async () => {
    expect(await send(message('04'), { key: 'another' })).toBe(400);
  });

  test.each([
    ['error500', 500],
    ['tooMany', 429],
    ['refuse', 400],
    ['gone', 410],
  ])('armed with %s answers %i, and has nothing', async (fault, status) => {
    await arm({ [fault]: 'next' });
    expect(await send(message('05'))).toBe(status);
    expect(sandbox.messages.has(message('05').id)).toBe(false);
  });
});

import { makeAuthority } from '@dang/documents/signing/authority';
import { type RunningSandbox, startSandbox } from '@dang/sandbox/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type NoticeMessage, Undeliverable } from './channel.port.ts';
import { gatewayChannel } from './gateway.channel.ts';

const secret = 'a secret of the notices, of 32 characters!';
let sandbox: RunningSandbox;
beforeAll(async () => {
  const authority = makeAuthority('CA', { from: new Date('2020-01-01'), to: new Date('2049-01-01') });
  sandbox = await startSandbox({
    port: 0,
    client: { clientId: 'x', clientSecret: 'not used by these tests', redirectUris: ['http://127.0.0.1:9/'] },
    notices: { secret, mail: { port: 0, authority } },
  });
});
const arm = (faults: object) =>
  fetch(`${sandbox.url}/notices/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });
afterEach(() => arm({}));
afterAll(() => sandbox?.close());

let made = 10;
const message = (to: string): NoticeMessage => ({
  deliveryId: `01980000-0000-7000-8000-0000000000${++made}`,
  recipientId: '01980000-0000-7000-8000-00000000a001',
  kind: 'ACCOUNT_REJECTED',
  title: 'Đăng ký tài khoản bị từ chối',
  body: 'Hồ sơ đăng ký 05.200 bị từ chối.',
  to,
});
const failureOf = (sending: Promise<void>) =>
  sending.then(
    () => null,
    (error: Error) => error,
  );

describe.each([
  ['SMS', 'sms', '0912345678'],
  ['PUSH', 'push', 'device-token-1'],
] as const)('the provider of %s', (channel, path, to) => {
  const at = (by = secret) => gatewayChannel(channel, `${sandbox.url}/notices/${path}`, by);

  test('knows our signature and takes a message once, however often it is told', async () => {
    const given = message(to);
    await at().send(given);
    await at().send(given);
    const { deliveryId: id, title, body: text } = given;
    expect(sandbox.messages.get(id)).toEqual({ id, channel, to, title, text, calls: 2 });
  });

  test.each([
    ['error500', false, false],
    ['tooMany', false, false],
    ['refuse', true, false],
    ['gone', true, true],
  ])('with %s: final %s, the address gone %s', async (fault, isFinal, addressGone) => {
    await arm({ [fault]: 'next' });
    const failure = await failureOf(at().send(message(to)));
    expect([failure === null, failure instanceof Undeliverable]).toEqual([false, isFinal]);
    if (failure instanceof Undeliverable) expect(failure.addressGone).toBe(addressGone);
  });

  test('does not take what is signed by another secret', async () => {
    const given = message(to);
    const failure = await failureOf(at('another secret of more than 32 characters').send(given));
    expect(failure?.message).toBe('the gateway answered 401');
    expect(failure).not.toBeInstanceOf(Undeliverable);
    expect(sandbox.messages.has(given.deliveryId)).toBe(false);
  });
});

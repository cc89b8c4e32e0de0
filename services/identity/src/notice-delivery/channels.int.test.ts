import { createServer, type IncomingHttpHeaders } from 'node:http';
import { openMailServer } from '@dang/sandbox/notices/mail-server';
import { makeLogger } from '@dang/service/logger';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type NoticeMessage, Undeliverable } from './channel.port.ts';
import { makeChannels } from './channels.ts';
import { emailChannel } from './email.channel.ts';
import { gatewayChannel, signatureOf } from './gateway.channel.ts';

const message: NoticeMessage = {
  deliveryId: '01980000-0000-7000-8000-0000000000d1',
  recipientId: '01980000-0000-7000-8000-00000000a001',
  kind: 'ACCOUNT_REJECTED',
  title: 'Đăng ký tài khoản bị từ chối',
  body: 'Hồ sơ đăng ký 05.200 bị từ chối.',
  to: 'ha@example.vn',
};
const failureOf = (sending: Promise<void>) =>
  sending.then(
    () => null,
    (error: Error) => error,
  );

describe('e-mail', () => {
  let server: Awaited<ReturnType<typeof openMailServer>>;
  beforeAll(async () => {
    server = await openMailServer();
  });
  afterAll(() => server.close());

  test('leaves as plain text, with the delivery’s id as its own', async () => {
    const channel = emailChannel({
      url: server.url,
      from: 'Dịch vụ <no-reply@dang.example>',
      needsTls: false,
    });
    await channel.send(message);
    channel.close?.();
    expect(server.mails).toHaveLength(1);
    const [mail] = server.mails;
    expect(mail?.to).toBe('ha@example.vn');
    expect(mail?.text).toContain(`Message-ID: <${message.deliveryId}@dang.example>`);
    expect(mail?.text).toMatch(/^Content-Type: text\/plain; charset=utf-8/m);
    expect(mail?.text).toMatch(/^Auto-Submitted: auto-generated/m);
  });

  test('says what is final and what may be tried again, and never the address', async () => {
    const channel = emailChannel({ url: server.url, from: 'no-reply@dang.example', needsTls: false });
    const final = await failureOf(channel.send({ ...message, to: 'nobody@example.vn' }));
    expect(final).toBeInstanceOf(Undeliverable);
    expect(final?.message).toBe('the mail server answered 550');
    const passing = await failureOf(channel.send({ ...message, to: 'later@example.vn' }));
    expect(passing).not.toBeInstanceOf(Undeliverable);
    expect(passing?.message).not.toContain('example.vn');
    channel.close?.();
    const away = emailChannel({ url: 'smtp://127.0.0.1:1', from: 'no-reply@dang.example', needsTls: false });
    expect(await failureOf(away.send(message))).not.toBeInstanceOf(Undeliverable);
    away.close?.();
  });

  test('an address cannot smuggle in another recipient or header', async () => {
    const channel = emailChannel({ url: server.url, from: 'no-reply@dang.example', needsTls: false });
    const before = server.mails.length;
    await failureOf(channel.send({ ...message, to: 'a@example.vn\r\nBcc: b@example.vn, c@example.vn' }));
    channel.close?.();
    const arrived = server.mails.slice(before);
    expect(arrived.length).toBeLessThan(2);
    for (const { to, text } of arrived) {
      expect(to).not.toMatch(/[\r\n]/);
      expect(text).not.toMatch(/^Bcc:/m);
    }
  });
});

describe('the HTTP gateway', () => {
  const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
  let status = 200;
  const server = createServer((incoming, answer) => {
    let body = '';
    incoming.on('data', (chunk) => {
      body += chunk;
    });
    incoming.on('end', () => {
      heard.push({ headers: incoming.headers, body });
      answer.writeHead(status).end('x'.repeat(200_000));
    });
  });
  let url = '';
  const secret = 'a-secret-of-more-than-thirty-two-characters';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as { port: number }).port}/send`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    heard.length = 0;
    status = 200;
  });

  test('gets one signed POST a notice, with the delivery’s id as its key', async () => {
    await gatewayChannel('SMS', url, secret).send({ ...message, to: '0912345678' });
    const [request] = heard;
    expect(JSON.parse(request?.body ?? '')).toEqual({
      id: message.deliveryId,
      channel: 'SMS',
      to: '0912345678',
      title: message.title,
      text: message.body,
    });
    expect(request?.headers['idempotency-key']).toBe(message.deliveryId);
    const [, seconds] = /^t=(\d+),v1=[0-9a-f]{64}$/.exec(`${request?.headers['x-dang-signature']}`) ?? [];
    expect(Math.abs(Number(seconds) - Date.now() / 1000)).toBeLessThan(60);
    expect(request?.headers['x-dang-signature']).toBe(
      signatureOf(secret, request?.body ?? '', Number(seconds)),
    );
    expect(signatureOf('another', request?.body ?? '', Number(seconds))).not.toBe(
      request?.headers['x-dang-signature'],
    );
  });

  test.each([
    [400, 'final', false],
    [410, 'final', true],
    [408, 'again', false],
    [429, 'again', false],
    [500, 'again', false],
    [302, 'again', false],
  ])('answering %i means %s', async (code, meaning, addressGone) => {
    status = code;
    const failure = await failureOf(gatewayChannel('PUSH', url, secret).send(message));
    expect(failure instanceof Undeliverable ? 'final' : 'again').toBe(meaning);
    if (failure instanceof Undeliverable) expect(failure.addressGone).toBe(addressGone);
    expect(failure?.message).toBe(`the gateway answered ${code}`);
  });

  test('that is away may be tried again', async () => {
    const failure = await failureOf(gatewayChannel('SMS', 'http://127.0.0.1:1/', secret).send(message));
    expect(failure).not.toBeInstanceOf(Undeliverable);
    expect(failure).not.toBeNull();
  });
});

describe('the configuration', () => {
  const base = { NODE_ENV: 'production', NOTICE_EMAIL_FROM: 'no-reply@dang.example' } as const;
  const log = makeLogger({ service: 'identity', role: 'worker', level: 'silent' });

  test('falls back to the log, which says neither address nor words', async () => {
    const lines: object[] = [];
    const heard = Object.assign(Object.create(log), { info: (...line: object[]) => lines.push(line) });
    const channels = makeChannels(base, heard);
    for (const channel of Object.values(channels)) await channel.send(message);
    expect(Object.values(channels).map(({ name }) => name)).toEqual(['console', 'console', 'console']);
    expect(lines).toHaveLength(3);
    const said = { kind: 'ACCOUNT_REJECTED', recipientId: message.recipientId };
    expect(lines[0]).toEqual([{ channel: 'EMAIL', ...said }, 'a notice would have been sent']);
    expect(JSON.stringify(lines)).not.toMatch(/example\.vn|Hồ sơ|Đăng ký/);
  });

  test('names a gateway by its address and secret, and neither says nothing of the other', () => {
    const secret = 'a-secret-of-more-than-thirty-two-characters';
    const push = { NOTICE_PUSH_URL: 'https://push.example', NOTICE_PUSH_SECRET: secret };
    const { EMAIL, SMS, PUSH } = makeChannels({ ...base, ...push }, log);
    expect([EMAIL.name, SMS.name, PUSH.name]).toEqual(['console', 'console', 'http']);
  });
});

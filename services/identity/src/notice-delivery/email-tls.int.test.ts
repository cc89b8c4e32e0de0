import { makeAuthority } from '@dang/documents/signing/authority';
import { type MailServerOptions, openMailServer } from '@dang/sandbox/notices/mail-server';
import { parseEnvironment } from '@dang/service/environment';
import { makeLogger } from '@dang/service/logger';
import { afterEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { identityVariables } from '../environment.ts';
import { type NoticeMessage, Undeliverable } from './channel.port.ts';
import { makeChannels } from './channels.ts';
import { emailChannel } from './email.channel.ts';

const authority = (name: string, day = Date.now()) =>
  makeAuthority(name, { from: new Date(day - 86_400_000), to: new Date(day + 86_400_000) });
const trusted = authority('CA of the mail');
const ca = trusted.certificate;
const PASSWORD = 'mail-password';

const message: NoticeMessage = {
  deliveryId: '01980000-0000-7000-8000-0000000000d1',
  recipientId: '01980000-0000-7000-8000-00000000a001',
  kind: 'ACCOUNT_REJECTED',
  title: 'Đăng ký tài khoản bị từ chối',
  body: 'Hồ sơ đăng ký 05.200 bị từ chối.',
  to: 'ha@example.vn',
};

type Server = Awaited<ReturnType<typeof openMailServer>>;
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** Sends to such a server with a password, as production does; answers the server and what became of it. */
async function sendTo(
  options: MailServerOptions,
  given: { ca?: string; password?: string; path?: string } = {},
) {
  const server: Server = await openMailServer(options);
  const { password = PASSWORD, path = '' } = given;
  const url = `${server.url.replace('smtp://', `smtp://dang:${password}@`)}${path}`;
  const channel = emailChannel({ url, from: 'no-reply@dang.example', needsTls: true, ca: given.ca });
  open.push(server, { close: () => channel.close?.() });
  const failure = await channel.send(message).then(
    () => null,
    (error: Error) => error,
  );
  const overheard = server.overheard.join('\n');
  const said =
    overheard.includes('AUTH') || overheard.includes('RCPT') || overheard.includes('ha@example.vn');
  return { server, failure, said };
}

describe('mail in production', () => {
  test('leaves encrypted, to a server that has proved who it is, password and all', async () => {
    const { server, failure, said } = await sendTo({ authority: trusted, password: PASSWORD }, { ca });
    expect([failure, said]).toEqual([null, false]);
    expect(server.mails).toMatchObject([{ to: 'ha@example.vn', secure: true }]);
  });

  test.each<[string, MailServerOptions, { ca?: string }]>([
    ['that offers no TLS', {}, { ca }],
    ['whose certificate is by somebody else', { authority: authority('another CA') }, { ca }],
    ['that nobody vouches for', { authority: trusted }, {}],
    ['whose certificate is for another name', { authority: trusted, certifiedHost: 'mail.example' }, { ca }],
  ])('gives a server %s neither password nor message, and waits', async (_, options, given) => {
    const { server, failure, said } = await sendTo(options, given);
    expect(failure).not.toBeNull();
    expect(failure).not.toBeInstanceOf(Undeliverable);
    expect([server.mails, said]).toEqual([[], false]);
  });

  test('waits when its password is wrong: that is ours to repair', async () => {
    const { failure } = await sendTo({ authority: trusted, password: 'another' }, { ca });
    expect(failure).not.toBeInstanceOf(Undeliverable);
    expect(failure?.message).toBe('the mail server did not take it: EAUTH');
  });
});

describe('the configuration', () => {
  const shape = z.object({
    NOTICE_EMAIL_URL: identityVariables.NOTICE_EMAIL_URL,
    NOTICE_EMAIL_CA: identityVariables.NOTICE_EMAIL_CA,
  });
  const faultsOf = (given: Record<string, string>) => parseEnvironment(shape, given).faults ?? [];

  test('switches TLS off by no parameter, and trusts only what is a certificate', () => {
    expect(faultsOf({ NOTICE_EMAIL_URL: 'smtp://mail.example:587?requireTLS=false' })).toEqual([
      'NOTICE_EMAIL_URL: must have no parameters',
    ]);
    expect(faultsOf({ NOTICE_EMAIL_CA: 'trust everybody' })).toHaveLength(1);
    const encoded = Buffer.from(ca).toString('base64');
    expect(parseEnvironment(shape, { NOTICE_EMAIL_CA: encoded }).values).toEqual({ NOTICE_EMAIL_CA: ca });
  });

  test.each([
    ['production', '127.0.0.1', true],
    ['development', '127.0.0.2', true],
    ['development', '127.0.0.1', false],
  ] as const)('of %s with a server at %s needs TLS: %s', async (NODE_ENV, host, needsTls) => {
    const server = await openMailServer({ host });
    const log = makeLogger({ service: 'identity', role: 'worker', level: 'silent' });
    const given = { NOTICE_EMAIL_URL: server.url, NOTICE_EMAIL_FROM: 'no-reply@dang.example' };
    const { EMAIL } = makeChannels({ NODE_ENV, ...given }, log);
    open.push(server, { close: () => EMAIL.close?.() });
    const isSent = await EMAIL.send(message).then(
      () => true,
      () => false,
    );
    expect([isSent, server.mails.length]).toEqual([!needsTls, needsTls ? 0 : 1]);
  });
});

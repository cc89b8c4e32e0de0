import { glob, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { s3Storage } from '@dang/documents/files/s3-storage';
import { providerOf } from '@dang/documents/signing/remote-provider';
import { httpBank } from '@dang/fees/bank/http-bank';
import { httpPlatform } from '@dang/fees/payment-platform/http-platform';
import { readSignatureScheme, type SignatureScheme } from '@dang/fees/payment-platform/signature-scheme';
import { emailChannel } from '@dang/identity/notice-delivery/email.channel';
import { gatewayChannel } from '@dang/identity/notice-delivery/gateway.channel';
import { httpRegistry } from '@dang/identity/registry/http-registry';
import { tradeCode } from '@dang/identity/session/vneid';
import { httpPortal } from '@dang/orgtree/portal/http-portal';
import { type OutsideSystem, showOutsideCalls } from '@dang/telemetry/outside-call';
import { httpDocumentSystem } from '@dang/transfers/document-system/http-document-system';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Registry } from 'prom-client';

const root = join(import.meta.dirname, '../..');
const secret = 'a secret of more than thirty-two characters';
const day = '2026-07-06';

let url = '';
let mailUrl = '';
/** Everything is answered with a fault but where VNeID says what it is. */
const web = createServer((request, response) => {
  request.resume();
  if (!request.url?.endsWith('/.well-known/openid-configuration')) return void response.writeHead(500).end();
  const issuer = `${url}/vneid`;
  const ends = { authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ issuer, ...ends, jwks_uri: `${issuer}/jwks` }));
});
const mail = createTcpServer((socket) => {
  socket.on('error', () => {});
  socket.end('421 not now\r\n');
});
beforeAll(async () => {
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  mailUrl = `smtp://127.0.0.1:${(mail.address() as AddressInfo).port}`;
});
afterAll(() => {
  web.closeAllConnections();
  web.close();
  mail.close();
});

/** An adapter, and how each of its functions is called; null: it asks nobody. */
type Adapter = { adapter: object; calls: Record<string, (() => unknown) | null> };
const made = <T extends object>(
  adapter: T,
  calls: { [Name in keyof T]-?: (() => unknown) | null },
): Adapter => ({
  adapter,
  calls,
});

const channelOf = (channel: ReturnType<typeof gatewayChannel>): Adapter => {
  const to = {
    deliveryId: 'd1',
    recipientId: 'm1',
    kind: 'ACCOUNT_REJECTED',
    title: 't',
    body: 'b',
  } as const;
  return {
    adapter: channel,
    calls: { send: () => channel.send({ ...to, to: 'ha@example.vn' }), close: null },
  };
};

/** Every system outside, with every function of its adapter. */
const systems: Readonly<Record<OutsideSystem, () => Adapter>> = {
  vneid: () => {
    const environment = {
      VNEID_ISSUER: `${url}/vneid`,
      VNEID_CLIENT_ID: 'x',
      VNEID_CLIENT_SECRET: secret,
      VNEID_REDIRECT_URIS: ['http://127.0.0.1:9/'],
      VNEID_ALGORITHMS: ['EdDSA'],
      VNEID_CLAIMS: {},
      VNEID_TIMEOUT_SECONDS: 2,
    } as unknown as Parameters<typeof tradeCode>[0];
    const input = { code: 'c', codeVerifier: 'v', redirectUri: 'http://127.0.0.1:9/', nonce: 'n' };
    return made({ tradeCode }, { tradeCode: () => tradeCode(environment, input) });
  },
  registry: () => {
    const registry = httpRegistry({ url, secret, timeoutMs: 2_000 });
    return made(registry, {
      search: () => registry.search({ cardNumber: '099185000003' }),
      changesSince: () => registry.changesSince(0, 5),
    });
  },
  payments: () => {
    const scheme = readSignatureScheme(`hmac:${Buffer.alloc(32, 9).toString('base64')}`) as SignatureScheme;
    const platform = httpPlatform({ name: 'national', url, scheme, timeoutMs: 2_000 });
    const expiresAt = new Date(day);
    const order = { number: 'G22', total: 1n, content: '', beneficiary: '', returnUrl: url, expiresAt };
    return made(platform, {
      name: null,
      openCheckout: () => platform.openCheckout(order),
      query: () => platform.query('G22'),
      refund: () =>
        platform.refund({ refundId: 'r', number: 'G22', providerRef: 'p', amount: 1n, reason: '' }),
      receiptUrl: null,
      readCallback: null,
    });
  },
  bank: () => {
    const bank = httpBank({ url, secret, timeoutMs: 2_000 });
    const order = { payoutId: 'p', account: '1', bankCode: 'VCB', holder: 'h', amount: 1n, content: '' };
    return made(bank, {
      instruct: () => bank.instruct(order),
      statusOf: () => bank.statusOf('p'),
      statement: () => bank.statement(day),
    });
  },
  signing: () => {
    const provider = providerOf({
      ...{ SIGNING_URL: url, SIGNING_SECRET: secret, SIGNING_TIMEOUT_SECONDS: 2, SIGNING_ROOTS: [] },
    } as unknown as Parameters<typeof providerOf>[0]);
    const request = { reference: 'r', digest: Buffer.alloc(32), what: 'Phiếu' };
    return made(provider, { sign: () => provider.sign(request), revocations: () => provider.revocations() });
  },
  storage: () => {
    const place = { bucket: 'dang', prefix: '', region: 'vn', accessKey: 'key', secretKey: 'secret' };
    const storage = s3Storage({ ...place, endpoint: url });
    return made(storage, {
      put: () => storage.put('aa/one', Buffer.alloc(1)),
      get: () => storage.get('aa/one'),
      remove: () => storage.remove('aa/one'),
      async list() {
        for await (const _ of storage.list(new Date()));
      },
    });
  },
  email: () => channelOf(emailChannel({ url: mailUrl, from: 'no-reply@dang.example', needsTls: false })),
  sms: () => channelOf(gatewayChannel('SMS', url, secret)),
  push: () => channelOf(gatewayChannel('PUSH', url, secret)),
  portal: () => {
    const portal = httpPortal({ url, secret, timeoutMs: 2_000 });
    const dates = { receivedOn: day, dueOn: null, finishedOn: null };
    const agency = { agencyCode: '05.200', agencyName: 'Đảng bộ' };
    const dossier = { number: 'G22', sequence: 1, procedureCode: '2.002768', channel: 'ONLINE', ...agency };
    return made(portal, { tell: () => portal.tell({ ...dossier, ...dates, state: 'REGISTERED' }) });
  },
  documents: () => {
    const system = httpDocumentSystem({ url, secret, timeoutMs: 2_000 });
    const correspondent = { code: 'A32', name: 'n' };
    const letter = {
      id: 'l',
      number: '1/2026',
      issuedOn: day,
      sender: correspondent,
      receiver: correspondent,
    };
    const file = { name: 'f', sha256: '', bytes: Buffer.alloc(1) };
    return made(system, {
      handOver: () => system.handOver({ ...letter, file }),
      receipts: () => system.receipts(['l']),
      held: () => system.held(['l']),
    });
  },
};

/** How many calls of each system ended so far, however they ended, as `/metrics` shows them. */
async function countedBySystem(): Promise<Map<string, number>> {
  const registry = new Registry();
  showOutsideCalls(registry);
  const counted = new Map<string, number>();
  for (const line of (await registry.metrics()).split('\n')) {
    const [, labels = '', value] = /^outside_call_seconds_count\{(.*)\} (\d+)$/.exec(line) ?? [];
    const system = /system="(\w+)"/.exec(labels)?.[1];
    const outcome = /outcome="(\w+)"/.exec(labels)?.[1];
    if (system) counted.set(`${system} ${outcome}`, Number(value));
  }
  return counted;
}

async function countedBy(call: () => unknown): Promise<Record<string, number>> {
  const before = await countedBySystem();
  await Promise.resolve(call()).catch(() => {});
  const more = [...(await countedBySystem())].map(([name, count]): [string, number] => [
    name,
    count - (before.get(name) ?? 0),
  ]);
  return Object.fromEntries(more.filter(([, count]) => count > 0));
}

/** The functions of an adapter, those of its class too. */
const functionsOf = (adapter: object): string[] =>
  [
    ...new Set([...Object.keys(adapter), ...Object.getOwnPropertyNames(Object.getPrototypeOf(adapter))]),
  ].filter(
    (name) =>
      name !== 'constructor' &&
      !(name in Object.prototype) &&
      typeof (adapter as Record<string, unknown>)[name] === 'function',
  );

test.each(Object.entries(systems))('each call to %s is counted as its own, once', async (system, make) => {
  const { adapter, calls } = make();
  expect(functionsOf(adapter).filter((name) => !(name in calls))).toEqual([]);
  for (const [name, call] of Object.entries(calls)) {
    if (call === null) continue;
    // VNeID is asked who it is first, and answers that
    const own = system === 'vneid' ? { 'vneid ok': 1, 'vneid failed': 1 } : { [`${system} failed`]: 1 };
    expect({ name, counted: await countedBy(call) }).toEqual({ name, counted: own });
  }
});

test('nothing of ours speaks to anybody outside but through an adapter that counts', async () => {
  const speaks = /from '(undici|nodemailer|openid-client)'|import\('@aws-sdk|\bfetch\(|\bhttps?\.request\(/;
  const silent: string[] = [];
  let speakers = 0;
  for await (const file of glob('{packages,services}/*/src/**/*.ts', { cwd: root })) {
    if (/\.test\.ts$|\/testing-[\w-]+\.ts$|\/stand-in-[\w-]+\.ts$/.test(file)) continue;
    const text = await readFile(join(root, file), 'utf8');
    if (!speaks.test(text)) continue;
    speakers += 1;
    if (!/\bmeasured(<[^>]*>)?\(/.test(text)) silent.push(file);
  }
  expect(silent).toEqual([]);
  expect(speakers).toBeGreaterThanOrEqual(8);
});

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
import type { OutsideSystem } from '@dang/telemetry/outside-call';
import { httpDocumentSystem } from '@dang/transfers/document-system/http-document-system';

const secret = 'a secret of more than thirty-two characters';
const day = '2026-07-06';

/** An adapter, and how each of its functions is called; null: it asks nobody. */
export type Adapter = { adapter: object; calls: Record<string, (() => unknown) | null> };
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

/** Where the systems are, over HTTP and for mail, and how long they are waited for, where that can be said. */
type Place = { url: string; mailUrl: string; timeoutMs: number };

/** Every system outside, with every function of its adapter. */
export const outsideSystems = ({
  url,
  mailUrl,
  timeoutMs,
}: Place): Readonly<Record<OutsideSystem, () => Adapter>> => ({
  vneid: () => {
    const environment = {
      VNEID_ISSUER: `${url}/vneid`,
      VNEID_CLIENT_ID: 'x',
      VNEID_CLIENT_SECRET: secret,
      VNEID_REDIRECT_URIS: ['http://127.0.0.1:9/'],
      VNEID_ALGORITHMS: ['EdDSA'],
      VNEID_CLAIMS: {},
      VNEID_TIMEOUT_SECONDS: timeoutMs / 1_000,
    } as unknown as Parameters<typeof tradeCode>[0];
    const input = { code: 'c', codeVerifier: 'v', redirectUri: 'http://127.0.0.1:9/', nonce: 'n' };
    return made({ tradeCode }, { tradeCode: () => tradeCode(environment, input) });
  },
  registry: () => {
    const registry = httpRegistry({ url, secret, timeoutMs });
    return made(registry, {
      search: () => registry.search({ cardNumber: '099185000003' }),
      changesSince: () => registry.changesSince(0, 5),
    });
  },
  payments: () => {
    const scheme = readSignatureScheme(`hmac:${Buffer.alloc(32, 9).toString('base64')}`) as SignatureScheme;
    const platform = httpPlatform({ name: 'national', url, scheme, timeoutMs });
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
    const bank = httpBank({ url, secret, timeoutMs });
    const order = { payoutId: 'p', account: '1', bankCode: 'VCB', holder: 'h', amount: 1n, content: '' };
    return made(bank, {
      instruct: () => bank.instruct(order),
      statusOf: () => bank.statusOf('p'),
      statement: () => bank.statement(day),
    });
  },
  signing: () => {
    const provider = providerOf({
      ...{
        SIGNING_URL: url,
        SIGNING_SECRET: secret,
        SIGNING_TIMEOUT_SECONDS: timeoutMs / 1_000,
        SIGNING_ROOTS: [],
      },
    } as unknown as Parameters<typeof providerOf>[0]);
    const request = { reference: 'r', digest: Buffer.alloc(32), what: 'Phiếu' };
    return made(provider, { sign: () => provider.sign(request), revocations: () => provider.revocations() });
  },
  storage: () => {
    const place = { bucket: 'dang', prefix: '', region: 'vn', accessKey: 'key', secretKey: 'secret' };
    const storage = s3Storage({ ...place, endpoint: url, answerMs: timeoutMs / 2 });
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
    const portal = httpPortal({ url, secret, timeoutMs });
    const dates = { receivedOn: day, dueOn: null, finishedOn: null };
    const agency = { agencyCode: '05.200', agencyName: 'Đảng bộ' };
    const dossier = { number: 'G22', sequence: 1, procedureCode: '2.002768', channel: 'ONLINE', ...agency };
    return made(portal, { tell: () => portal.tell({ ...dossier, ...dates, state: 'REGISTERED' }) });
  },
  documents: () => {
    const system = httpDocumentSystem({ url, secret, timeoutMs });
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
});

import { generateKeyPairSync } from 'node:crypto';
import { type RunningSandbox, startSandbox } from '@dang/sandbox/sandbox';
import { outsideOfFees, paymentSecret } from './outside.ts';

type Scheme = 'HMAC' | 'RSA';

/** What both sides sign with: one secret, or a pair of keys each. */
function keysOf(scheme: Scheme): { ours: string; theirs: string } {
  if (scheme === 'HMAC') return { ours: `hmac:${paymentSecret}`, theirs: `hmac:${paymentSecret}` };
  const pair = () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    return {
      secret: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      open: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    };
  };
  const [we, they] = [pair(), pair()];
  return { ours: `rsa:${we.secret}:${they.open}`, theirs: `rsa:${they.secret}:${we.open}` };
}

/** What a payer that is a program does at the stand-in. */
type Paying = {
  numbers: string[];
  method?: string;
  result?: 'PAID' | 'FAILED';
  paidAt?: string;
  again?: boolean;
};

/**
 * The stand-in of the payment platform and the bank for one test file, on the day of the tests' clock, and the variables by
 * which fees finds it. `callbackUrl` is where it tells what has been paid.
 */
export async function openPlatform({
  scheme = 'HMAC',
  callbackUrl = 'http://127.0.0.1:9/callbacks/payments/national',
}: {
  scheme?: Scheme;
  callbackUrl?: string;
} = {}) {
  const keys = keysOf(scheme);
  const bankSecret = outsideOfFees.BANK_SECRET as string;
  const sandbox: RunningSandbox = await startSandbox({
    port: 0,
    client: {
      clientId: 'fees',
      clientSecret: 'not used by these tests',
      redirectUris: ['http://127.0.0.1:9/'],
    },
    payments: { key: keys.theirs, callbackUrl, bankSecret, clockStart: '2026-07-06', retryMs: 50 },
  });
  const send = async (method: 'POST' | 'PUT', path: string, body: object) => {
    const answer = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  };
  return {
    ...sandbox,
    environment: {
      ...outsideOfFees,
      PAYMENT_URL: `${sandbox.url}/payments`,
      PAYMENT_KEY: keys.ours,
      BANK_URL: `${sandbox.url}/bank`,
    } as Record<string, string>,
    /** Pays, or fails to; answers the payments and how we answered the callback. */
    pay: (paying: Paying) => send('POST', '/payments/pay', paying),
    /** Tells what was kept back. */
    tellLate: () => send('POST', '/payments/late', {}),
    arm: (faults: Record<string, string>) => send('PUT', '/payments/faults', faults),
    armBank: (faults: Record<string, string>) => send('PUT', '/bank/faults', faults),
    deposit: (movement: object) => send('POST', '/bank/deposits', movement),
  };
}

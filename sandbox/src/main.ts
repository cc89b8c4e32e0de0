import { readAuthority } from '@dang/documents/signing/authority';
import { collectAtRest } from '@dang/service/collect-at-rest';
import { readEnvironment } from '@dang/service/environment';
import { z } from 'zod';
import { type PaymentsOptions, type SandboxOptions, startSandbox } from './sandbox.ts';
import type { SigningOptions } from './signing/routes.ts';

const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const environment = readEnvironment(
  z.object({
    HOST: z.string().default('127.0.0.1'),
    PORT_SANDBOX: z.coerce.number().int().min(0).max(65_535).default(4010),
    SANDBOX_URL: z.url().optional(),
    VNEID_CLIENT_ID: z.string().min(1).default('dang-procedures'),
    VNEID_CLIENT_SECRET: z.string().min(16),
    VNEID_REDIRECT_URIS: z.string().transform(list).pipe(z.array(z.url()).min(1)),
    VNEID_PEOPLE_FILE: z.string().optional(),
    REGISTRY_SECRET: z.string().min(16).optional(),
    REGISTRY_MEMBERS_FILE: z.string().optional(),
    PAYMENT_KEY: z.string().optional(),
    BANK_SECRET: z.string().min(32).optional(),
    PAYMENT_PROVIDER: z.string().default('national'),
    DOORS_URL: z.url().optional(),
    SIGNING_SECRET: z.string().min(32).optional(),
    SIGNING_AUTHORITY: z.base64().optional(),
    SIGNING_FILE: z.string().optional(),
    PORTAL_SECRET: z.string().min(32).optional(),
    DOCUMENTS_SECRET: z.string().min(32).optional(),
    NOTICE_SMS_SECRET: z.string().min(32).optional(),
    PORT_SANDBOX_MAIL: z.coerce.number().int().min(0).max(65_535).default(4016),
    CLOCK_START: z.iso.date().optional(),
  }),
);

function paymentsOf(): PaymentsOptions | undefined {
  const {
    PAYMENT_KEY: key,
    BANK_SECRET: bankSecret,
    DOORS_URL: doors,
    CLOCK_START: clockStart,
  } = environment;
  if (!key || !bankSecret || !doors) return undefined;
  const callbackUrl = `${doors}/callbacks/payments/${environment.PAYMENT_PROVIDER}`;
  return { key, bankSecret, callbackUrl, ...(clockStart && { clockStart }) };
}

function signingOf(): SigningOptions | undefined {
  const { SIGNING_SECRET: secret, SIGNING_AUTHORITY: authority, SIGNING_FILE: file } = environment;
  if (!secret || !authority) return undefined;
  return { secret, authority, file, clockStart: environment.CLOCK_START };
}

/** Mail is taken with TLS where there is an issuer of certificates: the one of the signing service. */
function noticesOf(): SandboxOptions['notices'] {
  const {
    NOTICE_SMS_SECRET: secret,
    SIGNING_AUTHORITY: authority,
    HOST: host,
    PORT_SANDBOX_MAIL: port,
  } = environment;
  if (!secret) return undefined;
  return { secret, mail: { host, port, ...(authority && { authority: readAuthority(authority) }) } };
}

const payments = paymentsOf();
const notices = noticesOf();
const signing = signingOf();
const sandbox = await startSandbox({
  host: environment.HOST,
  port: environment.PORT_SANDBOX,
  ...(environment.SANDBOX_URL ? { publicUrl: environment.SANDBOX_URL } : {}),
  client: {
    clientId: environment.VNEID_CLIENT_ID,
    clientSecret: environment.VNEID_CLIENT_SECRET,
    redirectUris: environment.VNEID_REDIRECT_URIS,
  },
  ...(environment.VNEID_PEOPLE_FILE ? { peopleFile: environment.VNEID_PEOPLE_FILE } : {}),
  ...(environment.REGISTRY_SECRET ? { registrySecret: environment.REGISTRY_SECRET } : {}),
  ...(payments ? { payments } : {}),
  ...(signing ? { signing } : {}),
  ...(notices ? { notices } : {}),
  ...(environment.DOCUMENTS_SECRET ? { documentsSecret: environment.DOCUMENTS_SECRET } : {}),
  ...(environment.PORTAL_SECRET ? { portalSecret: environment.PORTAL_SECRET } : {}),
  ...(environment.REGISTRY_MEMBERS_FILE ? { registryFile: environment.REGISTRY_MEMBERS_FILE } : {}),
});

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await sandbox.close();
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
process.on('disconnect', () => void stop());
process.on('message', (message: unknown) => {
  if ((message as { type?: string } | null)?.type === 'shutdown') void stop();
});
collectAtRest();
process.send?.({ type: 'ready', name: 'sandbox', url: sandbox.url });

import { makeClock } from '@dang/service/clock';
import Fastify, { type FastifyInstance } from 'fastify';
import { ArmedFaults } from './armed-faults.ts';
import { CentralAccount } from './bank/central-account.ts';
import { registerBank } from './bank/routes.ts';
import { type KeptDocument, registerDocuments } from './documents/routes.ts';
import { type MailServerOptions, openMailServer } from './notices/mail-server.ts';
import { registerNotices, type TakenMessage } from './notices/routes.ts';
import { Callbacks } from './payments/callbacks.ts';
import { Payer, type PaymentFaults, paymentFaults } from './payments/payer.ts';
import { PaymentBook } from './payments/payment-book.ts';
import { readPaymentKey } from './payments/payment-key.ts';
import { registerPayments } from './payments/routes.ts';
import { type KnownDossier, registerPortal } from './portal/routes.ts';
import { MemberDatabase } from './registry/member-database.ts';
import { registerRegistry } from './registry/routes.ts';
import { registerSigning, type SigningOptions } from './signing/routes.ts';
import { FaultSwitches } from './vneid/faults.ts';
import { People } from './vneid/people.ts';
import type { Person } from './vneid/person.ts';
import { type ClientRegistration, makeProvider } from './vneid/provider.ts';
import { registerVneid } from './vneid/routes.ts';

export type SandboxOptions = {
  host?: string;
  /** 0 takes any free port. */
  port: number;
  /** Address under which others reach it, where that is not host and port. */
  publicUrl?: string;
  client: ClientRegistration;
  peopleFile?: string;
  people?: readonly Person[];
  /** What the member database is asked with; without it the stand-in of VNeID stands alone. */
  registrySecret?: string;
  registryFile?: string;
  /** The payment platform and the bank of the central account; without them the other stand-ins stand alone. */
  payments?: PaymentsOptions;
  /** What the national portal is told with; without it there is none. */
  portalSecret?: string;
  /** What the provincial document system is asked with; without it there is none. */
  documentsSecret?: string;
  /** The providers of text messages and push, and the mail server; without it there are none. */
  notices?: { secret: string; mail: MailServerOptions };
  /** The remote signing service; without it the other stand-ins stand alone. */
  signing?: SigningOptions;
};

export type PaymentsOptions = {
  /** As `PAYMENT_KEY` says it. */
  key: string;
  /** Where the system hears what has been paid. */
  callbackUrl: string;
  bankSecret: string;
  /** The business day that stands still, so that payments are of that day. */
  clockStart?: string;
  /** The first pause before a callback is tried again. */
  retryMs?: number;
};

export type RunningSandbox = {
  url: string;
  issuer: string;
  people: People;
  faults: FaultSwitches;
  members: MemberDatabase;
  /** Of the payment platform. */
  paymentFaults: PaymentFaults;
  account: CentralAccount;
  /** What the national portal knows, by number of the dossier. */
  portal: ReadonlyMap<string, KnownDossier>;
  /** What the providers of text messages and push took, by id. */
  messages: ReadonlyMap<string, TakenMessage>;
  /** What the document system keeps, by id. */
  documents: ReadonlyMap<string, KeptDocument>;
  close(): Promise<void>;
};

/** Starts the stand-ins for outside systems in this process; ready when the promise resolves. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const app = Fastify({ forceCloseConnections: true, bodyLimit: 65_536 });
  const host = options.host ?? '127.0.0.1';
  const people = People.fromFile(options.peopleFile);
  for (const person of options.people ?? []) people.add(person);
  const faults = new FaultSwitches();

  // The issuer contains the port, so a free one is chosen before anything else is made.
  const url = options.publicUrl ?? `http://${host}:${options.port || (await freePort(host))}`;
  const issuer = `${url}/vneid`;
  const provider = await makeProvider(issuer, options.client, people, faults);
  registerVneid(app, { provider, people, faults, path: '/vneid' });
  const members = MemberDatabase.fromFile(options.registryFile);
  const { registrySecret } = options;
  if (registrySecret) registerRegistry(app, { members, secret: registrySecret, path: '/registry' });
  const account = new CentralAccount(makeClock(options.payments?.clockStart));
  const switches = new ArmedFaults(paymentFaults);
  const callbacks = options.payments && openPayments(app, url, options.payments, account, switches);
  if (options.signing) registerSigning(app, options.signing, '/signing');
  const { portalSecret, documentsSecret } = options;
  const documents = documentsSecret
    ? registerDocuments(app, { secret: documentsSecret, path: '/documents' })
    : new Map();
  const portal = portalSecret ? registerPortal(app, { secret: portalSecret, path: '/portal' }) : new Map();
  const { notices } = options;
  const mail = notices && (await openMailServer(notices.mail));
  const noticeParts = notices && mail && { secret: notices.secret, path: '/notices', mails: mail.mails };
  const messages = noticeParts ? registerNotices(app, noticeParts) : new Map();
  registerFront(app, issuer, url);
  await app.listen({ host, port: options.port || Number(new URL(url).port) });
  const close = async () => {
    callbacks?.close();
    await mail?.close();
    await app.close();
  };
  return {
    url,
    issuer,
    people,
    faults,
    members,
    paymentFaults: switches,
    account,
    portal,
    documents,
    messages,
    close,
  };
}

function openPayments(
  app: FastifyInstance,
  url: string,
  { key: keyText, callbackUrl, bankSecret, clockStart, retryMs }: PaymentsOptions,
  account: CentralAccount,
  faults: PaymentFaults,
): Callbacks {
  const key = readPaymentKey(keyText);
  const callbacks = new Callbacks({ url: callbackUrl, key, ...(retryMs !== undefined && { retryMs }) });
  const book = new PaymentBook(makeClock(clockStart));
  const payer = new Payer({ book, callbacks, faults, account });
  const path = '/payments';
  registerPayments(app, { book, payer, callbacks, faults, key, publicUrl: `${url}${path}`, path });
  registerBank(app, { account, secret: bankSecret, path: '/bank' });
  return callbacks;
}

function registerFront(app: FastifyInstance, issuer: string, url: string): void {
  app.get('/livez', () => ({ status: 'ok' }));
  app.get('/readyz', () => ({ status: 'ok' }));
  app.get('/', () => ({
    what: 'Stand-ins for outside systems, for development and tests only',
    vneid: {
      issuer,
      discovery: `${issuer}/.well-known/openid-configuration`,
      personas: `${issuer}/personas`,
      mintPeople: `POST ${issuer}/people`,
      faults: `PUT ${issuer}/faults`,
    },
    registry: {
      search: `POST ${url}/registry/search`,
      changes: `${url}/registry/changes?since=0`,
      mintMembers: `POST ${url}/registry/members`,
      faults: `PUT ${url}/registry/faults`,
    },
    payments: {
      pay: `POST ${url}/payments/pay`,
      tellWhatIsLate: `POST ${url}/payments/late`,
      faults: `PUT ${url}/payments/faults`,
    },
    signing: {
      issuer: `${url}/signing/issuer`,
      certificates: `POST ${url}/signing/certificates`,
      revoke: `POST ${url}/signing/certificates/<reference>/revocation`,
      faults: `PUT ${url}/signing/faults`,
    },
    portal: { dossiers: `${url}/portal/dossiers`, faults: `PUT ${url}/portal/faults` },
    documents: { documents: `${url}/documents/documents`, faults: `PUT ${url}/documents/faults` },
    notices: { sent: `${url}/notices/messages`, faults: `PUT ${url}/notices/faults` },
    bank: { deposit: `POST ${url}/bank/deposits`, faults: `PUT ${url}/bank/faults` },
  }));
}

async function freePort(host: string): Promise<number> {
  const probe = Fastify();
  await probe.listen({ host, port: 0 });
  const { port } = probe.addresses()[0] as { port: number };
  await probe.close();
  return port;
}

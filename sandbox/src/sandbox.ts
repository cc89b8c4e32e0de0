import Fastify, { type FastifyInstance } from 'fastify';
import { MemberDatabase } from './registry/member-database.ts';
import { registerRegistry } from './registry/routes.ts';
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
};

export type RunningSandbox = {
  url: string;
  issuer: string;
  people: People;
  faults: FaultSwitches;
  members: MemberDatabase;
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
  registerFront(app, issuer, url);
  await app.listen({ host, port: options.port || Number(new URL(url).port) });
  return { url, issuer, people, faults, members, close: () => app.close() };
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
  }));
}

async function freePort(host: string): Promise<number> {
  const probe = Fastify();
  await probe.listen({ host, port: 0 });
  const { port } = probe.addresses()[0] as { port: number };
  await probe.close();
  return port;
}

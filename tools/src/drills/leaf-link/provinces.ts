import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sendLettersOn } from '@dang/events/leaving';
import { domainOf, HUB_DOMAIN, openExchange, openLink } from '@dang/events/link-streams';
import { connectNats, ensureStream, managerOf } from '@dang/events/stream';
import { makeLogger } from '@dang/service/logger';
import type { NatsConnection } from '@nats-io/transport-node';
import { hubAccountsFile } from '../../k8s/nats-link.ts';
import { PROVINCE } from '../../k8s/nats-users.ts';
import { root } from '../../launcher/running.ts';
import { freePort } from '../../servers/free-port.ts';
import { findNatsServer, runNats } from '../../servers/nats-server.ts';
import { type Cable, layCable } from './cable.ts';

const users = ['gateway', 'identity', 'orgtree', 'fees', 'evaluation', 'transfers', 'operator'];

/** The one user of a rogue province. */
export const ROGUE = 'rogue';

/** A nats-server of a province, its people, and the cable to the hub. */
export interface LinkedProvince {
  code: string;
  /** Connected as this user, with the rights that the component gives it. */
  as(user: string): NatsConnection;
  /** Where this user connects. */
  urlOf(user: string): string;
  cable: Cable;
}

/** Provinces with a nats-server each, linked by a hub, from the very files of `k8s/components`. */
export interface LinkedProvinces {
  hub: NatsConnection;
  provinces: readonly LinkedProvince[];
  close(): Promise<void>;
}

const component = (file: string, province: string): string =>
  readFileSync(join(root, 'k8s', 'components', file), 'utf8').replaceAll(PROVINCE, province);

function headOf(name: string, port: number, folder: string, domain: string): string {
  const store = JSON.stringify(join(folder, 'store'));
  return `server_name: ${name}\nlisten: "127.0.0.1:${port}"\nsystem_account: SYS\njetstream { store_dir: ${store}, domain: ${domain}, sync_interval: always }\n`;
}

/** A province of which somebody has made what they like: one user who may do everything, and nothing kept from the link. */
const rogueUsers = `accounts {
  SYS {}
  DANG { jetstream: enabled, users: [{user: ${ROGUE}, password: secret}] }
}
`;
const rogueLink = 'leafnodes { reconnect: 2s, remotes: [{ url: $NATS_LINK, account: DANG }] }\n';

/** How provinces are linked: whether a worker of transfers sends letters on in each, and which of them are rogues. */
export interface Linking {
  sendsOn?: boolean;
  rogues?: readonly string[];
}

/** Starts a hub and these provinces below `folder`, makes their streams, and answers when all are linked. */
export async function linkProvinces(
  folder: string,
  codes: readonly string[],
  { sendsOn = true, rogues = [] }: Linking = {},
): Promise<LinkedProvinces> {
  const program = await findNatsServer(join(root, '.data', 'cache'), () => {});
  const undo: (() => Promise<unknown>)[] = [];
  const start = async (name: string, text: (port: number) => string, environment: Record<string, string>) => {
    const port = await freePort();
    const configuration = join(folder, name, 'nats.conf');
    writeFileSync(configuration, text(port));
    const server = await runNats({ program, configuration, port, environment });
    undo.push(() => server.stop());
    return port;
  };
  const addressOf = (port: number, user: string) => `nats://${user}:secret@127.0.0.1:${port}`;
  const connect = async (port: number, user: string) => {
    const connection = await connectNats(addressOf(port, user), user);
    undo.push(() => connection.close());
    return connection;
  };
  const close = async () => {
    for (const step of undo.reverse()) await step().catch(() => {});
  };
  try {
    for (const name of ['hub', ...codes]) mkdirSync(join(folder, name), { recursive: true });
    const leafPort = await freePort();
    // a hub tells who is linked where else to find it, and a province would go round its cable: nobody listens there
    writeFileSync(join(folder, 'hub', 'accounts.conf'), hubAccountsFile(codes));
    const hubPort = await start(
      'hub',
      (port) =>
        `${headOf('hub', port, join(folder, 'hub'), HUB_DOMAIN)}leafnodes { listen: "127.0.0.1:${leafPort}", advertise: "127.0.0.1:1" }\ninclude ./accounts.conf\n`,
      {
        NATS_OPERATOR: '"secret"',
        ...Object.fromEntries(codes.map((code) => [`LINK_${domainOf(code).toUpperCase()}`, '"secret"'])),
      },
    );
    const hub = await connect(hubPort, 'operator');
    const provinces: LinkedProvince[] = [];
    for (const code of codes) {
      const cable = await layCable(leafPort);
      undo.push(() => cable.close());
      const isRogue = rogues.includes(code);
      const files = isRogue
        ? { users: rogueUsers, link: rogueLink }
        : { users: component('nats/users.conf', code), link: component('leaf-link/link.conf', code) };
      writeFileSync(join(folder, code, 'users.conf'), files.users);
      writeFileSync(join(folder, code, 'link.conf'), files.link);
      const port = await start(
        code,
        (own) =>
          `${headOf(`nats-${code}`, own, join(folder, code), domainOf(code))}include ./users.conf\ninclude ./link.conf\n`,
        {
          ...Object.fromEntries(users.map((user) => [`NATS_${user.toUpperCase()}`, '"secret"'])),
          NATS_LINK: `"nats://${domainOf(code)}:secret@127.0.0.1:${cable.port}"`,
        },
      );
      const people = new Map<string, NatsConnection>();
      for (const user of isRogue ? [ROGUE] : users) people.set(user, await connect(port, user));
      const as = (user: string): NatsConnection => {
        const connection = people.get(user);
        if (!connection) throw new Error(`${user} is no user of a province`);
        return connection;
      };
      provinces.push({ code, as, cable, urlOf: (user) => addressOf(port, user) });
      if (isRogue) continue;
      for (const service of ['transfers', 'fees'])
        await ensureStream(await managerOf(as(service)), code, service);
    }
    await openExchange(await managerOf(hub), codes);
    for (const { code, as } of provinces) {
      const isRogue = rogues.includes(code);
      await openLink(await managerOf(as(isRogue ? ROGUE : 'operator')), code);
      if (isRogue || !sendsOn) continue;
      const stopping = new AbortController();
      const leaving = {
        nats: as('transfers'),
        service: 'transfers',
        province: code,
        log: makeLogger({ service: 'transfers', role: 'worker', level: 'silent' }),
      };
      const sending = sendLettersOn(leaving, stopping.signal);
      undo.push(() => {
        stopping.abort();
        return sending;
      });
    }
    return { hub, provinces, close };
  } catch (error) {
    await close();
    throw error;
  }
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { domainOf, HUB_DOMAIN, openExchange, openLink } from '@dang/events/link-streams';
import { connectNats, ensureStream, managerOf } from '@dang/events/stream';
import type { NatsConnection } from '@nats-io/transport-node';
import { hubAccountsFile } from '../../k8s/nats-link.ts';
import { PROVINCE } from '../../k8s/nats-users.ts';
import { root } from '../../launcher/running.ts';
import { freePort } from '../../servers/free-port.ts';
import { findNatsServer, runNats } from '../../servers/nats-server.ts';
import { type Cable, layCable } from './cable.ts';

const users = ['gateway', 'identity', 'orgtree', 'fees', 'evaluation', 'transfers', 'operator'];

/** A nats-server of a province, its people, and the cable to the hub. */
export interface LinkedProvince {
  code: string;
  /** Connected as this user, with the rights that the component gives it. */
  as(user: string): NatsConnection;
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

/** Starts a hub and these provinces below `folder`, makes their streams, and answers when all are linked. */
export async function linkProvinces(folder: string, codes: readonly string[]): Promise<LinkedProvinces> {
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
  const connect = async (port: number, user: string) => {
    const connection = await connectNats(`nats://${user}:secret@127.0.0.1:${port}`, user);
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
      writeFileSync(join(folder, code, 'users.conf'), component('nats/users.conf', code));
      writeFileSync(join(folder, code, 'link.conf'), component('leaf-link/link.conf', code));
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
      for (const user of users) people.set(user, await connect(port, user));
      const as = (user: string): NatsConnection => {
        const connection = people.get(user);
        if (!connection) throw new Error(`${user} is no user of a province`);
        return connection;
      };
      provinces.push({ code, as, cable });
      for (const service of ['transfers', 'fees'])
        await ensureStream(await managerOf(as(service)), code, service);
    }
    await openExchange(await managerOf(hub), codes);
    for (const { code, as } of provinces) await openLink(await managerOf(as('operator')), code);
    return { hub, provinces, close };
  } catch (error) {
    await close();
    throw error;
  }
}

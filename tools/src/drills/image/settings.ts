import { join } from 'node:path';
import { developmentKeys } from '../../launcher/keys.ts';
import { type ServiceName, serviceNames } from '../../launcher/settings.ts';
import { freePort } from '../../servers/free-port.ts';

/** Where a province would find its outside systems; nobody calls them while processes only start. */
const outside = {
  VNEID_ISSUER: 'https://vneid.example.vn',
  VNEID_CLIENT_ID: 'dang-procedures',
  VNEID_REDIRECT_URIS: 'https://example.vn/callback',
  REGISTRY_URL: 'https://registry.example.vn',
  PORTAL_URL: 'https://portal.example.vn',
  DOCUMENTS_URL: 'https://documents.example.vn',
  PAYMENT_URL: 'https://payments.example.vn',
  BANK_URL: 'https://bank.example.vn',
  SIGNING_URL: 'https://signing.example.vn',
  DOORS_URL: 'https://doors.example.vn',
  STORAGE_URL: 'file:///tmp/files',
};

/** A process of the drill: what runs, as which role, and where it tells how it is. */
export interface Wanted {
  readonly name: string;
  readonly file: string;
  readonly environment: Record<string, string>;
  readonly monitorPort: number;
}

/** The processes of a province as a cluster runs them, in the order of a rollout: the two roles of each service, then the gateway. */
export async function wantedProcesses(
  folder: string,
  { databases, natsUrl }: { databases: Record<ServiceName, string>; natsUrl: string },
): Promise<{ migrations: Wanted[]; processes: Wanted[]; gatewayPort: number }> {
  const keys = developmentKeys(join(folder, 'keys.json'));
  const common = {
    HOST: '127.0.0.1',
    NODE_ENV: 'production',
    NODE_OPTIONS: '--max-semi-space-size=16 --expose-gc --disable-warning=ExperimentalWarning',
    PROVINCE_CODE: '05',
    NATS_URL: natsUrl,
    MIGRATIONS: 'awaited',
    ...outside,
    ...keys,
  };
  const ports: Record<string, string> = {};
  for (const name of serviceNames) ports[name] = String(await freePort());
  const wanted = async (name: string, file: string, more: Record<string, string>): Promise<Wanted> => {
    const monitorPort = await freePort();
    return {
      name,
      file,
      monitorPort,
      environment: { ...common, ...more, PORT_MONITOR: String(monitorPort) },
    };
  };
  const service = async (name: ServiceName, role: string): Promise<Wanted> =>
    wanted(`${name}-${role}`, `services/${name}/src/main.ts`, {
      ROLE: role,
      [`DATABASE_URL_${name.toUpperCase()}`]: databases[name],
      [`PORT_${name.toUpperCase()}`]: ports[name] ?? '',
      [`PORT_${name.toUpperCase()}_DOORS`]: String(await freePort()),
    });
  const migrations: Wanted[] = [];
  const processes: Wanted[] = [];
  for (const name of serviceNames) {
    migrations.push(await service(name, 'migrate'));
    processes.push(await service(name, 'api'), await service(name, 'worker'));
  }
  const gatewayPort = await freePort();
  const subgraphs = serviceNames.map((name) => [
    `SUBGRAPH_URL_${name.toUpperCase()}`,
    `http://127.0.0.1:${ports[name]}/graphql`,
  ]);
  const edge = { PORT_GATEWAY: String(gatewayPort), ...Object.fromEntries(subgraphs) };
  processes.push(await wanted('gateway', 'gateway/src/main.ts', edge));
  return { migrations, processes, gatewayPort };
}

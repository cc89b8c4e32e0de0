import { setTimeout as sleep } from 'node:timers/promises';
import { type ServiceName, serviceNames } from '../../launcher/settings.ts';
import { freePort } from '../../servers/free-port.ts';
import { type Balancer, openBalancer } from './balancer.ts';
import type { Ground } from './ground.ts';
import { type Replica, startReplica } from './replica.ts';
import type { Version } from './version.ts';

/** What runs as one Deployment: the same process several times. */
export type WorkloadName = 'gateway' | `${ServiceName}-api` | `${ServiceName}-worker`;

/** Every process of the system but the stand-ins, replaced as a cluster replaces them. */
export interface Fleet {
  /** Starts a workload with as many replicas as it should have. */
  deploy(name: WorkloadName, version: Version): Promise<void>;
  /** Replaces every replica: first one more, then one less (surge 1, unavailable 0). */
  replace(name: WorkloadName, version: Version): Promise<void>;
  /** Kills one replica without asking; the cluster starts another of the same version. */
  killOne(name: WorkloadName): Promise<void>;
  /** Where the workers tell their metrics, by service. */
  workers(): Record<string, string>;
  /** Sentences about processes that did not end as they should. */
  readonly faults: string[];
  stop(): Promise<void>;
}

const REPLICAS = { gateway: 2, api: 2, worker: 1 } as const;
/** Until the balancers have seen what the probes say. */
const NOTICE_MS = 700;

const kindOf = (name: WorkloadName) =>
  name === 'gateway' ? 'gateway' : name.endsWith('-api') ? 'api' : 'worker';

/** The variables that make a process this workload, and the ports that it serves. */
async function shapeOf(name: WorkloadName) {
  if (name === 'gateway') {
    const port = await freePort();
    return {
      file: 'gateway/src/main.ts',
      ports: { gateway: port },
      variables: { PORT_GATEWAY: String(port) },
    };
  }
  const [service = '', role = ''] = name.split('-');
  const ports = { [service]: await freePort(), [`${service}-doors`]: await freePort() };
  const variables = {
    ROLE: role,
    [`PORT_${service.toUpperCase()}`]: String(ports[service]),
    [`PORT_${service.toUpperCase()}_DOORS`]: String(ports[`${service}-doors`]),
  };
  return { file: `services/${service}/src/main.ts`, ports, variables };
}

/** The empty fleet; its balancers listen already. */
export function makeFleet(ground: Ground): Fleet {
  const balancers = new Map<string, Balancer>();
  for (const name of [...serviceNames, 'fees-doors', 'gateway'])
    balancers.set(name, openBalancer(ground.addresses[name] ?? 0, name));
  const running = new Map<WorkloadName, Replica[]>();
  const faults: string[] = [];
  let started = 0;

  const behind = (replica: Replica) =>
    Object.keys(replica.ports).flatMap((port) => balancers.get(port) ?? []);
  const start = async (name: WorkloadName, version: Version): Promise<Replica> => {
    const { file, ports, variables } = await shapeOf(name);
    started += 1;
    const replica = startReplica({
      name: `${name}-${version.letter}-${started}`,
      version,
      file,
      environment: { ...ground.environment, ...variables },
      logs: ground.logs,
      ports,
      monitorPort: await freePort(),
    });
    if (!name.endsWith('-worker')) for (const balancer of behind(replica)) balancer.add(replica);
    running.set(name, [...(running.get(name) ?? []), replica]);
    await replica.ready;
    return replica;
  };
  const forget = (name: WorkloadName, replica: Replica) => {
    for (const balancer of behind(replica)) balancer.remove(replica);
    running.set(
      name,
      (running.get(name) ?? []).filter((each) => each !== replica),
    );
  };
  const stopOne = async (name: WorkloadName, replica: Replica): Promise<void> => {
    const { code, tookMs } = await replica.stop();
    forget(name, replica);
    if (code !== 0) faults.push(`${replica.name} ended with ${code ?? 'SIGKILL'} after ${tookMs} ms`);
  };

  return {
    faults,
    deploy: async (name, version) => {
      for (let count = 0; count < REPLICAS[kindOf(name)]; count += 1) await start(name, version);
    },
    replace: async (name, version) => {
      for (const old of running.get(name) ?? []) {
        await start(name, version);
        await sleep(NOTICE_MS);
        await stopOne(name, old);
      }
    },
    killOne: async (name) => {
      const [victim] = running.get(name) ?? [];
      if (!victim) throw new Error(`nothing runs as ${name}`);
      victim.kill();
      // the balancers find out by themselves, as a cluster does
      await start(name, victim.version);
      forget(name, victim);
      await sleep(NOTICE_MS);
    },
    workers: () =>
      Object.fromEntries(
        serviceNames.map((name) => [name, running.get(`${name}-worker`)?.[0]?.monitor ?? '']),
      ),
    stop: async () => {
      const all = [...running].flatMap(([name, replicas]) =>
        replicas.map((replica) => stopOne(name, replica)),
      );
      await Promise.all(all);
      for (const balancer of balancers.values()) balancer.close();
    },
  };
}

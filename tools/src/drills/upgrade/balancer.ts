import { connect, createServer, type Socket } from 'node:net';
import { type Replica, saysReady } from './replica.ts';

/** Between two looks at `/readyz`: what a kubelet and the rest of a cluster take together, made short. */
const LOOK_MS = 250;

/** One address in front of several replicas, as a Service is: new connections go to those that are ready, in turn; what is open stays. */
export interface Balancer {
  readonly port: number;
  add(replica: Replica): void;
  remove(replica: Replica): void;
  /** Connections that could be given to nobody. */
  refused(): number;
  close(): void;
}

interface Backend {
  replica: Replica;
  isReady: boolean;
}

function join(client: Socket, port: number): void {
  const server = connect(port, '127.0.0.1');
  server.setNoDelay(true);
  client.setNoDelay(true);
  // an end is passed on as an end and a break as a break: nobody in between hides what happened
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.once('error', () => other.destroy());
    one.once('close', () => other.end());
  }
  client.pipe(server);
  server.pipe(client);
}

/** Opens the address on `port`; it leads to what the replicas serve as `portName`. */
export function openBalancer(port: number, portName: string): Balancer {
  const backends = new Set<Backend>();
  let turn = 0;
  let refused = 0;
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    clients.add(client);
    client.once('close', () => clients.delete(client));
    client.on('error', () => {});
    const ready = [...backends].filter(({ isReady }) => isReady);
    turn += 1;
    const target = ready[turn % ready.length]?.replica.ports[portName];
    if (target !== undefined) {
      join(client, target);
      return;
    }
    refused += 1;
    client.destroy();
  });
  server.listen(port, '127.0.0.1');
  const looking = setInterval(() => {
    for (const backend of backends)
      void saysReady(backend.replica.probe).then((isReady) => {
        backend.isReady = isReady;
      });
  }, LOOK_MS);
  return {
    port,
    add: (replica) => {
      backends.add({ replica, isReady: false });
    },
    remove: (replica) => {
      for (const backend of backends) if (backend.replica === replica) backends.delete(backend);
    },
    refused: () => refused,
    close: () => {
      clearInterval(looking);
      server.close();
      for (const client of clients) client.destroy();
    },
  };
}

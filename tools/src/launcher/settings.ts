import { freePort, isTaken } from '../servers/free-port.ts';

/** The five subgraphs, in the order in which they are started. */
export const serviceNames = ['identity', 'orgtree', 'fees', 'evaluation', 'transfers'] as const;
export type ServiceName = (typeof serviceNames)[number];

const defaultPorts = {
  GATEWAY: 4000,
  IDENTITY: 4001,
  ORGTREE: 4002,
  FEES: 4003,
  EVALUATION: 4004,
  TRANSFERS: 4005,
  SANDBOX: 4010,
  SANDBOX_MAIL: 4016,
  IDENTITY_DOORS: 4011,
  ORGTREE_DOORS: 4012,
  FEES_DOORS: 4013,
  EVALUATION_DOORS: 4014,
  TRANSFERS_DOORS: 4015,
  POSTGRES: 4032,
  NATS: 4022,
} as const;
export type PortName = keyof typeof defaultPorts;

/**
 * A port for each part: the one named in PORT_<NAME> (refused with a sentence when somebody has it), else the default,
 * else any free one.
 */
export async function choosePorts(say: (sentence: string) => void): Promise<Record<PortName, number>> {
  const chosen = {} as Record<PortName, number>;
  for (const name of Object.keys(defaultPorts) as PortName[]) {
    const named = process.env[`PORT_${name}`];
    const port = named === undefined ? defaultPorts[name] : Number(named);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new Error(`PORT_${name}=${named} is not a port number (1 to 65535).`);
    }
    if (await isTaken(port)) {
      if (named !== undefined)
        throw new Error(`Port ${port} (PORT_${name}) is in use by another program: choose another.`);
      chosen[name] = await freePort();
      if (name === 'GATEWAY') {
        say(
          `Port ${port} is in use by another program; the gateway listens on ${chosen[name]} (PORT_GATEWAY chooses).`,
        );
      }
    } else chosen[name] = port;
  }
  return chosen;
}

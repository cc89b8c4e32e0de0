import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { freePort } from '../servers/free-port.ts';
import { choosePorts } from './settings.ts';

let occupant: Server | undefined;

async function occupy(): Promise<number> {
  const port = await freePort();
  occupant = createServer();
  await new Promise<void>((done) => occupant?.listen(port, '127.0.0.1', done));
  return port;
}

afterEach(async () => {
  delete process.env.PORT_GATEWAY;
  delete process.env.PORT_NATS;
  await new Promise((done) => (occupant ? occupant.close(done) : done(undefined)));
  occupant = undefined;
});

describe('ports', () => {
  test('a port that was asked for is taken as it is', async () => {
    const wanted = await freePort();
    process.env.PORT_NATS = String(wanted);
    expect((await choosePorts(() => {})).NATS).toBe(wanted);
  });

  test('a port that was asked for and is in use is refused with its name', async () => {
    process.env.PORT_NATS = String(await occupy());
    await expect(choosePorts(() => {})).rejects.toThrow(
      /Port \d+ \(PORT_NATS\) is in use by another program/,
    );
  });

  test.each(['abc', '0', '70000', ''])('PORT_GATEWAY=%s is refused', async (named) => {
    process.env.PORT_GATEWAY = named;
    await expect(choosePorts(() => {})).rejects.toThrow(/PORT_GATEWAY=.* is not a port number/);
  });

  test('no two parts get the same port', async () => {
    const ports = Object.values(await choosePorts(() => {}));
    expect(new Set(ports).size).toBe(ports.length);
  });
});

import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { inspect } from 'node:util';
import { issueCertificate, makeAuthority, makeSigningKey } from '@dang/documents/signing/authority';
import type { OutsideSystem } from '@dang/telemetry/outside-call';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { outsideSystems } from './outside-systems.ts';

const TIMEOUT_MS = 1_000;
/** Text messages and push have a time limit of their own, and VNeID asks twice. */
const LONGEST_MS = 11_000;
/** A statement of the bank may have 64 MB, and the bank is asked three things at once. */
const POURED_LIMIT = 250_000_000;
const PERSON = 'Nguyễn Văn An 099085000001';

let answer: RequestListener = () => {};
let heard = 0;
let poured = 0;
let elsewhere = 0;
const web = createServer((request, response) => {
  heard += 1;
  answer(request.resume(), response);
});
const other = createServer((_, response) => {
  elsewhere += 1;
  response.end('{}');
});
const day = 86_400_000;
const validity = { from: new Date(Date.now() - day), to: new Date(Date.now() + day) };
const own = makeSigningKey();
const key = own.privateKey;
const host = '127.0.0.1';
const cert = issueCertificate(makeAuthority('somebody else', validity), {
  name: host,
  host,
  publicKey: own.publicKey,
  ...validity,
});
const secure = createSecureServer({ cert, key }, (_, response) => {
  heard += 1;
  response.end('{}');
});
const servers = [web, other, secure];
const portOf = (server: Server): number => (server.address() as AddressInfo).port;
beforeAll(async () => {
  for (const server of servers) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** Systems that are asked over HTTP; mail has tests of its own. */
const all: readonly OutsideSystem[] = [
  ...(['vneid', 'registry', 'payments', 'bank', 'signing', 'storage'] as const),
  ...(['sms', 'push', 'portal', 'documents'] as const),
];
/** A message is taken when it is answered 2xx, whatever else is said; a bucket has no words of its own that could be wrong. */
const thatRead = all.filter((system) => !['sms', 'push', 'storage'].includes(system));

/** Each function of each adapter, against a server; what is wrong with how it ended, and all that errors say. */
async function callAll(
  systems: readonly OutsideSystem[],
  url = `http://127.0.0.1:${portOf(web)}`,
): Promise<{ taken: string[]; slow: string[]; said: string }> {
  heard = 0;
  poured = 0;
  elsewhere = 0;
  const table = outsideSystems({ url, mailUrl: 'smtp://127.0.0.1:9', timeoutMs: TIMEOUT_MS });
  const [taken, slow, said]: [string[], string[], string[]] = [[], [], []];
  const calls = systems.flatMap((system) =>
    Object.entries(table[system]().calls).map(([name, call]) => ({ name: `${system} ${name}`, call })),
  );
  await Promise.all(
    calls.map(async ({ name, call }) => {
      if (call === null) return;
      const began = performance.now();
      const ended = await Promise.resolve()
        .then(call)
        .then(
          (given) => ({ given }),
          (error: unknown) => ({ error }),
        );
      if (performance.now() - began > LONGEST_MS) slow.push(name);
      said.push(inspect(ended, { depth: 12 }));
      const isFailure =
        'error' in ended || (ended.given as { failure?: string } | null)?.failure !== undefined;
      if (!isFailure) taken.push(name);
    }),
  );
  return { taken, slow, said: said.join('\n') };
}

describe('a system outside', () => {
  test('that says nothing is given up in time', async () => {
    answer = () => {};
    expect(await callAll(all)).toMatchObject({ taken: [], slow: [] });
    expect(heard).toBeGreaterThan(all.length);
  }, 30_000);

  test('that sends us elsewhere is not followed: nobody there hears a secret', async () => {
    const location = () => `http://127.0.0.1:${portOf(other)}/`;
    for (const status of [301, 302, 307, 308]) {
      answer = (_, response) => void response.writeHead(status, { location: location() }).end();
      expect(await callAll(all)).toMatchObject({ taken: [], slow: [] });
      expect(elsewhere).toBe(0);
    }
  }, 30_000);

  test('with a certificate by somebody else hears nothing', async () => {
    const { taken, said } = await callAll(all, `https://127.0.0.1:${portOf(secure)}`);
    expect([taken, heard]).toEqual([[], 0]);
    expect(said).toMatch(/no answer: UNABLE_TO_[A-Z_]+/);
  }, 30_000);

  test.each([
    ['nonsense', `<html>${PERSON}</html>`],
    ['a person instead of an answer', JSON.stringify(PERSON)],
    ['an error inside a success', JSON.stringify({ error: 'FAILED', message: PERSON, status: PERSON })],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', `["${PERSON}"]`],
  ])('that answers %s has not answered, and what it said is in no error', async (_, body) => {
    answer = (_request, response) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    const { taken, said } = await callAll(thatRead);
    expect(taken).toEqual([]);
    expect(said).not.toContain(PERSON.slice(0, 8));
  });

  test('that answers half has not answered', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': 1_000 });
      response.write('{"ref":"VB1"');
      setTimeout(() => response.destroy(), 50);
    };
    expect(await callAll(thatRead)).toMatchObject({ taken: [], slow: [] });
  });

  test('that pours without end fills no memory', async () => {
    const drop = Buffer.alloc(1_000_000, ' ');
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const pour = (): void => {
        while (!response.destroyed) {
          poured += drop.length;
          if (!response.write(drop)) break;
        }
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    };
    for (const system of thatRead) {
      expect(await callAll([system])).toMatchObject({ taken: [], slow: [] });
      expect({ system, tooMuch: poured > POURED_LIMIT }).toEqual({ system, tooMuch: false });
    }
    await callAll(['sms', 'push']);
    expect(poured).toBeLessThan(POURED_LIMIT);
  }, 30_000);
});

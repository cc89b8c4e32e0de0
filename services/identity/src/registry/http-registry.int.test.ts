import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openRegistry, registered } from '../../test/registry-stand-in.ts';
import { httpRegistry } from './http-registry.ts';
import type { RegistryPort } from './registry.port.ts';

let standIn: Awaited<ReturnType<typeof openRegistry>>;
let registry: RegistryPort;
beforeAll(async () => {
  standIn = await openRegistry();
  const { REGISTRY_URL: url, REGISTRY_SECRET: secret } = standIn.environment;
  registry = httpRegistry({ url, secret, timeoutMs: 1_000 });
  for (let serial = 1; serial <= 7; serial++) {
    standIn.members.record(registered({ personalId: `09918500000${serial}`, profileNumber: '000777' }));
  }
});
afterEach(() => standIn.arm({}));
afterAll(() => standIn.close());

describe('the member database', () => {
  test('is searched by card and by profile number, which several people may have', async () => {
    const [found] = await registry.search({ cardNumber: '099185000003' });
    expect(found).toMatchObject({ personalId: '099185000003', fullName: 'Nguyễn Hải Yến', status: 'ACTIVE' });
    expect(await registry.search({ profileNumber: '000777' })).toHaveLength(7);
    expect(await registry.search({ cardNumber: '999999999999' })).toEqual([]);
  });
  test('tells who has changed since, page by page', async () => {
    const first = await registry.changesSince(0, 5);
    expect(first.members.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5]);
    expect(first).toMatchObject({ unreadable: [], last: 5 });
    const second = await registry.changesSince(5, 5);
    expect(second.members.map(({ revision }) => revision)).toEqual([6, 7]);
    standIn.members.record(registered({ personalId: '099185000001', status: 'DECEASED' }));
    expect(await registry.changesSince(7, 5)).toMatchObject({
      members: [{ personalId: '099185000001', status: 'DECEASED' }],
      last: 8,
    });
    expect(await registry.changesSince(8, 5)).toEqual({ members: [], unreadable: [], last: null });
  });
  test.each([
    ['says nothing', 'silence', 'no answer'],
    ['fails', 'error', 'it answered 500'],
    ['answers nonsense', 'malformed', 'not as agreed'],
  ] as const)('that %s is unavailable', async (_what, fault, message) => {
    await standIn.arm({ [fault]: 'next' });
    await expect(registry.search({ cardNumber: '099185000003' })).rejects.toThrow(message);
    expect(await registry.search({ cardNumber: '099185000003' })).toHaveLength(1);
  });
  test('may take its time', async () => {
    await standIn.arm({ slow: 'next' });
    expect(await registry.search({ cardNumber: '099185000003' })).toHaveLength(1);
  });
  test('refuses another secret', async () => {
    const { REGISTRY_URL: url } = standIn.environment;
    const stranger = httpRegistry({ url, secret: 'not the secret at all', timeoutMs: 1_000 });
    await expect(stranger.search({ cardNumber: '099185000003' })).rejects.toThrow('it answered 401');
  });
  test('that is not there is unavailable', async () => {
    const nowhere = httpRegistry({ url: 'http://127.0.0.1:9', secret: 'x', timeoutMs: 1_000 });
    await expect(nowhere.changesSince(0, 5)).rejects.toThrow('no answer');
  });
});

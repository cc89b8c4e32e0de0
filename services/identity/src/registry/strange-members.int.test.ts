import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { registered } from '../../test/registry-stand-in.ts';
import { httpRegistry } from './http-registry.ts';

let answer: unknown = {};
const server = createServer((_, response) => void response.end(JSON.stringify(answer)));
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const registry = () => {
  const { port } = server.address() as AddressInfo;
  return httpRegistry({ url: `http://127.0.0.1:${port}`, secret: 'x', timeoutMs: 1_000 });
};
const member = (revision: number, more: object = {}) => ({
  ...registered({ personalId: `0991850000${String(revision).padStart(2, '0')}` }),
  id: `DV-${revision}`,
  revision,
  branchCode: null,
  ...more,
});

test('a member whose row is not as agreed keeps nobody from the others, nor from those that follow', async () => {
  answer = {
    members: [
      member(1),
      member(2, { dateOfBirth: '1950-00-00' }),
      member(3, { otherName: 'Ba\0', permanentAddress: 'x'.repeat(2_000) }),
      member(4, { status: 'LOST' }),
    ],
  };
  const { members, unreadable, last } = await registry().changesSince(0, 500);
  expect(members.map(({ revision }) => revision)).toEqual([1, 3]);
  expect(members[1]).toMatchObject({ otherName: 'Ba', permanentAddress: 'x'.repeat(500) });
  expect([unreadable, last]).toEqual([[2, 4], 4]);
});

test.each([
  ['that has no revision', [{ ...member(1), revision: null }]],
  ['in another order, so that some would be passed over', [member(3), member(2)]],
  ['from before', [member(1)]],
])('a page %s is not read', async (_, members) => {
  answer = { members };
  await expect(registry().changesSince(1, 500)).rejects.toThrow(/not as agreed|does not go on/);
});

test('a look-up that cannot be read whole finds nobody by mistake', async () => {
  answer = { members: [member(1), member(2, { dateOfBirth: '1950-00-00' })] };
  await expect(registry().search({ profileNumber: '000777' })).rejects.toThrow('not as agreed');
});

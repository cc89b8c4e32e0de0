import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { openToyHouse, type ToyHouse } from './testing/toy.ts';

let house: ToyHouse;
beforeAll(async () => {
  house = await openToyHouse();
  await house.gateway.http.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => house.stop());

test('the GraphQL-over-HTTP audit finds no MUST that fails', async () => {
  const { port } = house.gateway.http.server.address() as AddressInfo;
  const results = await auditServer({ url: `http://127.0.0.1:${port}/graphql` });
  const failed = results.filter(({ status }) => status === 'error');
  const must = results.filter(({ name }) => name.startsWith('MUST'));
  expect(results.length).toBeGreaterThanOrEqual(61);
  expect(must.length).toBeGreaterThan(10);
  expect(failed).toEqual([]);
});

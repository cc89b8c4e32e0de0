import { makeDoors, openDoors } from '@dang/service/doors/doors-listener';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Pool } from 'pg';
import { openTestDoors } from '../../test/doors-stage.ts';
import { openFees } from '../../test/fees-stage.ts';
import { definition } from '../definition.ts';
import { feesEnvironment } from '../environment.ts';

let house: Awaited<ReturnType<typeof openFees>>;
let stage: ReturnType<typeof openTestDoors>;
beforeAll(async () => {
  house = await openFees();
  stage = openTestDoors(house);
});
afterAll(async () => {
  await stage.close();
  await house.close();
});

describe('the side doors', () => {
  test('say nothing of the graph, and nothing of what is not there', async () => {
    for (const url of ['/graphql', '/metrics', '/readyz', '/files', '/../etc/passwd', '/files/%2e%2e/x']) {
      const { statusCode, headers, body } = await stage.app.inject({ method: 'GET', url });
      expect([url, statusCode, JSON.parse(body)]).toEqual([
        url,
        404,
        { error: 'NOT_FOUND', traceId: headers['x-trace-id'] },
      ]);
    }
  });

  test('let nobody keep a copy or guess a type', async () => {
    const { headers } = await stage.app.inject('/livez');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  test('believe a forwarded address only from proxies of ours', async () => {
    const askedFrom = async (proxies: number) => {
      const { environment: given } = house;
      const environment = { ...feesEnvironment(given), DOORS_TRUSTED_PROXIES: proxies };
      const { orm, clock, log, metrics } = house;
      const app = makeDoors({ orm, pool: new Pool(), environment, clock, log, metrics }, [
        (scope) => void scope.get('/ip', async ({ ip }) => ip),
      ]);
      const { body } = await app.inject({
        url: '/ip',
        headers: { 'x-forwarded-for': '198.51.100.7, 203.0.113.9' },
      });
      await app.close();
      return body;
    };
    expect(await askedFrom(0)).toBe('127.0.0.1');
    expect(await askedFrom(1)).toBe('203.0.113.9');
  });

  test('refuse a body beyond 256 kB before anybody reads it', async () => {
    const { statusCode } = await stage.app.inject({
      method: 'POST',
      url: '/callbacks/payments/national',
      headers: { 'content-type': 'application/json', 'content-length': '400000' },
      payload: Buffer.alloc(400_000, 0x20),
    });
    expect(statusCode).toBe(413);
  });

  test('open on a port of their own, and close with what is in flight', async () => {
    const addresses: string[] = [];
    const log = { ...house.log, info: (facts: { address?: string }) => addresses.push(facts.address ?? '') };
    const close = await openDoors(definition, {
      ...house,
      environment: feesEnvironment(house.environment),
      log: log as unknown as typeof house.log,
    });
    const answer = await fetch(`${addresses[0]}/livez`);
    expect(await answer.json()).toEqual({ status: 'live' });
    await close();
    await expect(fetch(`${addresses[0]}/livez`)).rejects.toThrow();
  });
});

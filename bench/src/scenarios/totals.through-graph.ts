import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { signAccessToken } from '@dang/access/tokens';
import { silentSigning } from '@dang/documents/signing/testing-signing';
import { keyPair, somebody } from '@dang/gateway/testing/toy';
import { startMeasured } from '../lib/child.ts';
import { months, unitOf } from './totals.data.ts';

const query = `query Totals($units: [UUID!]!) {
  duesTotals(units: $units, from: "${months.first}", to: "${months.to}", groupBy: [MONTH]) {
    cells { month due paid outstanding retained remitted members payers } total { due paid } } }`;

const filler = Buffer.alloc(32, 1).toString('base64');

/**
 * Asks for the totals of one unit after the other through gateway and subgraph, each in a process of its own, and says how long
 * each took in milliseconds. Every question is another one: nothing is shared or kept.
 */
export async function askThroughGraph(databaseUrl: string, asks: number): Promise<number[]> {
  const [accessKeys, gatewayKeys] = [keyPair(), keyPair()];
  const subgraph = await startMeasured(new URL('totals.subgraph.ts', import.meta.url), {
    DATABASE_URL_FEES: databaseUrl,
    NATS_URL: 'nats://127.0.0.1:1',
    GATEWAY_PUBLIC_JWK: JSON.stringify(gatewayKeys.publicJwk),
    PROVINCE_KEY: filler,
    PROVINCE_INDEX_KEY: filler,
    DOORS_URL: 'http://127.0.0.1:1',
    STORAGE_URL: 'file:///tmp/dang-bench-files',
    PAYMENT_URL: 'http://127.0.0.1:1',
    PAYMENT_KEY: `hmac:${filler}`,
    BANK_URL: 'http://127.0.0.1:1',
    BANK_SECRET: filler,
    ...silentSigning(),
    NODE_ENV: 'development',
  });
  const gateway = await startMeasured(new URL('totals.gateway.ts', import.meta.url), {
    SUPERGRAPH_FILE: fileURLToPath(new URL('../../../gateway/supergraph.graphql', import.meta.url)),
    SUBGRAPH_URL: subgraph.url,
    ACCESS_TOKEN_PUBLIC_JWK: JSON.stringify(accessKeys.publicJwk),
    GATEWAY_PRIVATE_JWK: JSON.stringify(gatewayKeys.privateJwk),
  });
  const capacity = {
    positionId: randomUUID(),
    role: 'OFFICE_STAFF',
    title: 'Văn phòng',
    unitId: unitOf.province(),
  } as const;
  const token = await signAccessToken(accessKeys.privateJwk, somebody({ capacity }), { ttl: 3_600 });
  const ask = async (n: number) => {
    const level = [unitOf.branch, unitOf.committee, unitOf.ward][n % 3] ?? unitOf.ward;
    const began = performance.now();
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        query,
        variables: { units: [n % 10 === 0 ? unitOf.province() : level(n * 97)] },
      }),
    });
    const { data, errors } = (await response.json()) as {
      data?: { duesTotals?: { cells: object[] }[] };
      errors?: object[];
    };
    const tookMs = performance.now() - began;
    if (data?.duesTotals?.[0]?.cells.length !== months.count)
      throw new Error(`no totals: ${JSON.stringify(errors)}`);
    return tookMs;
  };
  try {
    for (let n = 0; n < 300; n += 1) await ask(n);
    const times: number[] = [];
    for (let n = 0; n < asks; n += 1) times.push(await ask(n + 1_000));
    return times;
  } finally {
    await Promise.all([gateway.stop(), subgraph.stop()]);
  }
}

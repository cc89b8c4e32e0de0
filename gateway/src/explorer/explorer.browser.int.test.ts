import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { signAccessToken, verifyGatewayToken } from '@dang/access/tokens';
import { type RunningSandbox, startSandbox } from '@dang/sandbox/sandbox';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { type Gateway, makeGateway } from '../server.ts';
import { openBrowser } from '../testing/chromium.ts';
import { type StubRequest, type StubSubgraph, startStubSubgraph } from '../testing/stub-subgraph.ts';
import { keyPair, somebody } from '../testing/toy.ts';
import { explorerQueries } from './page.ts';

/** The real supergraph and the real VNeID stand-in; identity is a stub that believes every code. */
const supergraph = readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8');
const artefacts = join(import.meta.dirname, '../../../artefacts');
const redirectUri = 'http://127.0.0.1/explorer/callback';
const client = { clientId: 'dang', clientSecret: 'a-secret-of-tests', redirectUris: [redirectUri] };
const accessKeys = keyPair();
const gatewayKeys = keyPair();
const secretary = somebody({ name: 'Trần Thị Bình' });
const position = { id: randomUUID(), title: 'Bí thư chi bộ' };
const unitId = randomUUID();

let sandbox: RunningSandbox;
let stubs: Record<string, StubSubgraph>;
let gateway: Gateway;
let url: string;
let identityHeard: { code: string; codeVerifier: string }[];

async function answerIdentity({ query, variables, headers }: StubRequest): Promise<object> {
  const told = await verifyGatewayToken(
    gatewayKeys.publicJwk,
    'identity',
  )((headers.authorization ?? '').replace('Bearer ', ''));
  const accessTokenExpiresAt = new Date(Date.now() + 600_000).toISOString();
  if (query.includes('signIn')) {
    identityHeard.push(variables.input as (typeof identityHeard)[number]);
    const accessToken = await signAccessToken(accessKeys.privateJwk, secretary);
    return { data: { signIn: { session: { accessToken, accessTokenExpiresAt }, refusal: null } } };
  }
  if (query.includes('actAs')) {
    const capacity = {
      positionId: position.id,
      role: 'BRANCH_SECRETARY',
      title: position.title,
      unitId,
    } as const;
    const accessToken = await signAccessToken(accessKeys.privateJwk, { ...secretary, capacity });
    return { data: { actAs: { accessToken, accessTokenExpiresAt, refusal: null } } };
  }
  if (query.includes('account')) {
    const unit = { __typename: 'OrgUnit', id: unitId };
    return {
      data: {
        account: { __typename: 'Account', id: secretary.accountId, positions: [{ ...position, unit }] },
      },
    };
  }
  if (told.actor === null) {
    return {
      data: { me: null },
      errors: [{ message: 'Bạn cần đăng nhập.', path: ['me'], extensions: { code: 'UNAUTHENTICATED' } }],
    };
  }
  const acting = told.actor.capacity?.title ?? 'đảng viên';
  return {
    data: {
      me: { __typename: 'Member', id: secretary.memberId, fullName: `${told.actor.name} (${acting})` },
    },
  };
}

function answerOthers({ query, variables }: StubRequest): object {
  if (query.includes('_entities')) {
    const representations = variables.representations as object[];
    return { data: { _entities: representations.map(() => ({ name: 'Chi bộ 1' })) } };
  }
  return { data: { me: { __typename: 'Member', id: secretary.memberId } } };
}

beforeAll(async () => {
  identityHeard = [];
  const personalId = '099085000001';
  sandbox = await startSandbox({
    port: 0,
    client,
    people: [
      {
        personalId,
        fullName: secretary.name,
        dateOfBirth: '1985-03-02',
        nationality: 'Việt Nam',
        permanentAddress: 'Hà Nội',
        level: 2,
        persona: 'secretary',
      },
    ],
  });
  const names = ['identity', 'orgtree', 'fees', 'evaluation', 'transfers'];
  stubs = Object.fromEntries(
    await Promise.all(
      names.map(
        async (name) =>
          [name, await startStubSubgraph(name === 'identity' ? answerIdentity : answerOthers)] as const,
      ),
    ),
  );
  gateway = await makeGateway({
    supergraph,
    subgraphUrls: Object.fromEntries(names.map((name) => [name, stubs[name]?.url ?? ''])),
    accessTokenPublicJwk: accessKeys.publicJwk,
    gatewayPrivateJwk: gatewayKeys.privateJwk,
    log: pino({ level: 'silent' }),
    isProduction: false,
    explorer: {
      standin: { sandboxUrl: sandbox.url, issuer: sandbox.issuer, clientId: client.clientId, redirectUri },
    },
  });
  await gateway.http.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(gateway.http.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await gateway.stop();
  await sandbox.close();
  await Promise.all(Object.values(stubs).map((stub) => stub.kill()));
});

test('the queries of the tabs fit the graph', async () => {
  const answer = await gateway.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: { query: getIntrospectionQuery() },
  });
  const schema = buildClientSchema(answer.json().data);
  expect(explorerQueries()).toHaveLength(3);
  for (const { name, query } of explorerQueries()) {
    expect([name, validate(schema, parse(query)).map((error) => error.message)]).toEqual([name, []]);
  }
});

test('the page comes compressed, under its own policy, and only once', async () => {
  const page = await gateway.http.inject({
    url: '/',
    headers: { accept: 'text/html', 'accept-encoding': 'gzip' },
  });
  expect(page.headers['content-encoding']).toBe('gzip');
  expect(page.rawPayload.length).toBeLessThan(4_000_000);
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'sha256-/);
  const plain = await gateway.http.inject({ url: '/', headers: { accept: 'text/html' } });
  expect(plain.headers['content-encoding'] ?? 'identity').toBe('identity');
  expect(gunzipSync(page.rawPayload).equals(plain.rawPayload)).toBe(true);
  const again = await gateway.http.inject({
    url: '/graphql',
    headers: { accept: 'text/html', 'if-none-match': String(page.headers.etag) },
  });
  expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
});

test('personas are listed without their personal ids', async () => {
  const { personas } = (await gateway.http.inject('/explorer/personas')).json();
  expect(personas).toEqual([{ persona: 'secretary', label: expect.any(String), level: 2 }]);
});

test.each([
  [{ persona: 'nobody-knows-me' }, 422],
  [{ persona: '' }, 400],
  [{}, 400],
  [{ persona: 'secretary', positionId: 'x' }, 400],
])('a sign-in as %j is refused', async (payload, status) => {
  const answer = await gateway.http.inject({ method: 'POST', url: '/explorer/sign-in', payload });
  expect(answer.statusCode).toBe(status);
  expect(answer.json().errors[0].message).toEqual(expect.any(String));
});

const runButton = 'button.graphiql-execute-button';

async function run(page: Page): Promise<void> {
  await page.locator(runButton).click();
}

/** Asks the page again and again; while it is being loaded anew it cannot be asked. */
async function until(page: Page, holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await page.evaluate(holds).catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`the page never came to: ${holds}`);
    await page.waitForTimeout(50);
  }
}

test('a browser opens the explorer, becomes the secretary and runs a query, all without internet', async () => {
  const { browser, close } = await openBrowser();
  const asked = new Set<string>();
  const complaints: string[] = [];
  try {
    const page = await browser.newPage();
    page.on('request', (request) =>
      asked.add(request.url().startsWith('blob:') ? 'blob:' : new URL(request.url()).origin),
    );
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(url);
    await page.locator(runButton).waitFor();
    const tabs = await page.locator('.graphiql-tab-button').allTextContents();
    expect(tabs).toEqual(['HomeScreen', 'OrganisationTree', 'TransferDesk']);

    await run(page);
    await page.locator('.result-window', { hasText: 'UNAUTHENTICATED' }).waitFor();

    const loaded = page.waitForEvent('load');
    await page.locator('#dang-persona').selectOption('secretary');
    await loaded;
    await page.locator(runButton).waitFor();
    expect(identityHeard).toHaveLength(1);
    expect(identityHeard[0]?.codeVerifier).toMatch(/^[\w-]{43}$/);
    await page
      .locator('#dang-position option:checked', { hasText: 'Bí thư chi bộ' })
      .waitFor({ state: 'attached' });

    await page.getByRole('button', { name: 'Headers' }).click();
    await page.locator('.graphiql-editor', { hasText: 'Authorization' }).first().waitFor();
    await run(page);
    mkdirSync(artefacts, { recursive: true });
    const shown = page.locator('.result-window', { hasText: 'Bí thư chi bộ' }).waitFor({ timeout: 10_000 });
    await shown.finally(() => page.screenshot({ path: join(artefacts, 'explorer.png') }));
    const beyond = await page.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
      return [scrollHeight - clientHeight, scrollWidth - clientWidth];
    });
    expect(beyond).toEqual([0, 0]);

    expect(await page.locator('.graphiql-tab').count()).toBe(3);

    // A token that has run out since: the same person in the same capacity again, without a click.
    await page.evaluate(() => {
      const kept = JSON.parse(sessionStorage.getItem('dang:choice') ?? '{}');
      sessionStorage.setItem('dang:choice', JSON.stringify({ ...kept, expiresAt: '2020-01-01T00:00:00Z' }));
    });
    await page.reload();
    await until(page, () => !sessionStorage.getItem('dang:choice')?.includes('2020-01-01'));
    expect(identityHeard).toHaveLength(2);

    // As a guest again, nobody's token is left in any tab.
    await page.locator(runButton).waitFor();
    await page.locator('#dang-persona:enabled').selectOption('');
    await until(page, () => !localStorage.getItem('graphiql:tabState')?.includes('Bearer'));

    expect([...asked].sort()).toEqual(['blob:', url]);
    expect(complaints.filter((text) => !/401|UNAUTHENTICATED/.test(text))).toEqual([]);
  } finally {
    await close();
  }
}, 120_000);

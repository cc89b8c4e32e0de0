import { createServer } from 'node:http';
import { OutsideRefused, OutsideUnavailable } from '@dang/service/outside/outside-door';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openPortal } from '../../test/portal-stage.ts';
import { httpPortal } from './http-portal.ts';
import type { PortalDossier } from './portal.port.ts';

let stage: Awaited<ReturnType<typeof openPortal>>;
beforeAll(async () => {
  stage = await openPortal();
});
afterEach(() => stage.arm({}));
afterAll(() => stage?.close());

let made = 0;
const dossier = (more: Partial<PortalDossier> = {}): PortalDossier => ({
  number: `G22.99.05-260706-${String(++made).padStart(4, '0')}`,
  sequence: 1,
  procedureCode: '2.002768',
  agencyCode: '05.200',
  agencyName: 'Đảng bộ phường Việt Hưng',
  state: 'REGISTERED',
  channel: 'ONLINE',
  receivedOn: '2026-07-06',
  dueOn: '2026-08-03',
  finishedOn: null,
  ...more,
});
const failureOf = (telling: Promise<unknown>) =>
  telling.then(
    () => null,
    (error: Error) => error,
  );
const tell = (given: PortalDossier) => httpPortal(stage.options).tell(given);

describe('the portal', () => {
  test('learns where a dossier stands, once, by the number of its list', async () => {
    const given = dossier();
    await tell(given);
    await tell(given);
    await tell({ ...given, sequence: 3, state: 'PROCESSING' });
    await tell({ ...given, sequence: 2, state: 'ACCEPTED' });
    const { states, calls, stateName, ...known } = stage.known.get(given.number) ?? { states: [] };
    expect([states, calls, stateName]).toEqual([[1, 4], 4, 'Đang xử lý']);
    expect(known).toEqual({ ...given, sequence: 3, state: 4 });
  });

  test('refuses what is not of the contract, a name too', async () => {
    const failure = await failureOf(tell({ ...dossier(), fullName: 'Nguyễn Văn An' } as PortalDossier));
    expect(failure).toBeInstanceOf(OutsideRefused);
    expect(failure?.message).toBe('it answered 422: NOT_AS_AGREED');
  });

  test.each([
    ['error500', 'it answered 500'],
    ['malformed', 'its answer is not as agreed: result invalid_value'],
    ['silence', 'no answer: TimeoutError'],
  ])('with %s may be told again', async (fault, message) => {
    const given = dossier();
    await stage.arm({ [fault]: given.number });
    const failure = await failureOf(tell(given));
    expect(failure).toBeInstanceOf(OutsideUnavailable);
    expect(failure?.message).toBe(message);
  });

  test('that knows another secret, or is not there, may be told again', async () => {
    const stranger = httpPortal({ ...stage.options, secret: 'x'.repeat(40) });
    expect((await failureOf(stranger.tell(dossier())))?.message).toBe('it answered 401');
    const nowhere = httpPortal({ ...stage.options, url: 'http://127.0.0.1:9' });
    expect(await failureOf(nowhere.tell(dossier()))).toBeInstanceOf(OutsideUnavailable);
  });
});

describe('whoever stands in its place', () => {
  let answer: { status: number; headers?: Record<string, string>; body: string };
  const heard: string[] = [];
  const server = createServer((incoming, response) => {
    heard.push(`${incoming.headers.authorization}`);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const told = () => failureOf(httpPortal({ ...stage.options, url }).tell(dossier()));

  test('leads our secret nowhere else, and fills no memory', async () => {
    answer = { status: 307, headers: { location: `${url}/elsewhere` }, body: '' };
    heard.length = 0;
    expect(await told()).toBeInstanceOf(OutsideUnavailable);
    expect(heard).toHaveLength(1);
    answer = { status: 200, body: 'x'.repeat(1_000_001) };
    expect((await told())?.message).toBe('its answer is longer than 1000000 bytes');
    answer = { status: 200, body: '<html>' };
    expect((await told())?.message).toBe('its answer is not JSON');
  });

  test.each([
    [400, OutsideRefused],
    [409, OutsideRefused],
    [403, OutsideUnavailable],
    [404, OutsideUnavailable],
    [408, OutsideUnavailable],
    [429, OutsideUnavailable],
    [503, OutsideUnavailable],
  ])('answering %i is understood', async (status, kind) => {
    answer = { status, body: '{"error":"Nguyễn Văn An is not known"}' };
    const failure = await told();
    expect(failure).toBeInstanceOf(kind);
    expect(failure?.message).toBe(`it answered ${status}`);
  });
});

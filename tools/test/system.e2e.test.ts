import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openConnection } from '@dang/events/leader';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Running } from '../src/launcher/running.ts';
import { dropPostgresData } from '../src/servers/postgres-server.ts';
import { type Checkout, copyCheckout } from './checkout.ts';

jest.setTimeout(240_000);

let checkout: Checkout;
let system: ReturnType<Checkout['spawn']>;

const running = (): Running =>
  JSON.parse(readFileSync(join(checkout.folder, '.data', 'running.json'), 'utf8'));
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
/** Every one of these processes ends within ten seconds. */
const expectGone = async (pids: Record<string, number>): Promise<void> => {
  const living = () => Object.keys(pids).filter((name) => isAlive(pids[name] ?? 0));
  for (let waited = 0; living().length > 0 && waited < 10_000; waited += 50)
    await new Promise((done) => setTimeout(done, 50));
  expect(living()).toEqual([]);
};
/** Asks until it holds, for half a minute. */
const eventually = async (holds: () => Promise<boolean>): Promise<void> => {
  for (const began = performance.now(); ; await new Promise((done) => setTimeout(done, 50))) {
    if (await holds().catch(() => false)) return;
    if (performance.now() - began > 30_000) throw new Error(`not within 30 s: ${holds}`);
  }
};
const ask = async (query: string, token?: string) => {
  const response = await fetch(`${running().gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query }),
  });
  return {
    status: response.status,
    body: (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] },
  };
};

describe('a fresh checkout in a folder that only its owner may enter', () => {
  beforeAll(async () => {
    checkout = await copyCheckout();
    system = checkout.spawn('start.ts');
    await system.seen('Ready.');
  });

  afterAll(async () => {
    if (system.child.exitCode === null) system.child.kill('SIGINT');
    await system.ended;
    await dropPostgresData(join(checkout.folder, '.data', 'postgres'));
    checkout.remove();
  });

  test('a second start says that the system already runs', async () => {
    const { code, output } = await checkout.spawn('start.ts').ended;
    expect(output).toContain('already runs here');
    expect(code).toBe(1);
  });

  test('every process is live and ready', async () => {
    const { gateway, subgraphs } = running();
    const places = [gateway, ...Object.values(subgraphs).map((url) => url.replace('/graphql', ''))];
    for (const place of places) {
      expect((await fetch(`${place}/livez`)).status).toBe(200);
      expect((await fetch(`${place}/readyz`)).status).toBe(200);
      expect(await (await fetch(`${place}/metrics`)).text()).toContain('process_cpu_');
    }
  });

  test('a subgraph asked directly answers 401', async () => {
    for (const url of Object.values(running().subgraphs)) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ _service { sdl } }' }),
      });
      expect(response.status).toBe(401);
    }
  });

  test('a persona gets a token by a real sign-in, an unknown one a sentence', async () => {
    const token = await checkout.spawn('token.ts', 'secretary').ended;
    expect(token.output.trim().split('.')).toHaveLength(3);
    expect(token.code).toBe(0);
    const nobody = await checkout.spawn('token.ts', 'nobody-at-all').ended;
    expect(nobody.code).toBe(2);
    expect(nobody.output).toContain('nobody-at-all');
    expect(nobody.output).not.toContain('    at ');
  });

  test('the three queries of the README answer what the README says, and are the tabs of the explorer', async () => {
    const readme = readFileSync(join(checkout.folder, 'README.md'), 'utf8');
    const examples = [...readme.matchAll(/\(persona `([\w-]+)`/g)].map(([, persona]) => persona ?? '');
    const blocks = (kind: string) =>
      [...readme.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
        ([, text]) => text ?? '',
      );
    const [queries, answers] = [blocks('graphql'), blocks('json')];
    const folder = join(checkout.folder, 'gateway', 'src', 'explorer', 'queries');
    const tabs = readdirSync(folder)
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').replace(/^#.*\n/gm, ''));
    expect(queries).toEqual(tabs);
    expect(examples).toHaveLength(3);
    for (const [at, query] of queries.entries()) {
      const token = (await checkout.spawn('token.ts', examples[at] ?? '').ended).output.trim();
      expect((await ask(query, token)).body).toEqual(JSON.parse(answers[at] ?? ''));
    }
  });

  test('the official transfer runs, and again on the same data', async () => {
    for (const round of [1, 2]) {
      const { code, output } = await checkout.spawn('scenario.ts', 'official-transfer').ended;
      expect(`${round}: ${code === 0 ? 'done' : output}`).toBe(`${round}: done`);
    }
  });

  test.each([[['nats', 'orgtree']], [['postgres', 'transfers']], [['gateway', 'sandbox']]])(
    'the same, with one effect, after %s were killed in the middle',
    async (names) => {
      const before = running().pids;
      const kill = names.join(',');
      const { code, output } = await checkout.spawn('scenario.ts', 'official-transfer', '--kill', kill).ended;
      expect(code === 0 ? 'done' : output).toBe('done');
      const after = running().pids;
      for (const name of names) expect(after[name]).not.toBe(before[name]);
    },
  );

  test('a payment has one effect when fees is killed between the callback and its answer, and the platform tells again', async () => {
    const { client } = await openConnection(running().databases.fees ?? '', 'test');
    const waiting = `select from pg_locks where relation = 'provider_message'::regclass and not granted`;
    const scenario = checkout.spawn('scenario.ts', 'pay-dues');
    try {
      // whoever notes a callback waits here, with nothing answered yet
      await client.query('begin');
      await client.query('lock table provider_message in share mode');
      await eventually(async () => (await client.query(waiting)).rowCount === 1);
      const { pids, subgraphs } = running();
      process.kill(pids.fees ?? 0, 'SIGKILL');
      scenario.child.kill('SIGKILL');
      await client.query('commit');
      const metrics = subgraphs.fees?.replace('/graphql', '/metrics') ?? '';
      const counted = /payment_callback_messages_total\{[^}]*outcome="(CONFIRMED|REPEATED)"[^}]*\} 1\b/;
      await eventually(async () => counted.test(await (await fetch(metrics)).text()));
      const [, number] = /giao dịch (\S+),/.exec((await scenario.ended).output) ?? [];
      const { rows } = await client.query(
        `select paid.status, (select count(*)::int from ledger_transaction where subject_id = paid.id) as postings,
           (select count(*)::int from provider_message where order_number = paid.number and kind = 'SUCCESS') as messages,
           (select count(*)::int from refund where order_id = paid.id) as refunds
         from payment_order paid where number = $1`,
        [number],
      );
      expect(rows).toEqual([{ status: 'SUCCEEDED', postings: 1, messages: 1, refunds: 0 }]);
    } finally {
      scenario.child.kill('SIGKILL');
      await client.end();
    }
  });

  test('nothing is left unpublished or unread', async () => {
    const { code, output } = await checkout.spawn('events.ts', 'status').ended;
    expect(output).toContain('transfers');
    expect(code).toBe(0);
  });

  test('the audit trail of what happened so far and every stored file are whole, and everything is sealed under the current key', async () => {
    const verified = await checkout.spawn('verify.ts', 'audit', 'files').ended;
    expect(verified.output).toMatch(/transfers +whole: [1-9]\d* lines/);
    expect(verified.output).toMatch(/files +evaluation +whole: \d+ files/);
    expect(verified.output).not.toContain('BROKEN');
    expect(verified.code).toBe(0);
    const keys = await checkout.spawn('keys.ts', 'status').ended;
    expect(keys.output).toContain('PROVINCE_KEYS_OLD is no longer needed');
  });

  test('a subgraph that does not answer costs its own fields only', async () => {
    const token = (await checkout.spawn('token.ts', 'member').ended).output.trim();
    const { pids } = running();
    process.kill(pids.evaluation ?? 0, 'SIGSTOP');
    try {
      const { status, body } = await ask(
        '{ me { fullName branch { name } dues { paidThrough } commentItems(first: 1) { edges { node { id } } } } }',
        token,
      );
      expect(status).toBe(200);
      expect(body.data).toEqual({
        me: {
          fullName: 'Nguyễn Thị Hà',
          branch: { name: 'Chi bộ 1' },
          dues: { paidThrough: '2026-07' },
          commentItems: null,
        },
      });
      expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    } finally {
      process.kill(pids.evaluation ?? 0, 'SIGCONT');
    }
  });

  test('Ctrl-C stops every child soon, a closed terminal also while starting; the data starts again', async () => {
    const { pids } = running();
    const pressed = performance.now();
    system.child.kill('SIGINT');
    expect((await system.ended).code).toBe(0);
    expect(performance.now() - pressed).toBeLessThan(6_000);
    expect(Object.entries(pids).filter(([, pid]) => isAlive(pid))).toEqual([]);

    const interrupted = checkout.spawn('start.ts');
    await interrupted.seen('PostgreSQL 18 runs.');
    interrupted.child.kill('SIGHUP');
    expect((await interrupted.ended).code).toBe(0);

    system = checkout.spawn('start.ts');
    await system.seen('Ready.');
    const { code, output } = await checkout.spawn('scenario.ts', 'official-transfer').ended;
    expect(code === 0 ? 'done' : output).toBe('done');
  });

  test('a killed launcher does not hinder a start at once', async () => {
    const { pids } = running();
    system.child.kill('SIGKILL');
    await system.ended;
    system = checkout.spawn('start.ts');
    await system.seen('Ready.');
    expect((await fetch(`${running().gateway}/readyz`)).status).toBe(200);
    expect(Object.entries(pids).filter(([, pid]) => isAlive(pid))).toEqual([]);
  });

  test('a second Ctrl-C waits for nobody', async () => {
    const { pids } = running();
    process.kill(pids.evaluation ?? 0, 'SIGSTOP');
    system.child.kill('SIGINT');
    await new Promise((done) => setTimeout(done, 1_000));
    system.child.kill('SIGINT');
    expect((await system.ended).code).toBe(1);
    await expectGone(pids);
  });

  test('after a killed launcher every process ends by itself', async () => {
    system = checkout.spawn('start.ts');
    await system.seen('Ready.');
    const { pids } = running();
    system.child.kill('SIGKILL');
    await system.ended;
    await expectGone(pids);
  });
});

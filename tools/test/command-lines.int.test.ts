import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { root } from '../src/launcher/running.ts';

/** What people call with words of their own: the other scripts take none. */
const tools = Object.entries(
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
    .scripts,
).filter(
  ([name, command]) =>
    /(tools|bench)\/src\//.test(command) && !['start', 'test', 'compose', 'generate'].includes(name),
);

const call = (command: string, word: string, more: Record<string, string> = {}) =>
  new Promise<{ code: number | null; out: string; err: string }>((done) => {
    const [, ...words] = command.split(' ');
    // nothing runs where nobody has been: a tool that went to work would find no database
    const env = { PATH: process.env.PATH, DATA_DIR: '/nowhere', ...more };
    const child = spawn(process.execPath, [...words, word], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk;
    });
    child.once('close', (code) => done({ code, out, err }));
  });

describe.each(tools)('npm run %s', (name, command) => {
  test('says how it is called, and what was wrong with a call', async () => {
    const [help, wrong] = await Promise.all([call(command, '--help'), call(command, 'no-such-word')]);
    expect(help).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(new RegExp(`npm run (-s )?${name}\\b`)),
    });
    expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringContaining(help.out.trim()) });
    expect(wrong.err).not.toMatch(/^\s+at /m);
  });
});

test('the doctor comes to its end though a NATS takes the call and says nothing', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => silent.once('listening', done));
  const { port } = silent.address() as AddressInfo;
  const { code, out } = await call('node tools/src/doctor.ts', '--all', {
    NATS_URL: `nats://127.0.0.1:${port}`,
    DATABASE_URL_FEES: `postgres://nobody@127.0.0.1:${port}/nothing?connect_timeout=1`,
  });
  silent.close();
  expect(out).toMatch(/nats +NATS: 127\.0\.0\.1:\d+ says nothing/);
  expect(code).toBe(1);
}, 60_000);

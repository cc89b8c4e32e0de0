import { spawn, spawnSync } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { amount, orderNumber, orderNumberSql, paidAt, today } from './confirm.data.ts';

/** So many payments, from this place on, so many in one message or call, by so many callers at once. */
export type Load = { from: number; payments: number; together: number; callers: number };
export type Measured = { perSecond: number; latenciesMs: number[] };

const path = '/callbacks/payments/national';
const secret = randomBytes(32);

/** `PAYMENT_KEY` of the door under measurement. */
export const paymentKey = `hmac:${secret.toString('base64')}`;

type Prepared = { body: Buffer; headers: Record<string, string> };

/** The callbacks of a load, written and signed beforehand: that is the platform's work and not the door's. */
function prepare({ from, payments, together }: Load): Prepared[] {
  const time = String(Date.now());
  return Array.from({ length: payments / together }, (_, call) => {
    const messages = Array.from({ length: together }, (_, each) => {
      const place = from + call * together + each;
      const number = orderNumber(place);
      return { kind: 'PAID', id: `m${place}`, number, ref: `PAY-${place}`, amount, paidAt, method: 'BANK' };
    });
    const body = Buffer.from(JSON.stringify({ messages }));
    const signature = createHmac('sha256', secret).update(`${time}\n${path}\n`).update(body).digest('base64');
    return {
      body,
      headers: {
        'content-type': 'application/json',
        'content-length': String(body.length),
        'x-time': time,
        'x-signature': signature,
      },
    };
  });
}

function send(url: string, agent: Agent, { body, headers }: Prepared): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part) => {
        text += part;
      });
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(text)
          : reject(new Error(`the door answered ${answer.statusCode}: ${text}`)),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** The load as signed callbacks at the door; every payment must be confirmed. */
export async function callDoor(url: string, load: Load): Promise<Measured> {
  const waiting = prepare(load);
  const agent = new Agent({ keepAlive: true, maxSockets: load.callers });
  const latenciesMs: number[] = [];
  const began = performance.now();
  const caller = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const start = performance.now();
      const answer = await send(url, agent, next);
      latenciesMs.push(performance.now() - start);
      if (answer.split('"CONFIRMED"').length - 1 !== load.together)
        throw new Error(`not every payment was confirmed: ${answer.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: load.callers }, caller));
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  return { perSecond: load.payments / seconds, latenciesMs };
}

/** Whether this machine has pgbench; without it a plain loop of our own, in this process, is the anchor. */
export const hasPgbench = spawnSync('pgbench', ['--version']).status === 0;

const callSql = (first: string, together: number): string =>
  `select outcome from confirm_payments((select jsonb_agg(jsonb_build_object('provider', 'national', 'messageId', 'm' || n,
     'number', ${orderNumberSql('n')}, 'providerRef', 'PAY-' || n, 'amount', ${amount}, 'paidAt', '${paidAt}', 'method', 'BANK',
     'clockDiffers', false)) from generate_series((${first})::int, (${first})::int + ${together - 1}) as n), '${today}')`
    .split('\n')
    .map((line) => line.trim())
    .join(' ');

/** The load as calls of the same SQL function, prepared, without anything around it: by pgbench where there is one. */
export const callFunction = (url: string, load: Load, folder: string): Promise<Measured> =>
  hasPgbench ? callByPgbench(url, load, folder) : callByLoop(url, load);

async function callByLoop(url: string, { from, payments, together, callers }: Load): Promise<Measured> {
  const pool = new pg.Pool({ connectionString: url, max: callers });
  const text = callSql('$1', together);
  const latenciesMs: number[] = [];
  let call = 0;
  const began = performance.now();
  const caller = async () => {
    while (call < payments / together) {
      const first = from + call++ * together;
      const start = performance.now();
      await pool.query({ name: 'confirm', text, values: [first] });
      latenciesMs.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const seconds = (performance.now() - began) / 1_000;
  await pool.end();
  return { perSecond: payments / seconds, latenciesMs };
}

async function callByPgbench(url: string, load: Load, folder: string): Promise<Measured> {
  const { from, payments, together, callers } = load;
  const each = Math.ceil(payments / together / callers);
  const script = join(folder, 'confirm.pgbench');
  writeFileSync(
    script,
    `\\set call :call + 1\n\\set first ${from} + (:client_id * ${each} + :call) * ${together}\n${callSql(':first', together)};\n`,
  );
  const options = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(callers),
    '-j',
    '2',
    '-t',
    String(each),
    '-D',
    'call=-1',
    '-f',
    script,
  ];
  const child = spawn('pgbench', [...options, url], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  const [, tps] = /tps = ([\d.]+)/.exec(said) ?? [];
  const [, averageMs] = /latency average = ([\d.]+) ms/.exec(said) ?? [];
  if (code !== 0 || !tps) throw new Error(`pgbench ended with ${code}: ${said}`);
  return { perSecond: Number(tps) * together, latenciesMs: [Number(averageMs)] };
}

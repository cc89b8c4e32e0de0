import { setTimeout as sleep } from 'node:timers/promises';
import { definition } from '@dang/fees/definition';
import { confirmPayments } from '@dang/fees/ledger/confirm-payments';
import { verifyTotals } from '@dang/fees/totals/verify-totals';
import { openDatabase } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import type { MikroORM } from '@mikro-orm/postgresql';
import pg, { type Client } from 'pg';
import { foreignShare, readCpuUse } from '../lib/environment-facts.ts';
import type { Scenario } from '../lib/scenario.ts';
import { median } from '../lib/stats.ts';
import { amount, orderNumber, paidAt, today } from './confirm.data.ts';
import { onPayments, type PaymentsStage } from './confirm.stage.ts';
import { connected } from './import.data.ts';
import { type Look, look } from './totals-under-write.check.ts';
import { Moves } from './totals-under-write.moves.ts';

const WRITERS = 16;
/** Orders that a writer takes at a time, and pays one by one. */
const AT_ONCE = 20;
const FAULTS_TOLD = 5;

const any = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;

/** Pays orders one by one from sixteen connections until none is left or the time is over; answers how many. */
async function write(
  { url, take }: Pick<PaymentsStage, 'url' | 'take'>,
  orders: number,
  isOver: () => boolean,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: WRITERS });
  let taken = 0;
  const writer = async () => {
    while (!isOver() && taken + AT_ONCE <= orders) {
      taken += AT_ONCE;
      const { from, payments } = take('spread', AT_ONCE);
      for (let place = from; place < from + payments; place += 1) await pay(pool, place);
    }
  };
  try {
    await Promise.all(Array.from({ length: WRITERS }, writer));
    return taken;
  } finally {
    await pool.end();
  }
}

async function pay(pool: pg.Pool, place: number): Promise<void> {
  const payment = {
    provider: 'national',
    messageId: `m${place}`,
    number: orderNumber(place),
    providerRef: `PAY-${place}`,
    amount: BigInt(amount),
    paidAt: new Date(paidAt),
    method: 'BANK',
    clockDiffers: false,
  } as const;
  const [answer] = await confirmPayments(pool, [payment], today);
  if (answer?.outcome !== 'CONFIRMED') throw new Error(`order ${place}: ${answer?.outcome}`);
}

/** Moves a branch, and every fifth time an organisation with its branches, every now and then; answers how often. */
async function reorganise(moves: Moves, isOver: () => boolean): Promise<number> {
  const [branches, committees, wards] = [moves.at(4), moves.at(3), moves.at(2)];
  for (let times = 0; ; times += 1) {
    await sleep(100 + Math.random() * 500);
    if (isOver()) return times;
    await (times % 5 === 4
      ? moves.move(any(committees), any(wards))
      : moves.move(any(branches), any(committees)));
  }
}

/** The tables of fees know only the paths of these units: a question also asks whether a unit lies in the scope. */
const copyUnits = (client: Client) =>
  client.query(
    `insert into unit_copy (id, version, code, name, short_name, type, kind, parent_id, path, valid_from)
     select unit_id, 1, unit_id::text, 'Đơn vị', 'ĐV',
       (array['CENTRAL', 'PROVINCE', 'SUPERIOR', 'GRASSROOTS_COMMITTEE', 'BRANCH'])[cardinality(path)], 'OTHER',
       path[cardinality(path) - 1], array_to_string(path, '.')::ltree, '2020-01-01'
     from unit_path`,
  );

async function readOn(orm: MikroORM, moves: Moves, isOver: () => boolean): Promise<Look[]> {
  const looks: Look[] = [];
  const units = moves.units;
  const [root] = moves.at(0);
  while (!isOver()) {
    const alone = [0, 1, 2, 3, 4].map((depth) => any(moves.at(depth)));
    const axis = looks.length % 2 === 0 ? 'PERIOD' : 'PAYMENT';
    looks.push(await look(orm, { units, alone, root: root ?? '', axis }));
  }
  return looks;
}

/** Sixteen writers, the folder, units that move, and somebody who compares every total with the rows, all at once. */
export const totalsUnderWrite: Scenario = ({ isQuick, say }) => {
  const orders = isQuick ? 10_000 : 60_000;
  const seconds = isQuick ? 10 : 90;
  return onPayments('totals-under-write', { spread: orders, folds: true }, say, async (stage) => {
    const client = await connected(stage.url);
    const log = makeLogger({ service: 'fees', role: 'bench', level: 'error' });
    const orm = await openDatabase({ definition, url: stage.url, poolSize: 3, log });
    try {
      await copyUnits(client);
      await stage.settle();
      const moves = await Moves.open(orm, client);
      const before = readCpuUse();
      const ends = performance.now() + seconds * 1_000;
      let isWritten = false;
      const writing = write(stage, orders, () => performance.now() > ends).finally(() => {
        isWritten = true;
      });
      const [paid, times, looks] = await Promise.all([
        writing,
        reorganise(moves, () => isWritten),
        readOn(orm, moves, () => isWritten),
      ]);
      const share = foreignShare(before, readCpuUse());
      const faults = looks.flatMap((each) => each.faults);
      const verdict = await verifyTotals(client);
      for (const fault of [...faults, ...verdict.faults].slice(0, FAULTS_TOLD)) say(fault);
      const checks = looks.reduce((sum, each) => sum + each.checks, 0);
      const told = looks.filter(({ tree }) => tree === 'told').length;
      return {
        figures: [{ goal: 'totals-exact', value: faults.length + verdict.faults.length }],
        table: [
          ['what', 'how many'],
          ['totals compared with the rows', checks.toLocaleString('en')],
          ['in so many snapshots', `${looks.length}`],
          ['of them with every move followed', `${told}`],
          ['changes behind the watermark, median', `${median(looks.map(({ waiting }) => waiting))}`],
          ['payments meanwhile', paid.toLocaleString('en')],
          ['moves meanwhile, units with a new path', `${times}, ${moves.moved}`],
          ['differences', `${faults.length}`],
          ['differences that `verify -- totals` finds afterwards', `${verdict.faults.length}`],
        ],
        notes: [
          `${moves.units.length.toLocaleString('en')} units and ${orders.toLocaleString('en')} orders; ${WRITERS} connections pay one order after the other by \`confirm_payments\`, the folder beats in a process of its own as in production, branches and organisations move by the events that fees hears. A comparison asks for the due, members, paid, payers and retained of every unit in one question, and of one unit of each level in questions of their own, on both axes in turns, and adds up charges, orders and shares by hand in the same snapshot; the tree is the one that was told, or while a move is less than a beat old the one that totals have followed. Afterwards everything is added up anew from charges and ledger, every unit and cell.`,
        ],
        packages: ['@mikro-orm/postgresql', 'pg'],
        foreign: [share?.foreign ?? null],
      };
    } finally {
      await orm.close(true);
      await client.end();
    }
  });
};

import { interleave } from '../lib/interleave.ts';
import type { Finding, Scenario } from '../lib/scenario.ts';
import { median, pairedRatio, percentile } from '../lib/stats.ts';
import { callDoor, callFunction, hasPgbench, type Load, type Measured } from './confirm.callers.ts';
import { onPayments, type PaymentsStage } from './confirm.stage.ts';

const ROUNDS = 5;
const REPEATS = 2;

const anchorName = hasPgbench
  ? 'pgbench'
  : 'a plain loop of prepared statements, because this machine has no pgbench';

type Way = { name: string; measured: readonly Measured[] };

const row = ({ name, measured }: Way): string[] => {
  const latencies = measured.flatMap(({ latenciesMs }) => latenciesMs);
  return [
    name,
    Math.round(median(measured.map(({ perSecond }) => perSecond))).toString(),
    percentile(latencies, 0.5).toFixed(1),
    measured[0] && measured[0].latenciesMs.length > 1 ? percentile(latencies, 0.99).toFixed(1) : 'not told',
  ];
};

type Options = Parameters<Scenario>[0];
type Turns = {
  goal: string;
  variants: Readonly<Record<'candidate' | 'anchor', () => Promise<Measured>>>;
  names: Readonly<Record<'candidate' | 'anchor', string>>;
  note: string;
};

/** Measures two ways in turns, each warmed up once: candidate over anchor, in per cent. */
async function compared(
  { isQuick, say }: Options,
  { settle }: Pick<PaymentsStage, 'settle'>,
  { goal, variants, names, note }: Turns,
): Promise<Finding> {
  await variants.candidate();
  await variants.anchor();
  await settle();
  const rounds = await interleave({
    rounds: isQuick ? 2 : ROUNDS,
    repeats: isQuick ? 0 : REPEATS,
    variants,
    say,
  });
  const of = (way: 'candidate' | 'anchor') => rounds.map(({ samples }) => samples[way]);
  const perSecond = (way: 'candidate' | 'anchor') => of(way).map((one) => one.perSecond);
  const ratio = pairedRatio(perSecond('candidate'), perSecond('anchor'));
  return {
    figures: [{ goal, value: ratio.value * 100, low: ratio.low * 100, high: ratio.high * 100 }],
    table: [
      ['way', 'payments a second, median', 'ms, median', 'ms, p99'],
      row({ name: names.candidate, measured: of('candidate') }),
      row({ name: names.anchor, measured: of('anchor') }),
    ],
    notes: [
      note,
      'Every payment is one month of one member with five shares: order, charge, ledger, totals, standing, events. fsync on, one machine for database, door and callers. After the rounds every payment was counted: paid once, posted once, the ledger balanced.',
    ],
    packages: ['pg', 'fastify'],
    foreign: rounds.map(({ foreign }) => foreign),
  };
}

const paymentsOf = ({ isQuick }: Options): number => (isQuick ? 1_600 : 4_000);
const ordersFor = (payments: number): number => payments * (ROUNDS * (REPEATS + 1) + 1) * 2;

/** Signed callbacks at the door, beside the same function called as often with as many. */
const atTheDoor = (
  options: Options,
  name: string,
  { payments, ...load }: Omit<Load, 'from'>,
  words: Omit<Turns, 'variants'>,
): Promise<Finding> =>
  onPayments(name, { spread: ordersFor(payments) }, options.say, (stage) => {
    const next = () => ({ ...stage.take('spread', payments), ...load });
    const variants = {
      candidate: () => callDoor(stage.door.url, next()),
      anchor: () => callFunction(stage.url, next(), stage.folder),
    };
    return compared(options, stage, { ...words, variants });
  });

/** Signed callbacks of one payment each, by 16 callers, beside the same function called by pgbench. */
export const confirm: Scenario = (options: Options) =>
  atTheDoor(
    options,
    'confirm',
    { payments: paymentsOf(options), together: 1, callers: 16 },
    {
      goal: 'confirm-at-door',
      names: { candidate: 'callbacks at the door, 16 callers', anchor: 'the same SQL function, 16 callers' },
      note: `The anchor is ${anchorName}, one payment a call; its latency is a mean. The door confirms together what comes while calls are under way, which the anchor cannot: so it may be faster. The callbacks were signed beforehand, as the platform does it.`,
    },
  );

/** Callbacks of fifty payments each, beside the function called with arrays of fifty. */
export const confirmBatch: Scenario = (options: Options) =>
  atTheDoor(
    options,
    'confirm-batch',
    { payments: options.isQuick ? 4_000 : 12_000, together: 50, callers: 4 },
    {
      goal: 'confirm-batch',
      names: {
        candidate: 'callbacks of 50 payments, 4 callers',
        anchor: 'the SQL function with arrays of 50, 4 callers',
      },
      note: `The anchor is ${anchorName}; its latency is a mean.`,
    },
  );

/** Callbacks for orders of one ward only, beside callbacks for orders spread over all wards. */
export const confirmHotWard: Scenario = (options: Options) => {
  const payments = paymentsOf(options);
  const load = { together: 1, callers: 16 };
  const orders = ordersFor(payments) / 2;
  const sizes = { spread: orders, hot: orders, folds: true };
  return onPayments('confirm-hot-ward', sizes, options.say, (stage) => {
    const calls = (kind: 'hot' | 'spread') => () =>
      callDoor(stage.door.url, { ...stage.take(kind, payments), ...load });
    return compared(options, stage, {
      goal: 'hot-ward',
      variants: { candidate: calls('hot'), anchor: calls('spread') },
      names: {
        candidate: 'callbacks for one ward, 16 callers',
        anchor: 'callbacks for all wards, 16 callers',
      },
      note: 'One ward has 119 branches of 15,000. The totals of every unit were kept meanwhile, four times a second, for both.',
    });
  });
};

/** The function as it is, with the totals folded beside it, and the function without a row for the totals: both by pgbench. */
export const totalsWriteCost: Scenario = (options: Options) => {
  const payments = paymentsOf(options);
  const load = { payments, together: 1, callers: 16 };
  const sizes = { spread: ordersFor(payments), folds: true, bare: true };
  return onPayments('totals-write-cost', sizes, options.say, async (stage) => {
    let bareFrom = -payments;
    const variants = {
      candidate: () => callFunction(stage.url, { ...load, ...stage.take('spread', payments) }, stage.folder),
      anchor: () => {
        bareFrom += payments;
        return callFunction(stage.bareUrl ?? '', { ...load, from: bareFrom }, stage.folder);
      },
    };
    const { figures, ...finding } = await compared(options, stage, {
      goal: 'totals-write-cost',
      variants,
      names: { candidate: 'totals kept, 16 clients', anchor: 'no row for the totals, 16 clients' },
      note: `Both by ${anchorName}. The anchor is a copy of the database with the trigger and the function that write for the totals taken out; the folder beats four times a second beside both, and finds nothing to do beside the anchor.`,
    });
    const costs = figures.map(({ goal, value, low = value, high = value }) => ({
      goal,
      value: 100 - value,
      low: 100 - high,
      high: 100 - low,
    }));
    return { ...finding, figures: costs };
  });
};

import pg from 'pg';
import { serviceNames } from '../../launcher/settings.ts';
import type { Ground } from './ground.ts';
import type { Outcome } from './requests.ts';
import type { Confirmed } from './walkers.ts';

const quantile = (sorted: readonly number[], share: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);

/** The table of what was asked in each phase, in the order of the phases. Times in milliseconds. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const phases = [...new Set(outcomes.map(({ phase }) => phase))];
  const lines = phases.map((phase) => {
    const of = outcomes.filter((each) => each.phase === phase);
    const times = of.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
    const failed = of.filter(({ fault }) => fault !== null).length;
    const again = of.filter(({ wasRepeated }) => wasRepeated).length;
    const figures = [
      of.length,
      failed,
      again,
      ...[0.5, 0.95, 0.99, 1].map((share) => quantile(times, share)),
    ];
    return phase.padEnd(40) + figures.map((figure) => String(figure).padStart(9)).join('');
  });
  const head = ['requests', 'failed', 'again', 'p50 ms', 'p95 ms', 'p99 ms', 'max ms'];
  return [' '.repeat(40) + head.map((word) => word.padStart(9)).join(''), ...lines].join('\n');
}

async function rowsOf<Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Everything that was confirmed is there, once; nothing was parked; nothing waits to leave. Answers sentences about what is not so. */
export async function faultsIn({ databases }: Ground, confirmed: Confirmed): Promise<string[]> {
  const faults: string[] = [];
  for (const [unitId, title] of confirmed.titles) {
    const [entry] = await rowsOf<{ title: string }>(
      databases.orgtree,
      `select title from guide_entry where unit_id = $1 and key = 'dien-tap' and upper_inf(during)`,
      [unitId],
    );
    if (entry?.title !== title)
      faults.push(`the guide says “${entry?.title}” and “${title}” was confirmed last`);
  }
  const [orders] = await rowsOf<{ missing: number; more: number }>(
    databases.fees,
    `select (select count(*)::int from unnest($1::uuid[]) as id where not exists (select from payment_order paid where paid.id = id)) as missing,
       (select count(*)::int from payment_order where payer_account_id in
          (select payer_account_id from payment_order where id = any($1::uuid[])) and id <> all($1::uuid[])) as more`,
    [confirmed.orders],
  );
  if (orders?.missing) faults.push(`${orders.missing} confirmed orders are not there`);
  if (orders?.more) faults.push(`${orders.more} orders are there that nobody was told of`);
  for (const name of serviceNames) {
    const [events] = await rowsOf<{ parked: number; unpublished: number }>(
      databases[name],
      `select (select count(*)::int from parked_event where status <> 'RESOLVED') as parked,
         (select count(*)::int from outbox where published_at is null) as unpublished`,
    );
    if (events?.parked) faults.push(`${name} has parked ${events.parked} events`);
    if (events?.unpublished) faults.push(`${name} has ${events.unpublished} events that have not left`);
  }
  return faults;
}

/** Connections to the gateway are closed where a gateway is replaced, and hardly one is in use then. */
export function repeatsBeyond(outcomes: readonly Outcome[], share = 0.005): string[] {
  const repeated = outcomes.filter(({ wasRepeated }) => wasRepeated);
  const elsewhere = repeated.filter(({ phase }) => !phase.startsWith('gateway'));
  const allowed = Math.ceil(outcomes.filter(({ phase }) => phase.startsWith('gateway')).length * share);
  return [
    ...elsewhere.map(
      ({ kind, phase }) => `${kind} had to be sent again in “${phase}”, where no gateway left`,
    ),
    ...(repeated.length > allowed
      ? [`${repeated.length} requests were sent again, more than ${allowed}`]
      : []),
  ];
}

/** What went wrong with requests, the same faults counted together, the most frequent first. */
export function failuresOf(outcomes: readonly Outcome[]): string[] {
  const counted = new Map<string, number>();
  for (const { phase, kind, fault } of outcomes) {
    if (fault === null) continue;
    const words = `in “${phase}”: ${kind}: ${fault.replaceAll(/"[\da-f-]{32,36}"/g, '"…"')}`;
    counted.set(words, (counted.get(words) ?? 0) + 1);
  }
  return [...counted]
    .sort(([, one], [, other]) => other - one)
    .map(([words, times]) => `${times} × ${words}`);
}

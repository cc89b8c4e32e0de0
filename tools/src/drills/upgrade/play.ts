import { serviceNames } from '../../launcher/settings.ts';
import { settled } from '../../launcher/settled.ts';
import { type Cast, gather } from './cast.ts';
import { failuresOf, faultsIn, repeatsBeyond, tableOf } from './findings.ts';
import type { Fleet } from './fleet.ts';
import { type Ground, migrateService } from './ground.ts';
import { startLoad } from './load.ts';
import { type FrontEnd, openFrontEnd } from './requests.ts';
import { startOlder } from './start-older.ts';
import type { Version } from './version.ts';

/** What the play is given. */
export interface Stage {
  ground: Ground;
  fleet: Fleet;
  older: Version;
  newer: Version;
  say(sentence: string): void;
}

const SETTLED_MS = 180_000;
/** A token lives ten minutes. */
const RENEW_MS = 240_000;
const STEADY_MS = 8_000;

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Everything that changes, in the order of a rollout, each under the load and a phase of its own. */
async function changeEverything(
  { ground, fleet, older, newer, say }: Stage,
  frontEnd: FrontEnd,
): Promise<void> {
  const phase = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    frontEnd.enter(name);
    const began = performance.now();
    await work();
    say(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  };
  await phase('A, nothing changes', () => wait(STEADY_MS));
  await phase('migrations, A serves', async () => {
    for (const name of serviceNames) await migrateService(ground, newer, name);
  });
  await phase('A starts again on the new tables', () => fleet.killOne('orgtree-api'));
  for (const name of serviceNames) {
    await phase(`${name}: api to B`, () => fleet.replace(`${name}-api`, newer));
    await phase(`${name}: worker to B`, () => fleet.replace(`${name}-worker`, newer));
  }
  await phase('gateway to B', () => fleet.replace('gateway', newer));
  await phase('B, nothing changes', () => wait(STEADY_MS));
  await phase('kill -9 of an api of fees', () => fleet.killOne('fees-api'));
  await phase('kill -9 of the worker of identity', () => fleet.killOne('identity-worker'));
  await phase('gateway back to A', () => fleet.replace('gateway', older));
  await phase('fees back to A', async () => {
    // the Job of the older release comes along, and finds nothing to do
    await migrateService(ground, older, 'fees');
    await fleet.replace('fees-api', older);
    await fleet.replace('fees-worker', older);
  });
}

/** Payments on the page of the platform, one after the other, until `isOver`; sentences about what went wrong. */
async function payMeanwhile(
  cast: Cast,
  isOver: () => boolean,
): Promise<{ played: number; faults: string[] }> {
  const faults: string[] = [];
  let played = 0;
  while (!isOver()) {
    try {
      const repeats = await cast.playPayment();
      played += 1;
      if (repeats > 0) faults.push(`${repeats} requests of a payment had to be sent again`);
    } catch (error) {
      faults.push(`a payment could not be played: ${(error as Error).message}`);
      await wait(1_000);
    }
  }
  return { played, faults };
}

/** Whoever cannot do what they will do all the time finds out before everything else begins. */
function demand({ outcomes }: FrontEnd): void {
  const [failure] = failuresOf(outcomes);
  if (failure !== undefined) throw new Error(`The play cannot begin: ${failure}`);
}

/** Lives through an upgrade and a way back under load, and says how it went. @throws when a request failed or something was lost. */
export async function play(stage: Stage): Promise<void> {
  const { ground, fleet, older, say } = stage;
  const leave = await startOlder(ground, fleet, older, say);
  const frontEnd = openFrontEnd(`http://127.0.0.1:${ground.addresses.gateway}`);
  try {
    const cast = await gather(ground, older, frontEnd);
    say(`${cast.walkers.length} people who change something and two who read are signed in.`);
    for (const walker of cast.walkers) await walker.step();
    demand(frontEnd);
    const renewing = setInterval(() => void cast.renew(), RENEW_MS);
    const stopLoad = startLoad(frontEnd, cast, older);
    let isOver = false;
    const paying = payMeanwhile(cast, () => isOver);
    await changeEverything(stage, frontEnd).finally(() => {
      isOver = true;
      clearInterval(renewing);
    });
    await stopLoad();
    const payments = await paying;
    await settled(fleet.workers(), SETTLED_MS);
    const { outcomes } = frontEnd;
    const faults = [
      ...fleet.faults,
      ...payments.faults,
      ...repeatsBeyond(outcomes),
      ...(await faultsIn(ground, cast.confirmed)),
    ];
    say(`\n\n${tableOf(outcomes)}\n`);
    const { titles, orders } = cast.confirmed;
    say(`${orders.length} orders and ${titles.size} texts were confirmed and looked for.`);
    say(`${payments.played} payments were played from the registration to the refund.`);
    const failed = outcomes.filter(({ fault }) => fault !== null);
    for (const words of failuresOf(outcomes).slice(0, 20)) say(words);
    for (const fault of faults) say(fault);
    if (failed.length + faults.length > 0)
      throw new Error(
        `${failed.length} of ${outcomes.length} requests failed; ${faults.length} other faults.`,
      );
    say(`No request of ${outcomes.length} failed, nothing is parked, nothing was lost.`);
  } finally {
    frontEnd.close();
    leave();
  }
}

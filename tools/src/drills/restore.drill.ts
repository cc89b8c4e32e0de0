import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Drill } from '../drill.ts';
import { serviceNames } from '../launcher/settings.ts';
import { residenceComment } from '../scenarios/residence-comment.ts';
import { openStage } from '../scenarios/stage.ts';
import { archiveInto, layOut, takeBaseBackup } from './restore/base-backup.ts';
import { type ConfirmedWrite, kept, startWriters } from './restore/confirmed-writes.ts';
import { type Figures, makeFigures, seconds } from './restore/figures.ts';
import { keepMirror, mirrorFiles } from './restore/kept-files.ts';
import { type OwnSystem, type Places, runTool, startSystem, tryTool } from './restore/own-system.ts';
import { makeProvinceServers, type ProvinceServers } from './restore/province-servers.ts';
import { aheadOfTheServer, momentOf, stillThere } from './restore/what-came-back.ts';

/** So often the log is archived at least: what a province can lose when every copy of its database is gone at once. */
const ARCHIVE_S = 5;
const QUEUES = 3;
const SLEEPER = 'transfers';
const WRITING_MS = {
  beforeBackup: 4_000,
  afterBackup: 5_000,
  asleep: 2_500,
  afterMoment: 2 * ARCHIVE_S * 1_000,
};
/** What `npm start` keeps beside databases, streams and files: keys, and whom the stand-ins of the outside world know. */
const keptOutside = ['keys.json', 'people.json', 'registry.json', 'signers.json', 'demo-loaded'];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const demand = (holds: boolean, sentence: string): void => {
  if (!holds) throw new Error(sentence);
};
const nowhere = { write: () => true } as unknown as NodeJS.WritableStream;

interface Written {
  readonly writes: readonly ConfirmedWrite[];
  readonly moment: { readonly at: Date; readonly text: string };
  readonly endedAt: Date;
}

/** Writes go on while the backup is taken, up to the moment, and after it; then everything is lost. */
async function liveAndLose(
  servers: ProvinceServers,
  system: OwnSystem,
  places: Places,
  figures: Figures,
  folder: string,
): Promise<Written> {
  const mirror = keepMirror(join(places.data, 'files'), join(folder, 'files-mirror'));
  const writers = startWriters(system.running, QUEUES);
  const papers = residenceComment(openStage(system.running, nowhere));
  await pause(WRITING_MS.beforeBackup);
  say('Taking a base backup while people pay, ask and sign …');
  const began = performance.now();
  const bytes = await takeBaseBackup(servers.url('postgres'), servers.dataDirectory, join(folder, 'backup'));
  figures.add(
    'base backup',
    `${(bytes / 1e6).toFixed(0)} MB in ${seconds(performance.now() - began)}, under writes`,
  );
  await papers;
  await pause(WRITING_MS.afterBackup);
  // One service stands still meanwhile, so that events are on their way at the moment: only the streams hold their place.
  const asleep = Number(system.running.pids[SLEEPER]);
  process.kill(asleep, 'SIGSTOP');
  writers.letIn(kept.slice(0, kept.length / 2));
  await pause(WRITING_MS.asleep);
  const moment = await momentOf(servers.url('postgres'));
  process.kill(asleep, 'SIGCONT');
  writers.letIn(kept.slice(kept.length / 2));
  say(`The moment to come back to: ${moment.text}. Writing goes on.`);
  await pause(WRITING_MS.afterMoment);
  await writers.stop();
  const endedAt = new Date();
  say('Everything is lost: processes, databases, streams and files.');
  const files = mirror.stop();
  figures.add('files in the mirror', String(files));
  await system.kill();
  await servers.lose();
  rmSync(join(places.data, 'files'), { recursive: true });
  return { writes: writers.confirmed, moment, endedAt };
}

/** Recovers to the end of the archive, looks at what is there, and throws it away again: what the loss of every copy would cost. */
async function measureTheEnd(
  servers: ProvinceServers,
  { writes, endedAt }: Written,
  figures: Figures,
  folder: string,
): Promise<void> {
  await servers.restore((dataDirectory) =>
    layOut({
      backup: join(folder, 'backup'),
      archive: join(folder, 'archive'),
      dataDirectory,
      moment: null,
      nextArchive: null,
    }),
  );
  const there = await stillThere(servers.url, writes);
  const lost = writes.filter((write) => !there.has(write));
  const oldest = Math.min(endedAt.getTime(), ...lost.map(({ seenAt }) => seenAt.getTime()));
  const kept = writes.filter((write) => there.has(write) && write.seenAt.getTime() < oldest);
  const gap_ms = endedAt.getTime() - oldest;
  figures.add(
    'RPO, disk lost, archive only',
    `${lost.length} of ${writes.length} confirmed writes, the last ${seconds(gap_ms)} (the log is archived every ${ARCHIVE_S} s)`,
  );
  demand(kept.length + lost.length >= writes.length - QUEUES, 'what is lost must be the end, not the middle');
  demand(gap_ms <= 2 * ARCHIVE_S * 1_000 + 2_000, `the archive was ${seconds(gap_ms)} behind`);
  await servers.lose();
}

async function checkTheMoment(
  servers: ProvinceServers,
  { writes, moment }: Written,
  figures: Figures,
): Promise<void> {
  const there = await stillThere(servers.url, writes);
  const before = writes.filter(({ seenAt }) => seenAt < moment.at);
  const after = writes.filter(({ askedAt }) => askedAt > moment.at);
  const missing = before.filter((write) => !there.has(write));
  const strange = after.filter((write) => there.has(write));
  demand(missing.length === 0, `${missing.length} writes confirmed before the moment are gone`);
  demand(strange.length === 0, `${strange.length} writes asked for after the moment are there`);
  demand(
    before.length > 0 && after.length > 0,
    'nothing was written before or after the moment: nothing is shown',
  );
  figures.add('confirmed before the moment', `${before.length}, all there`);
  figures.add('confirmed after it', `${after.length}, all gone, as asked`);
  const ahead = await aheadOfTheServer(servers.url);
  demand(ahead.length === 0, `transaction ids ahead of the server: ${ahead.join(', ')}`);
  figures.add('transaction ids in tables', 'all behind the server’s own');
}

/** Streams are filled from the outboxes before anybody listens, so that every aggregate's events keep their order. */
function refillStreams(places: Places): number {
  return serviceNames
    .map((name) => Number(/^(\d+) events/.exec(runTool(places, 'events', 'replay', name))?.[1]))
    .reduce((sum, sent) => sum + sent, 0);
}

/** Effects that are missing: of events that had left, but had not been taken in by everybody at the moment. */
function notTakenIn(places: Places): number {
  const { code, said } = tryTool(places, 'events', 'compare');
  demand(code === 0 || !said.includes('nobody has sent'), `the databases are of different moments:\n${said}`);
  return [...said.matchAll(/has not taken in (\d+) events/g)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
}

async function rehearse(folder: string, ending: (() => Promise<void>)[]): Promise<void> {
  const figures = makeFigures();
  const servers = await makeProvinceServers(folder, say);
  ending.push(() => servers.stop());
  await archiveInto({
    url: servers.url('postgres'),
    dataDirectory: servers.dataDirectory,
    archive: join(folder, 'archive'),
    seconds: ARCHIVE_S,
  });
  await servers.restart();
  const places = { data: join(folder, 'data'), databases: servers.databases, natsUrl: servers.natsUrl };
  mkdirSync(places.data);
  say('Starting a province with its demo data …');
  const first = await startSystem(places, say);
  ending.push(() => first.kill());
  const written = await liveAndLose(servers, first, places, figures, folder);
  await measureTheEnd(servers, written, figures, folder);

  say(`Restoring every database to ${written.moment.text} …`);
  const began = performance.now();
  const since = (): string => seconds(performance.now() - began);
  await servers.restore((dataDirectory) =>
    layOut({
      backup: join(folder, 'backup'),
      archive: join(folder, 'archive'),
      dataDirectory,
      moment: written.moment.text,
      nextArchive: join(folder, 'archive-after'),
    }),
  );
  figures.add('databases are back', `after ${since()}`);
  await checkTheMoment(servers, written, figures);
  const restored = { ...places, data: join(folder, 'data-after'), natsUrl: await servers.emptyNats() };
  mkdirSync(restored.data);
  for (const name of keptOutside) cpSync(join(places.data, name), join(restored.data, name));
  mirrorFiles(join(folder, 'files-mirror'), join(restored.data, 'files'));
  const onTheWay = notTakenIn(restored);
  demand(onTheWay > 0, 'no event was on its way at the moment: the refilling of the streams shows nothing');
  const events = refillStreams(restored);
  figures.add('streams are full again', `after ${since()}, ${events} events from five outboxes`);
  const second = await startSystem(restored, say);
  ending.push(() => second.kill());
  figures.add('RTO, the province serves', `after ${since()}`);
  const firstDay = second.running.environment.CLOCK_START ?? '';
  say(`  ${runTool(restored, 'renumber', firstDay).split('\n').join('\n  ')}`);
  for (const line of runTool(restored, 'verify', 'audit', 'ledger', 'totals', 'files').split('\n'))
    say(`  ${line}`);
  figures.add('audit, ledger, totals, files', `whole, known after ${since()}`);
  say(`  ${runTool(restored, 'events', 'compare').split('\n').join('\n  ')}`);
  figures.add(
    'inboxes and outboxes',
    `agree, also on the ${onTheWay} effects that were on their way at the moment`,
  );
  say(`  ${runTool(restored, 'doctor').split('\n').join('\n  ')}`);
  figures.add('doctor', `finds nothing that needs anybody, after ${since()}`);
  const writers = startWriters(second.running, 1, kept);
  await pause(5_000);
  await writers.stop();
  const numbers = new Set(
    written.writes.filter(({ kind }) => kind === 'payment').map(({ number }) => number),
  );
  const again = writers.confirmed.filter(({ number }) => numbers.has(number));
  demand(again.length === 0, `${again.length} numbers of orders were given out twice`);
  const paid = writers.confirmed.filter(({ kind }) => kind === 'payment');
  demand(paid.length > 0, 'nobody could pay after the restore');
  figures.add(
    'written since',
    `${writers.confirmed.length} confirmed, no number of a lost order given out again`,
  );
  await second.stop();
  figures.print();
}

export const drill: Drill = {
  summary: 'a province under writes is lost and restored to one moment: databases, streams, files',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'dang-restore-'));
    chmodSync(folder, 0o755);
    const ending: (() => Promise<void>)[] = [
      () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
    ];
    const end = async (): Promise<void> => {
      for (const each of ending.splice(0).reverse()) await each().catch(() => {});
    };
    process.once('SIGINT', () => void end().then(() => process.exit(130)));
    try {
      await rehearse(folder, ending);
    } finally {
      await end();
    }
  },
};

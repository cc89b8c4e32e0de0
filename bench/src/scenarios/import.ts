import { fork } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { interleave } from '../lib/interleave.ts';
import type { Scenario } from '../lib/scenario.ts';
import { median, pairedRatio } from '../lib/stats.ts';
import {
  freshDatabase,
  importDay,
  makeIdentity,
  timeCopy,
  writeCopyFile,
  writeMembers,
} from './import.data.ts';
import { onPostgres } from './own-postgres.ts';

type Timed = { seconds: number; rssMb: number };
type Imported = Timed & {
  summary: { created: number; changed: number; faulty: number };
  phases: Record<string, number>;
};

const keys = {
  PROVINCE_KEY: Buffer.alloc(32, 1).toString('base64'),
  PROVINCE_INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
};

/** Our import in a process of its own: seconds from its first statement to its last, and the most memory it held. */
function importOnce(url: string, file: string, report: string): Promise<Imported> {
  const { promise, resolve, reject } = Promise.withResolvers<Imported>();
  const child = fork(new URL('import.child.ts', import.meta.url), [url, file, report, importDay], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...keys },
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--max-old-space-size=384',
      '--max-semi-space-size=32',
    ],
  });
  let found: Imported | undefined;
  child.on('message', (message) => {
    found = message as Imported;
  });
  child.on('exit', (code) => (found ? resolve(found) : reject(new Error(`the import ended with ${code}`))));
  return promise;
}

/** The import of members from CSV beside COPY of the same rows into the same indexed table. */
export const importScenario: Scenario = ({ isQuick, say }) =>
  onPostgres('import', say, async ({ folder, postgres }) => {
    const members = isQuick ? 50_000 : 500_000;
    const [file, copyFile, report] = ['members.csv', 'members.copy', 'report.csv'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    say(`writing ${members} rows`);
    await writeMembers(file, members);
    await freshDatabase(postgres.url('postgres'), 'template_identity', 'template0');
    await makeIdentity(postgres.url('template_identity'), members);
    const ours = async (): Promise<Timed> => {
      await freshDatabase(postgres.url('postgres'), 'ours', 'template_identity');
      const imported = await importOnce(postgres.url('ours'), file, report);
      if (imported.summary.created !== members)
        throw new Error(`only ${imported.summary.created} were imported`);
      const phases = Object.entries(imported.phases).map(
        ([name, seconds]) => `${name} ${seconds.toFixed(1)} s`,
      );
      say(`ours ${imported.seconds.toFixed(1)} s, ${Math.round(imported.rssMb)} MB (${phases.join(', ')})`);
      return imported;
    };
    await ours();
    await writeCopyFile(postgres.url('ours'), copyFile);
    const again = await importOnce(postgres.url('ours'), file, report);
    say(`a second run of the same file: ${again.seconds.toFixed(1)} s`);
    const copy = async (): Promise<Timed> => {
      await freshDatabase(postgres.url('postgres'), 'copied', 'template_identity');
      const seconds = await timeCopy(postgres.url('copied'), () => createReadStream(copyFile));
      say(`COPY ${seconds.toFixed(1)} s`);
      return { seconds, rssMb: 0 };
    };
    const rounds = await interleave({
      rounds: isQuick ? 2 : 3,
      repeats: 0,
      variants: { ours, copy },
      say,
    });
    const ourSeconds = rounds.map(({ samples }) => samples.ours.seconds);
    const copySeconds = rounds.map(({ samples }) => samples.copy.seconds);
    const rss = Math.max(...rounds.map(({ samples }) => samples.ours.rssMb));
    const ratio = pairedRatio(copySeconds, ourSeconds);
    const perSecond = (seconds: readonly number[]) => Math.round(members / median(seconds)).toString();
    return {
      figures: [
        { goal: 'import-members', value: ratio.value * 100, low: ratio.low * 100, high: ratio.high * 100 },
        { goal: 'import-memory', value: rss },
        { goal: 'import-again', value: again.summary.created + again.summary.changed },
      ],
      table: [
        ['way', 'seconds, median', 'members a second'],
        ['our import: read, check, seal, merge, tell', median(ourSeconds).toFixed(1), perSecond(ourSeconds)],
        ['COPY of the same rows', median(copySeconds).toFixed(1), perSecond(copySeconds)],
      ],
      notes: [
        `${members} members of ${Math.ceil(members / 25)} branches, one CSV file; both ways into the same empty, indexed table of a fresh database, fsync on. Ours also writes the events by which four services learn of everybody, the enrolments and the audit trail. A second run of the same file took ${again.seconds.toFixed(1)} s and wrote nothing.`,
      ],
      packages: ['csv-parse', 'pg-copy-streams', 'pg'],
      foreign: rounds.map(({ foreign }) => foreign),
    };
  });

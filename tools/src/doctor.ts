import { parseArgs } from 'node:util';
import { openConnection } from '@dang/events/leader';
import type { ServiceDefinition } from '@dang/service/definition';
import { examineCertificates } from './doctor/certificates.ts';
import { examineClocks } from './doctor/clocks.ts';
import { examineDatabase } from './doctor/database.ts';
import { type Finding, findingsOf, type Level, type Patient } from './doctor/finding.ts';
import { examineNats, reachNats } from './doctor/nats.ts';
import { examineReadiness } from './doctor/readiness.ts';
import { examineConfiguration, examineGateway, examineKeys, examineStorage } from './doctor/secrets.ts';
import { examineStreams } from './doctor/streams.ts';
import { examineOutbox, examineWatermarks } from './doctor/watermarks.ts';
import { whyNot } from './doctor/why-not.ts';
import { databaseOf, servicesInReach } from './launcher/databases.ts';
import { findRunning } from './launcher/running.ts';
import type { ServiceName } from './launcher/settings.ts';
import { runTool } from './launcher/tool.ts';

const usage = `npm run doctor [-- --json] [-- --all]

Looks at everything that this environment reaches, changes nothing, and says in sentences what is wrong: databases, migrations,
transaction ids, watermarks of sealers and folders, streams and places in them, parked events, keys, configuration, certificates, clocks,
storage. --all says also what is fine; --json gives every finding. Exit code 1 when something needs somebody now.
Works on what \`npm start\` runs, else on NATS_URL and whichever DATABASE_URL_<SERVICE> are given: in a pod, its own service.`;

const marks: Readonly<Record<Level, string>> = {
  fine: '  fine   ',
  notice: '  notice ',
  trouble: '  TROUBLE',
};

const definitionOf = async (name: ServiceName) =>
  ((await import(`../../services/${name}/src/definition.ts`)) as { definition: ServiceDefinition })
    .definition;

const parts: readonly ((patient: Patient) => Finding[] | Promise<Finding[]>)[] = [
  examineConfiguration,
  examineDatabase,
  examineOutbox,
  examineWatermarks,
  examineStreams,
  examineKeys,
  examineStorage,
  examineCertificates,
];

/** Lets every part look; one that cannot is a finding itself, and keeps nobody else from looking. */
async function examine(patient: Patient): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const part of parts) {
    try {
      found.push(...(await part(patient)));
    } catch (error) {
      found.push(findingsOf(patient.name).trouble(`could not be looked at: ${(error as Error).message}`));
    }
  }
  return found;
}

/** Where the processes say whether they are ready: all of what `npm start` runs; in a pod, the process beside us. */
function readinessAddresses(source: Patient['source']): Record<string, string> {
  const running = findRunning();
  const own = source.PORT_MONITOR;
  if (own && !running) return { 'this process': `http://${source.HOST ?? '127.0.0.1'}:${own}/readyz` };
  const all: Record<string, string> = running ? { ...running.subgraphs, gateway: running.gateway } : {};
  return Object.fromEntries(
    Object.entries(all).map(([name, address]) => [name, new URL('/readyz', address).href]),
  );
}

/** `npm start` gives every service doors of its own, where a cluster has one address for all. */
const sourceOf = (name: ServiceName, source: Patient['source']): Patient['source'] => ({
  ...(findRunning() && { DOORS_URL: `http://127.0.0.1:${source[`PORT_${name.toUpperCase()}_DOORS`]}` }),
  ...source,
});

const anyDatabase = (source: Patient['source']): boolean =>
  findRunning() !== null || Object.keys(source).some((name) => name.startsWith('DATABASE_URL_'));

async function look(): Promise<Finding[]> {
  const running = findRunning();
  const source = { ...running?.environment, ...process.env };
  const province = source.PROVINCE_CODE ?? '05';
  const addresses = readinessAddresses(source);
  const found = [...(await examineReadiness(addresses)), ...examineGateway(source)];
  const reached = await reachNats(process.env.NATS_URL ?? running?.nats);
  const { nats } = reached;
  const patients: Patient[] = [];
  // in a pod of the gateway there is no database to look at
  const services = found.length > 0 && !anyDatabase(source) ? [] : servicesInReach();
  for (const name of services) {
    const databaseUrl = databaseOf(name);
    try {
      const { client } = await openConnection(databaseUrl, 'doctor');
      const definition = await definitionOf(name);
      patients.push({
        name,
        definition,
        client,
        databaseUrl,
        source: sourceOf(name, source),
        province,
        nats,
      });
    } catch (error) {
      found.push(findingsOf(name).trouble(`its database: ${whyNot(error, databaseUrl)}`));
    }
  }
  const nearNats = {
    monitor: process.env.NATS_MONITOR_URL,
    isProduction: (source.NODE_ENV ?? 'production') === 'production',
  };
  try {
    found.push(
      ...(await Promise.all(patients.map(examine))).flat(),
      ...(await examineNats(reached, nearNats)),
    );
    if (patients[0]) found.push(...(await examineClocks(patients[0], addresses)));
    return found;
  } finally {
    await Promise.all(patients.map(({ client }) => client.end().catch(() => {})));
    await nats?.close();
  }
}

await runTool(usage, async () => {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, all: { type: 'boolean' } } });
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const found = await look();
  const count = (level: Level) => found.filter((each) => each.level === level).length;
  if (values.json)
    say(JSON.stringify({ trouble: count('trouble'), notices: count('notice'), found }, null, 2));
  else {
    for (const { level, of, says } of found)
      if (values.all || level !== 'fine') say(`${marks[level]}  ${of.padEnd(11)} ${says}`);
    say(
      `${found.length} things were looked at: ${count('trouble')} need somebody now, ${count('notice')} are worth knowing.`,
    );
  }
  if (count('trouble') > 0) process.exitCode = 1;
});

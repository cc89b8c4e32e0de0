import { createInterface } from 'node:readline/promises';
import { CannotName, nameOperator } from '@dang/identity/admin-grant/name-operator';
import { definition } from '@dang/identity/definition';
import { sealingKeysOf } from '@dang/identity/sealing-keys';
import { makeClock } from '@dang/service/clock';
import { openDatabase } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import { databaseOf } from './launcher/databases.ts';
import { findRunning } from './launcher/running.ts';
import { Mistake, runTool, WrongCall } from './launcher/tool.ts';

const usage = `npm run operator -- <unit code> <reason>

Names the first operator of the system, who sets the first positions of a province. Asks for the personal id on standard
input, so that it stands in no list of processes; the person must have signed in once and be among the members. Works on what
\`npm start\` runs, else on DATABASE_URL_IDENTITY and PROVINCE_INDEX_KEY.`;

async function askPersonalId(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<string>((done) => lines.once('close', () => done('')));
  const digits = (await Promise.race([lines.question('Personal id (12 digits): '), ended])).replace(
    /\s/g,
    '',
  );
  lines.close();
  if (!/^\d{12}$/.test(digits)) throw new Mistake('A personal id has 12 digits.');
  return digits;
}

await runTool(usage, async ([unitCode, ...words]) => {
  const reason = words.join(' ').trim();
  if (!unitCode) throw new WrongCall('On which unit?');
  if (reason === '') throw new WrongCall('Why? Name the decision.');
  const environment = { ...findRunning()?.environment, ...process.env };
  const { indexKey } = sealingKeysOf(environment);
  const log = makeLogger({ service: 'operator', role: 'tool', level: 'silent' });
  const url = databaseOf('identity');
  const personalId = await askPersonalId();
  const orm = await openDatabase({ definition, url, poolSize: 1, log });
  try {
    const clock = makeClock(environment.CLOCK_START);
    const isNew = await nameOperator(orm.em.fork(), { clock, indexKey }, { personalId, unitCode, reason });
    process.stdout.write(isNew ? `Named, on ${unitCode}.\n` : 'This person is an operator already.\n');
  } catch (error) {
    throw error instanceof CannotName ? new Mistake(error.message) : error;
  } finally {
    await orm.close(true);
  }
});

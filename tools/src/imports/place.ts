import { makeClock } from '@dang/service/clock';
import { findRunning } from '../launcher/running.ts';

/** A mistake in what was asked for: said in one sentence, without a stack. */
export class Mistake extends Error {}

/** Where an import works: what `npm start` runs, else what the environment names. */
export type Place = { databaseUrl: string; environment: Record<string, string | undefined>; today: string };

/** The database of this service, the keys of the province and the day of the business. */
export function placeOf(service: string): Place {
  const running = findRunning();
  const variable = `DATABASE_URL_${service.toUpperCase()}`;
  const databaseUrl = process.env[variable] ?? running?.databases[service];
  if (!databaseUrl) throw new Mistake(`Nothing runs here: start it with \`npm start\`, or set ${variable}.`);
  const environment = { ...running?.environment, ...process.env };
  return { databaseUrl, environment, today: makeClock(environment.CLOCK_START).today() };
}

import { makeClock } from '@dang/service/clock';
import { databaseOf } from '../launcher/databases.ts';
import { findRunning } from '../launcher/running.ts';

/** Where an import works: what `npm start` runs, else what the environment names. */
export type Place = { databaseUrl: string; environment: Record<string, string | undefined>; today: string };

/** The database of this service, the keys of the province and the day of the business. */
export function placeOf(service: string): Place {
  const environment = { ...findRunning()?.environment, ...process.env };
  return { databaseUrl: databaseOf(service), environment, today: makeClock(environment.CLOCK_START).today() };
}

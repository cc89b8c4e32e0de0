import { Migration } from '@mikro-orm/migrations';
import { rateAndWaiverTables } from './rate-and-waiver-tables.ts';
import { ruleTables } from './rule-tables.ts';

/** By which rules dues are computed, what members declare and give beyond, and what is waived of it. */
export class RatesAndWaivers extends Migration {
  override up(): void {
    for (const sql of [...ruleTables, ...rateAndWaiverTables]) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

import { Migration } from '@mikro-orm/migrations';
import { allocationTables } from './allocation-tables.ts';
import { ledgerFunctions } from './ledger-functions.ts';
import { ledgerTables } from './ledger-tables.ts';

/** The ledger: balanced, append-only, chained; and by which policies dues are divided. */
export class Ledger extends Migration {
  override up(): void {
    for (const sql of [...ledgerTables, ...ledgerFunctions, ...allocationTables]) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

import { certificateTables } from '@dang/reference/certificates';
import { Migration } from '@mikro-orm/migrations';
import { secondTables } from './second-tables.ts';

/** Temporary transfers, drafts, both ends outside of the system, signed boxes, explained terms. */
export class BothProcedures extends Migration {
  override up(): void {
    for (const sql of [...certificateTables, ...secondTables]) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

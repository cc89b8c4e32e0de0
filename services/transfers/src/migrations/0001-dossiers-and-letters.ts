import { eventTables } from '@dang/events/migrations';
import { referenceTables } from '@dang/reference/tables';
import { serviceTables } from '@dang/service/tables';
import { Migration } from '@mikro-orm/migrations';
import { transferTables } from './tables.ts';

/** Every table of transfers, of events, and of the local copies. */
export class DossiersAndLetters extends Migration {
  override up(): void {
    for (const sql of serviceTables) this.addSql(sql);
    for (const sql of eventTables) this.addSql(sql);
    this.addSql(referenceTables);
    this.addSql(transferTables);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

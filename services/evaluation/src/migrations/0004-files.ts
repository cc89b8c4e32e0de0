import { fileTables } from '@dang/documents/files/file-tables';
import { calendarTables } from '@dang/reference/calendar';
import { certificateTables } from '@dang/reference/certificates';
import { Migration } from '@mikro-orm/migrations';

/** Files and signatures, and what they are decided by: certificates of officers, days off. */
export class Files extends Migration {
  override up(): void {
    for (const sql of [...fileTables, ...certificateTables, ...calendarTables]) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

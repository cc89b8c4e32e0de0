import { fileTables } from '@dang/documents/files/file-tables';
import { certificateTables } from '@dang/reference/certificates';
import { Migration } from '@mikro-orm/migrations';

/** Files and signatures: what people bring to their requests, what officers sign, and with which certificates. */
export class Files extends Migration {
  override up(): void {
    for (const sql of [...fileTables, ...certificateTables]) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

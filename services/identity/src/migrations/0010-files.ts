import { fileTables } from '@dang/documents/files/file-tables';
import { Migration } from '@mikro-orm/migrations';

/** Files: the scans of registrations that came on paper or by post. */
export class Files extends Migration {
  override up(): void {
    for (const sql of fileTables) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

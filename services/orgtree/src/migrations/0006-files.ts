import { fileTables } from '@dang/documents/files/file-tables';
import { Migration } from '@mikro-orm/migrations';

/** Files: what people bring to their calls for support. */
export class Files extends Migration {
  override up(): void {
    for (const sql of fileTables) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

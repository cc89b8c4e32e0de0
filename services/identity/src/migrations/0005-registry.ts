import { Migration } from '@mikro-orm/migrations';
import {
  correctionTables,
  differenceTables,
  exclusionTables,
  importTables,
  matchTables,
  searchColumns,
} from './registry-tables.ts';

/** What identity keeps of the member database: its answers, its differences, imports, corrections and exclusions. */
export class Registry extends Migration {
  override up(): void {
    for (const sql of [
      matchTables,
      searchColumns,
      differenceTables,
      importTables,
      exclusionTables,
      correctionTables,
    ]) {
      this.addSql(sql);
    }
  }
}

import { eventTables } from '@dang/events/migrations';
import { referenceTables } from '@dang/reference/tables';
import { serviceTables } from '@dang/service/tables';
import { Migration } from '@mikro-orm/migrations';
import { feesTables } from './tables.ts';

/** Everything that the service stands on, at its first start. */
export class FirstTables extends Migration {
  override up(): void {
    this.addSql(eventTables);
    this.addSql(serviceTables);
    this.addSql(referenceTables);
    this.addSql(feesTables);
  }
}

import { eventTables } from '@dang/events/migrations';
import { referenceTables } from '@dang/reference/tables';
import { serviceTables } from '@dang/service/tables';
import { Migration } from '@mikro-orm/migrations';
import { feesTables } from './tables.ts';

/** Everything that the service stands on, at its first start. */
export class RatesAndCharges extends Migration {
  override up(): void {
    for (const sql of [eventTables, serviceTables, referenceTables, feesTables].flat()) this.addSql(sql);
  }
}

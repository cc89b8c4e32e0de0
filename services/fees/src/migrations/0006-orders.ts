import { Migration } from '@mikro-orm/migrations';
import { orderTables } from './order-tables.ts';

/** Orders, their lines with the allocation, and what providers have told. */
export class Orders extends Migration {
  override up(): void {
    for (const sql of orderTables) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

import { Migration } from '@mikro-orm/migrations';
import { confirmFunctions } from './confirm-payments.ts';

/** Everything that a payment brings about, in one call. */
export class ConfirmPayments extends Migration {
  override up(): void {
    for (const sql of confirmFunctions) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

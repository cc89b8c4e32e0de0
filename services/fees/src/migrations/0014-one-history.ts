import { Migration } from '@mikro-orm/migrations';

/** Where somebody who acted was kept with their whole capacity. */
const nested = [
  ['order_step', 'actor'],
  ['refund_step', 'actor'],
  ['payment_order', 'recorded_by'],
  ['payment_order', 'confirmed_by'],
  ['refund', 'requested_by'],
  ['refund', 'decided_by'],
] as const;

/** One form of who acted, and one history of whatever somebody decides on: `dues_step` becomes a part of `dossier_step`. */
export class OneHistory extends Migration {
  override up(): void {
    for (const [table, column] of nested) {
      this.addSql(
        `update ${table} set ${column} = (${column} - 'capacity') || jsonb_build_object(
           'title', ${column} #> '{capacity,title}', 'unitId', ${column} #> '{capacity,unitId}')
         where ${column} -> 'capacity' is not null`,
      );
    }
    this.addSql(
      `insert into dossier_step (dossier_id, at, action, from_state, to_state, actor, reason)
       select dossier_id, at, action, from_state, to_state,
         case when by_name is not null then jsonb_build_object('accountId', by_account_id, 'memberId', null,
           'name', by_name, 'title', by_title, 'unitId', unit_id) end, reason
       from dues_step order by dossier_id, version`,
    );
    this.addSql('drop table dues_step');
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

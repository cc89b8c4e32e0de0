import { forgettableSignatures } from '@dang/documents/files/file-tables';
import { retentionTables } from '@dang/service/retention';
import { Migration } from '@mikro-orm/migrations';

/** How long records are kept, and what was taken away when: a delivered sheet and its signature go ten years later, and by nothing else. */
export class Retention extends Migration {
  override up(): void {
    for (const sql of retentionTables) this.addSql(sql);
    this.addSql(forgettableSignatures);
    this.addSql(`create or replace function keep_delivered_sheet() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and current_setting('dang.forgets_records', true) = 'on' then return old; end if;
        raise exception 'a delivered sheet never changes: a correction is a new sheet';
      end $$`);
    this.addSql(
      'create index comment_item_ended on comment_item (closed_on, id) where closed_on is not null',
    );
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

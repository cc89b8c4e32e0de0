import { auditTables } from '@dang/audit/tables';
import { Migration } from '@mikro-orm/migrations';

/** Who did what: the audit trail and its chains. */
export class AuditTrail extends Migration {
  override up(): void {
    for (const sql of auditTables) this.addSql(sql);
    // Texts sealed under a key of their own begin with `v2.`.
    for (const table of ['member', 'account']) {
      for (const column of ['personal_id_sealed', 'card_number_sealed']) {
        this.addSql(`alter table ${table} drop constraint ${table}_${column}_check`);
        this.addSql(
          `alter table ${table} add constraint ${table}_${column}_check check (${column} like 'v_.%')`,
        );
      }
    }
  }
}

import { auditTables } from '@dang/audit/tables';
import { Migration } from '@mikro-orm/migrations';

/** Who did what: the audit trail and its chains. */
export class AuditTrail extends Migration {
  override up(): void {
    for (const sql of auditTables) this.addSql(sql);
  }
}

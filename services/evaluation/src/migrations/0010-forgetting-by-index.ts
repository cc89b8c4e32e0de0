import { Migration } from '@mikro-orm/migrations';

/**
 * Whenever a sheet, a signature or a file is forgotten, PostgreSQL asks every table that may refer to it. Without these it would read
 * the whole table for each of them, and a night's round would never end within its five seconds.
 */
export class ForgettingByIndex extends Migration {
  override up(): void {
    for (const [table, column] of [
      ['comment_sheet', 'replaces_id'],
      ['comment_sheet', 'scan_id'],
      ['comment_sheet', 'signature_id'],
      ['comment_list', 'approval_signature_id'],
      ['comment_list', 'send_signature_id'],
      ['document_signature', 'previous_id'],
      ['residence_contact', 'item_id'],
      ['self_report', 'file_id'],
      ['year_end_comment', 'sheet_id'],
    ]) {
      this.addSql(
        `create index ${table}_of_${column?.replace('_id', '')} on ${table} (${column}) where ${column} is not null`,
      );
    }
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

import { Migration } from '@mikro-orm/migrations';
import { insertTemplate } from './0006-notices.templates.ts';
import { duesNoticeTemplates } from './0008-dues-notices.templates.ts';

/** The words for what happens with dues and money. */
export class DuesNotices extends Migration {
  override up(): void {
    for (const template of duesNoticeTemplates) this.addSql(insertTemplate(template));
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

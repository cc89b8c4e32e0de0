import { Migration } from '@mikro-orm/migrations';
import { insertTemplate } from './0006-notices.templates.ts';
import { commentNoticeTemplates } from './0011-comment-notices.templates.ts';

/** The words for what happens with residence comments. */
export class CommentNotices extends Migration {
  override up(): void {
    for (const template of commentNoticeTemplates) this.addSql(insertTemplate(template));
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

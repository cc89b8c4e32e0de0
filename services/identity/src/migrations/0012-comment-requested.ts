import { Migration } from '@mikro-orm/migrations';
import { insertTemplate } from './0006-notices.templates.ts';
import { commentRequestedTemplates } from './0012-comment-requested.templates.ts';

/** The words for members on whom a comment is asked where they live. */
export class CommentRequested extends Migration {
  override up(): void {
    for (const template of commentRequestedTemplates) this.addSql(insertTemplate(template));
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

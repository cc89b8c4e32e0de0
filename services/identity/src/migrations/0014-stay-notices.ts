import { Migration } from '@mikro-orm/migrations';
import { insertTemplate } from './0006-notices.templates.ts';
import { stayNoticeTemplates } from './0014-stay-notices.templates.ts';

/** The words for temporary stays, terms and letters that leave the system; and where a dossier stood when its desk was told. */
export class StayNotices extends Migration {
  override up(): void {
    for (const template of stayNoticeTemplates) this.addSql(insertTemplate(template));
    this.addSql('alter table notice_dossier add column state text');
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

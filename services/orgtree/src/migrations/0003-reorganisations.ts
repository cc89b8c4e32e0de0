import { Migration } from '@mikro-orm/migrations';
import { headcountTables } from './headcount-tables.ts';
import { periodConstraints } from './period-constraints.ts';
import { reorganisationTables } from './reorganisation-tables.ts';
import { unitTypeTables } from './unit-type-tables.ts';

/** Types and kinds as data, what a tree is searched by, numbers of members by branch, and reorganisations. */
export class Reorganisations extends Migration {
  override up(): void {
    this.addSql('create extension if not exists pg_trgm');
    for (const sql of unitTypeTables) this.addSql(sql);

    this.addSql('alter table unit add column established_on date');
    this.addSql(`alter table unit_period add column e_document_code text check (e_document_code <> '')`);
    // a tổ đảng below a branch has a group of its own
    this.addSql('alter table unit_period drop constraint unit_period_code_check');
    this.addSql(
      `alter table unit_period add constraint unit_period_code_check check (code ~ '^(CENTRAL|\\d{2}(\\.\\d{3}){0,5})$')`,
    );
    // the same letters as searchKey of @dang/vietnam: without marks, in lower case
    this.addSql(`
      alter table unit_period add column search_key text collate "C" not null generated always as (
        lower(regexp_replace(normalize(translate(name || ' ' || short_name || ' ' || code, 'đĐ', 'dD'), NFD),
          '[\\u0300-\\u036F]', '', 'g') collate pg_c_utf8)
      ) stored`);
    this.addSql('create index unit_period_search on unit_period using gin (search_key gin_trgm_ops)');
    this.addSql('create index unit_period_path_order on unit_period (path)');
    this.addSql('create index unit_period_of_unit on unit_period (unit_id)');
    // all that a list of members asks before it knows its page, so that the table itself is left alone
    this.addSql('drop index membership_by_name');
    this.addSql(`create index membership_by_name on membership (unit_id, kind, name_key, member_id)
      include (valid_from, valid_to, id)`);
    for (const sql of periodConstraints) this.addSql(sql);

    for (const sql of headcountTables) this.addSql(sql);
    for (const sql of reorganisationTables) this.addSql(sql);
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

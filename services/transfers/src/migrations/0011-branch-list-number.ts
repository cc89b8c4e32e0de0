import { Migration } from '@mikro-orm/migrations';

/** The member's number in the list of the branch that issued the letter, which no system knows but the branch. */
export class BranchListNumber extends Migration {
  override up(): void {
    this.addSql(
      'alter table introduction_letter add column branch_list_number integer check (branch_list_number between 1 and 99999)',
    );
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}

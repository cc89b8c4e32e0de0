import { Migration } from '@mikro-orm/migrations';

// What the member database answered for an account. Numbers that may be personal ids are sealed apart from the record.
const matches = `
create table registry_match (
  account_id uuid primary key references account,
  found boolean not null,
  record jsonb,
  card_number_sealed text check (card_number_sealed like 'v_.%'),
  card_number_index text,
  looked_up_at timestamptz not null,
  check (found = (record is not null)),
  check ((card_number_sealed is null) = (card_number_index is null))
);

create table registry_lookup (
  account_id uuid not null references account,
  asked_at timestamptz not null
);
create index registry_lookup_account on registry_lookup (account_id, asked_at);
`;

/** What identity keeps of the member database: its answers, its differences, imports, corrections and exclusions. */
export class Registry extends Migration {
  override up(): void {
    this.addSql(matches);
  }
}

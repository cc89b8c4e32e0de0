import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A member as the member database knows them, without any number that could be a personal id. Days are `YYYY-MM-DD`. */
export type RegistryRecord = {
  registryId: string;
  fullName: string;
  otherName: string | null;
  gender: 'MALE' | 'FEMALE' | null;
  dateOfBirth: string;
  permanentAddress: string | null;
  legacyCardNumber: string | null;
  profileNumber: string | null;
  joinDate: string | null;
  officialDate: string | null;
  status: string;
  forceCategory: string;
  /** The branch by its code, and its id where the tree knows that code today. */
  branchCode: string | null;
  branchId: string | null;
};

/** What the member database answered for an account: only ever the account's own person, by personal id. */
export type RegistryMatch = {
  found: boolean;
  record: RegistryRecord | null;
  cardNumberSealed: string | null;
  cardNumberIndex: string | null;
  lookedUpAt: Date;
};

/** The last answer of the member database for this account; null when it was never asked. */
export async function registryMatchOf(
  em: SqlEntityManager,
  accountId: string,
): Promise<RegistryMatch | null> {
  const [row] = await em.execute<(Omit<RegistryMatch, 'lookedUpAt'> & { lookedUpAt: string })[]>(
    `select found, record, card_number_sealed as "cardNumberSealed", card_number_index as "cardNumberIndex",
       looked_up_at as "lookedUpAt"
     from registry_match where account_id = ?`,
    [accountId],
  );
  return row ? { ...row, lookedUpAt: new Date(row.lookedUpAt) } : null;
}

/** A person as the member database knows them, the 12-digit card number sealed beside the record. */
export type KnownPerson = { record: RegistryRecord; cardNumberSealed: string | null };

/** What the member database last said of the owners of these accounts, in the order asked; null where it knows nobody. */
export async function knownPersons(
  em: SqlEntityManager,
  accountIds: readonly string[],
): Promise<(KnownPerson | null)[]> {
  const rows = await em.execute<(KnownPerson & { id: string })[]>(
    `select account_id as id, record, card_number_sealed as "cardNumberSealed"
     from registry_match where found and account_id = any(array[?]::uuid[])`,
    [accountIds],
  );
  const byAccount = new Map(rows.map(({ id, ...person }) => [id, person]));
  return accountIds.map((id) => byAccount.get(id) ?? null);
}

/** Keeps what the member database answered, in place of an earlier answer. */
export async function keepRegistryMatch(
  em: SqlEntityManager,
  accountId: string,
  match: RegistryMatch,
): Promise<void> {
  await em.execute(
    `insert into registry_match (account_id, found, record, card_number_sealed, card_number_index, looked_up_at)
     values (?, ?, ?::jsonb, ?, ?, ?)
     on conflict (account_id) do update set found = excluded.found, record = excluded.record,
       card_number_sealed = excluded.card_number_sealed, card_number_index = excluded.card_number_index,
       looked_up_at = excluded.looked_up_at`,
    [
      accountId,
      match.found,
      match.record && JSON.stringify(match.record),
      match.cardNumberSealed,
      match.cardNumberIndex,
      match.lookedUpAt,
    ],
  );
}

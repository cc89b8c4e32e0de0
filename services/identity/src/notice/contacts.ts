import type { ServiceEnvironment } from '@dang/service/environment';
import { sealText } from '@dang/service/sealed-text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Where somebody can be reached outside of the system, as their approved form says; null where it says nothing. */
export type Contacts = { email: string | null; phone: string | null };

/**
 * Keeps where a member is reached, sealed under the province's key, in place of what was known before. Call it in the
 * transaction that makes a registration or a change of information hold.
 */
export async function saveContacts(
  em: SqlEntityManager,
  memberId: string,
  { email, phone }: Contacts,
  key: ServiceEnvironment['PROVINCE_KEY'],
): Promise<void> {
  const sealed = (text: string | null) => (text === null ? null : sealText(key, text));
  await em.execute(
    `insert into member_contact (member_id, email_sealed, phone_sealed) values (?, ?, ?)
     on conflict (member_id) do update
       set email_sealed = excluded.email_sealed, phone_sealed = excluded.phone_sealed, saved_at = now()`,
    [memberId, sealed(email), sealed(phone)],
  );
}

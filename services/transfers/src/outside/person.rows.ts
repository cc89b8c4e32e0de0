import { findMember, findPlacement } from '@dang/reference/members';
import type { ServiceEnvironment } from '@dang/service/environment';
import type { RefusalCode } from '@dang/service/refusal';
import { openText, sealText } from '@dang/service/sealed-text';
import { readCardNumber } from '@dang/vietnam/identifiers';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { memberBar } from '../dossier/request.rules.ts';
import type { KnownPerson, Person } from './person.rules.ts';
import { whoIs } from './person.rules.ts';

type Keys = Pick<ServiceEnvironment, 'PROVINCE_KEY'>;
type Peer = Omit<KnownPerson, 'card'> & {
  readonly sealed: string | null;
  readonly legacy: string | null;
};

/** One at a time for everybody born on this day, until the transaction ends: who enters the same person twice finds them the second time. */
export const lockPeers = (em: SqlEntityManager, { dateOfBirth }: Pick<Person, 'dateOfBirth'>) =>
  em.execute(`select pg_advisory_xact_lock(hashtextextended('comes from outside ' || ?::text, 0))`, [
    dateOfBirth,
  ]);

const digitsOf = (card: string | null) => card && (readCardNumber(card)?.digits ?? card);

/**
 * Whom we know of this person: a member of the registry, or somebody who came with a letter before. Without the key of the province 12-digit cards stay
 * sealed, and no letter is told with one.
 */
export async function findPerson(
  em: SqlEntityManager,
  keys: Keys | null,
  person: Person,
): Promise<KnownPerson | null> {
  const peers: Peer[] = await em.execute(
    `select id, full_name as "fullName", date_of_birth as "dateOfBirth", join_date as "joinDate", card_number_sealed as sealed,
       legacy_card_number as legacy
     from member_copy where date_of_birth = ?
     union all
     select member_id, full_name, date_of_birth, join_date, card_number_sealed, legacy_card_number
     from transfer_dossier where origin_branch_id is null and origin_text is not null and date_of_birth = ?`,
    [person.dateOfBirth, person.dateOfBirth],
  );
  const known = peers.map(({ sealed, legacy, ...peer }) => ({
    ...peer,
    card: sealed === null ? digitsOf(legacy) : keys && openText(keys.PROVINCE_KEY, sealed),
  }));
  return whoIs(person, known);
}

/**
 * Why somebody whom we know cannot come with a letter from outside, or null: who belongs to a branch here is transferred within, and who is barred
 * from transfers is barred from this one. Who left this province before may come back.
 */
export async function barKnownPerson(em: SqlEntityManager, memberId: string): Promise<RefusalCode | null> {
  if ((await findPlacement(em, memberId))?.branchId != null) return 'MEMBER_HAS_BRANCH';
  const open = await em.execute(
    `select from transfer_dossier where member_id = ? and closed_on is null and status not in ('DRAFT', 'CONVERTED')`,
    [memberId],
  );
  if (open.length > 0) return 'TRANSFER_ALREADY_OPEN';
  const member = await findMember(em, memberId);
  if (member === null || member.status === 'TRANSFERRED_OUT') return null;
  return memberBar(member, { kind: 'OFFICIAL', reason: null });
}

/** An id for somebody whom nobody here knew. */
export async function newPersonId(em: SqlEntityManager): Promise<string> {
  const [row]: { id: string }[] = await em.execute('select uuidv7() as id');
  return row?.id as string;
}

/** The card as it is kept: 12 digits usually are the personal id and are sealed. */
export function keptCard(keys: Keys | null, card: string | null) {
  const isLong = card !== null && readCardNumber(card)?.series === 'NEW';
  if (!isLong) return { cardNumberSealed: null, legacyCardNumber: card };
  if (keys === null) throw new Error('a 12-digit card came in clear');
  return { cardNumberSealed: sealText(keys.PROVINCE_KEY, card), legacyCardNumber: null };
}

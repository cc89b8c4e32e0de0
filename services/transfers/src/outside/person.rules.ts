import type { Bar } from '../dossier/bar.ts';

/** Somebody who comes with a letter from outside, as the letter names them. Days are `YYYY-MM-DD`. */
export interface Person {
  readonly fullName: string;
  readonly gender: string;
  readonly dateOfBirth: string;
  readonly joinDate: string | null;
  readonly officialDate: string | null;
  /** The digits of the membership card, 8 or 12, or none. */
  readonly card: string | null;
  readonly profileNumber: string | null;
}

/** Somebody whom we know already, with the digits of their card in clear. */
export interface KnownPerson {
  readonly id: string;
  readonly fullName: string;
  readonly dateOfBirth: string;
  readonly joinDate: string | null;
  readonly card: string | null;
}

const nameOf = (fullName: string) =>
  fullName.normalize('NFC').toLocaleLowerCase('vi').trim().split(/\s+/).join(' ');

/**
 * Who of these is this person: born on the same day, and with the same card, or with the same name and the same day of joining. A card
 * decides before a name; another card of the same series rules somebody out whose name is the same.
 */
export function whoIs(person: Person, known: readonly KnownPerson[]): KnownPerson | null {
  const peers = known.filter(({ dateOfBirth }) => dateOfBirth === person.dateOfBirth);
  const byCard = peers.find(({ card }) => card !== null && card === person.card);
  if (byCard) return byCard;
  return (
    peers.find(
      ({ fullName, joinDate, card }) =>
        nameOf(fullName) === nameOf(person.fullName) &&
        joinDate !== null &&
        joinDate === person.joinDate &&
        (card === null || person.card === null || card.length !== person.card.length),
    ) ?? null
  );
}

/** What no name holds: control characters, and those that turn the direction of what follows on paper. */
const unprintable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

const OLDEST_BIRTH = '1900-01-01';
const FIRST_DAY = '1930-02-03';

/** Why nobody can be like this, or null. `field` names the input. */
export function personBar(person: Person, today: string): Bar | null {
  const { fullName, dateOfBirth, joinDate, officialDate } = person;
  const wrong = (field: string): Bar => ({ code: 'INVALID_INPUT', field });
  if (fullName.trim() === '' || fullName.length > 200 || unprintable.test(fullName)) return wrong('fullName');
  if (dateOfBirth < OLDEST_BIRTH || dateOfBirth >= today) return wrong('dateOfBirth');
  if (joinDate !== null && (joinDate < FIRST_DAY || joinDate <= dateOfBirth || joinDate > today))
    return wrong('joinDate');
  if (officialDate !== null && (joinDate === null || officialDate < joinDate || officialDate > today))
    return wrong('officialDate');
  return null;
}

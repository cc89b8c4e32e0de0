/** What the member database can say differently. */
export const differenceFields = [
  'FULL_NAME',
  'OTHER_NAME',
  'GENDER',
  'DATE_OF_BIRTH',
  'PERMANENT_ADDRESS',
  'CARD_NUMBER',
  'LEGACY_CARD_NUMBER',
  'PROFILE_NUMBER',
  'JOIN_DATE',
  'OFFICIAL_DATE',
  'STATUS',
  'FORCE_CATEGORY',
  'BRANCH',
] as const;
export type DifferenceField = (typeof differenceFields)[number];

/** A member as either side has them; cards by their blind index, the branch by its id; null is "not said". */
export type ComparedMember = Record<DifferenceField, string | null>;

export type Difference = { field: DifferenceField; ours: string | null; theirs: string };

/** What this system works out itself while the member database still says "active". */
const derivedStatuses: readonly string[] = ['TRANSFERRING', 'ACTIVE_TEMP_AWAY', 'TRANSFERRED_OUT'];

/**
 * Everything that the member database says differently, field by field. What it does not say is no difference, and neither is
 * a status that this system knows better because the member is on the way between two branches.
 */
export function differencesOf(ours: ComparedMember, theirs: ComparedMember): Difference[] {
  return differenceFields.flatMap((field) => {
    const said = theirs[field];
    if (said === null || said === ours[field]) return [];
    if (field === 'STATUS' && said === 'ACTIVE' && derivedStatuses.includes(ours.STATUS ?? '')) return [];
    return [{ field, ours: ours[field], theirs: said }];
  });
}

/** A status after which nobody is a member: the account closes with it. */
export const closesAccount = (status: string): boolean =>
  ['STRUCK_OFF', 'EXPELLED', 'LEFT', 'DECEASED'].includes(status);

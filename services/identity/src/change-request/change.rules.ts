import { readCardNumber } from '@dang/vietnam/identifiers';
import {
  type Address,
  type Employer,
  type Extended,
  faultyField,
  readForm,
  type TypedForm,
} from '../account/form.rules.ts';

/** Everything that a change of information may touch, as one flat list of texts: `extended.phone` → `0912345678`. */
export type Information = Readonly<Record<string, string | null>>;

/** One value that is to change, from what holds to what shall hold. */
export type Change = { field: string; old: string | null; new: string | null };

const addressFields = ['province', 'district', 'ward', 'detail'] as const satisfies (keyof Address)[];
const employerFields = [
  'name',
  'ministry',
  'province',
  'district',
  'ward',
] as const satisfies (keyof Employer)[];
const extendedFields = [
  'taxCode',
  'socialInsuranceNumber',
  'currentResidence',
  'spouseName',
  'spouseRelation',
  'birthRegistration',
  'email',
  'phone',
  'nativePlace',
  'statusNote',
] as const satisfies (keyof Extended)[];
const groups = {
  permanentAddress: addressFields,
  employer: employerFields,
  extended: extendedFields,
} as const;
type Group = keyof typeof groups;

/** What holds today, or what was typed, before it is one flat list. */
export type Parts = {
  fullName?: string | null;
  cardNumber?: string | null;
  profileNumber?: string | null;
  joinDate?: string | null;
  officialDate?: string | null;
  residenceBranchId?: string | null;
  receivesRetainedDues?: boolean | null;
  permanentAddress?: TypedForm['permanentAddress'];
  employer?: TypedForm['employer'];
  extended?: TypedForm['extended'];
};

const single = [
  'fullName',
  'cardNumber',
  'profileNumber',
  'joinDate',
  'officialDate',
  'residenceBranchId',
] as const;

/** The flat list of the parts that are there: a part left out stays out, one that is null says nothing any more. */
export function flat(parts: Parts): Information {
  const list: Record<string, string | null> = {};
  for (const field of single) if (parts[field] !== undefined) list[field] = parts[field];
  if (parts.receivesRetainedDues !== undefined)
    list.receivesRetainedDues = String(parts.receivesRetainedDues ?? false);
  for (const group of Object.keys(groups) as Group[]) {
    if (parts[group] === undefined) continue;
    const values: Partial<Record<string, string | null>> = parts[group] ?? {};
    for (const field of groups[group]) list[`${group}.${field}`] = values[field] ?? null;
  }
  return list;
}

/** The other way round: what `readForm` reads. */
export function asTyped(list: Information): TypedForm {
  const { fullName, receivesRetainedDues, ...rest } = list;
  const typed: Record<string, unknown> = {
    partyFullName: fullName,
    receivesRetainedDues: receivesRetainedDues === 'true',
  };
  for (const [path, value] of Object.entries(rest)) {
    const [name = '', field] = path.split('.');
    if (field === undefined) typed[name] = value;
    else typed[name] = { ...(typed[name] as object | undefined), [field]: value };
  }
  return typed as TypedForm;
}

/** What was typed in the writing in which it is stored, or the field that cannot be read. */
export function readChanges(typed: Parts): Information | { fault: string } {
  const form = readForm({ ...typed, partyFullName: typed.fullName });
  if ('fault' in form) return { fault: form.fault === 'partyFullName' ? 'fullName' : form.fault };
  const read = flat({ ...form, fullName: form.partyFullName, cardNumber: form.card?.digits ?? null });
  const asked = new Set(Object.keys(flat(typed)));
  return Object.fromEntries(Object.entries(read).filter(([field]) => asked.has(field)));
}

/** Where what is asked for is not what holds. */
export function changesBetween(current: Information, asked: Information): Change[] {
  return Object.entries(asked)
    .map(([field, value]) => ({ field, old: current[field] ?? null, new: value }))
    .filter((change) => change.old !== change.new);
}

/** What holds once the changes do. */
export function changed(current: Information, changes: readonly Change[]): Information {
  return { ...current, ...Object.fromEntries(changes.map((change) => [change.field, change.new])) };
}

/** Does what holds still say what the changes started from? If not, an approval would undo somebody else's work. */
export function isOutdated(current: Information, changes: readonly Change[]): boolean {
  return changes.some(({ field, old }) => (current[field] ?? null) !== old);
}

/** The first field that cannot be so once the changes hold, or null: only what is asked to change is looked at. */
export function faultyChange(
  after: Information,
  changes: readonly Change[],
  dateOfBirth: string,
  today: string,
): string | null {
  const asked = new Set(changes.map(({ field }) => field));
  const has = (field: string) => (after[field] ?? null) !== null;
  if (asked.has('fullName') && !has('fullName')) return 'fullName';
  if (asked.has('joinDate') && !has('joinDate')) return 'joinDate';
  if ((asked.has('cardNumber') || asked.has('profileNumber')) && !has('cardNumber') && !has('profileNumber'))
    return asked.has('cardNumber') ? 'cardNumber' : 'profileNumber';
  const isAddressed = addressFields.some((field) => has(`permanentAddress.${field}`));
  if (
    isAddressed &&
    !has('permanentAddress.province') &&
    changes.some(({ field }) => field.startsWith('permanentAddress.'))
  )
    return 'permanentAddress.province';
  if (!asked.has('joinDate') && !asked.has('officialDate')) return null;
  const form = readForm({ joinDate: after.joinDate, officialDate: after.officialDate });
  return 'fault' in form ? form.fault : faultyField(form, { dateOfBirth, permanentAddress: null }, today);
}

/** A10: what of a leader, or of a holder of retained dues, only the direct superior may change. */
const importantFields: readonly string[] = ['fullName', 'cardNumber', 'receivesRetainedDues'];

/** Is any of this important in the sense of A10? */
export const isImportant = (changes: readonly Change[]): boolean =>
  changes.some(({ field }) => importantFields.includes(field));

/**
 * Where a change waits: with the direct superior when it is important and the member leads the branch or holds, or asks to
 * hold, the account for retained dues; also when the branch has nobody in office but this member. Else with the branch.
 */
export function waitsAt(
  changes: readonly Change[],
  about: { leadsBranch: boolean; holdsRetainedDues: boolean; nobodyElse: boolean },
): 'PENDING_BRANCH' | 'PENDING_SUPERIOR' {
  const asksToHold = changes.some(
    (change) => change.field === 'receivesRetainedDues' && change.new === 'true',
  );
  if (asksToHold || about.nobodyElse) return 'PENDING_SUPERIOR';
  const isSpecial = about.leadsBranch || about.holdsRetainedDues;
  return isSpecial && isImportant(changes) ? 'PENDING_SUPERIOR' : 'PENDING_BRANCH';
}

/** Which of the two card numbers, 8 or 12 digits, a text of digits is. */
export function cardColumns(digits: string | null): { newCard: string | null; legacyCard: string | null } {
  const card = digits === null ? null : readCardNumber(digits);
  return {
    newCard: card?.series === 'NEW' ? card.digits : null,
    legacyCard: card?.series === 'OLD' ? card.digits : null,
  };
}

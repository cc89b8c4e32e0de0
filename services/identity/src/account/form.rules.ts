import { type CardNumber, isProfileNumber, readCardNumber } from '@dang/vietnam/identifiers';
import { addMonths, monthOf } from '@dang/vietnam/month';
import { tidyText } from '@dang/vietnam/text';
import type { ClaimedPosition } from './account.rules.ts';

/** Nơi thường trú; the district is left over from before 01/07/2025. */
export type Address = Record<'province' | 'district' | 'ward' | 'detail', string | null>;

/** Đơn vị công tác. */
export type Employer = Record<'name' | 'ministry' | 'province' | 'district' | 'ward', string | null>;

/** Thông tin mở rộng: all of it is stored sealed. */
export type Extended = Record<
  | 'taxCode'
  | 'socialInsuranceNumber'
  | 'currentResidence'
  | 'spouseName'
  | 'birthRegistration'
  | 'email'
  | 'phone'
  | 'nativePlace'
  | 'statusNote',
  string | null
> & { spouseRelation: 'WIFE' | 'HUSBAND' | null };

/** The registration form (domain 5.4) in its stored writing: NFC, identifiers as digits, nothing said is null. */
export type Form = {
  partyFullName: string | null;
  permanentAddress: Address | null;
  card: CardNumber | null;
  profileNumber: string | null;
  joinDate: string | null;
  officialDate: string | null;
  position: ClaimedPosition;
  receivesRetainedDues: boolean;
  branchId: string | null;
  residenceBranchId: string | null;
  monthlyDues: bigint | null;
  monthlyDuesFrom: string | null;
  employer: Employer | null;
  extended: Extended | null;
};

type Text = string | null | undefined;

/** The form as somebody typed it; every part may be missing. */
export type TypedForm = {
  partyFullName?: Text;
  permanentAddress?: Partial<Record<keyof Address, Text>> | null;
  cardNumber?: Text;
  profileNumber?: Text;
  joinDate?: Text;
  officialDate?: Text;
  position?: ClaimedPosition | null;
  receivesRetainedDues?: boolean | null;
  branchId?: Text;
  residenceBranchId?: Text;
  monthlyDues?: bigint | null;
  monthlyDuesFrom?: Text;
  employer?: Partial<Record<keyof Employer, Text>> | null;
  extended?: (Partial<Record<keyof Extended, Text>> & { spouseRelation?: Extended['spouseRelation'] }) | null;
};

const addressFields = ['province', 'district', 'ward', 'detail'] as const;
const employerFields = ['name', 'ministry', 'province', 'district', 'ward'] as const;
const textLimit = 300;

const tidied = (text: Text): string | null => (text ? tidyText(text) || null : null);

/** A telephone number with its leading zero: `+84 912 345 678` and `0912.345.678` are one; null for none. */
export function readPhone(text: string): string | null {
  const digits = text.replace(/[\s.()-]/g, '').replace(/^(\+84|0084)/, '0');
  return /^0\d{9,10}$/.test(digits) ? digits : null;
}

const extendedShapes: Partial<Record<keyof Extended, (text: string) => string | null>> = {
  taxCode: (text) => (/^(\d{10}(-?\d{3})?|\d{12})$/.test(text) ? text.replace('-', '') : null),
  socialInsuranceNumber: (text) => (/^(\d{10}|\d{12})$/.test(text) ? text : null),
  email: (text) =>
    text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text.toLowerCase() : null,
  phone: readPhone,
};

/** A group of texts, or null when none of them says anything; the name of the first that is too long. */
function readGroup<Field extends string>(
  group: Partial<Record<Field, Text>> | null | undefined,
  fields: readonly Field[],
): Record<Field, string | null> | { fault: Field } | null {
  const texts = fields.map((field) => [field, tidied(group?.[field])] as const);
  const long = texts.find(([, text]) => text !== null && text.length > textLimit);
  if (long) return { fault: long[0] };
  return texts.some(([, text]) => text !== null)
    ? (Object.fromEntries(texts) as Record<Field, string | null>)
    : null;
}

const plainExtended = [
  'currentResidence',
  'spouseName',
  'birthRegistration',
  'nativePlace',
  'statusNote',
] as const;
const shapedExtended = ['taxCode', 'socialInsuranceNumber', 'email', 'phone'] as const;

function readExtended(typed: TypedForm['extended']): Extended | { fault: string } | null {
  const plain = readGroup(typed, plainExtended);
  if (plain && 'fault' in plain) return plain;
  const shaped: Record<string, string | null> = {};
  for (const field of shapedExtended) {
    const text = tidied(typed?.[field]);
    const read = text === null ? null : (extendedShapes[field]?.(text) ?? null);
    if (text !== null && read === null) return { fault: field };
    shaped[field] = read;
  }
  const spouseRelation = typed?.spouseRelation ?? null;
  const says =
    plain !== null || spouseRelation !== null || Object.values(shaped).some((text) => text !== null);
  if (!says) return null;
  const nothing = Object.fromEntries(plainExtended.map((field) => [field, null]));
  return { ...nothing, ...plain, ...shaped, spouseRelation } as Extended;
}

/** The form in its stored writing, or the field that cannot be read (`extended.phone`). Nothing has to be there. */
export function readForm(typed: TypedForm): Form | { fault: string } {
  const partyFullName = tidied(typed.partyFullName);
  if (partyFullName !== null && partyFullName.length > textLimit) return { fault: 'partyFullName' };
  const cardText = tidied(typed.cardNumber);
  const card = cardText === null ? null : readCardNumber(cardText);
  if (cardText !== null && card === null) return { fault: 'cardNumber' };
  const profileNumber = tidied(typed.profileNumber);
  if (profileNumber !== null && !isProfileNumber(profileNumber)) return { fault: 'profileNumber' };
  const permanentAddress = readGroup(typed.permanentAddress, addressFields);
  if (permanentAddress && 'fault' in permanentAddress)
    return { fault: `permanentAddress.${permanentAddress.fault}` };
  const employer = readGroup(typed.employer, employerFields);
  if (employer && 'fault' in employer) return { fault: `employer.${employer.fault}` };
  const extended = readExtended(typed.extended);
  if (extended && 'fault' in extended) return { fault: `extended.${extended.fault}` };
  return {
    partyFullName,
    permanentAddress,
    card,
    profileNumber,
    joinDate: typed.joinDate ?? null,
    officialDate: typed.officialDate ?? null,
    position: typed.position ?? 'MEMBER',
    receivesRetainedDues: typed.receivesRetainedDues ?? false,
    branchId: typed.branchId ?? null,
    residenceBranchId: typed.residenceBranchId ?? null,
    monthlyDues: typed.monthlyDues ?? null,
    monthlyDuesFrom: typed.monthlyDuesFrom ?? null,
    employer,
    extended,
  };
}

/** The highest monthly dues that a form may declare: far above any rate, low enough to catch a slipped finger. */
const monthlyDuesLimit = 100_000_000n;

/** The Party was founded on this day: nobody joined it earlier. */
const firstDay = '1930-02-03';

/** Dues begin at most this many months from now: until they begin a member counts as having paid. */
const latestStartMonths = 3;

/** What VNeID knows of the citizen and the form must fit. */
export type Vouched = { dateOfBirth: string; permanentAddress: string | null };

/**
 * The first field of what is said that cannot be right, or null: dates are not in the future and in their order, dues are
 * not negative and begin between the joining and the near future. A draft is held to this.
 */
export function faultyField(form: Form, { dateOfBirth }: Vouched, today: string): string | null {
  const { joinDate, officialDate, monthlyDues, monthlyDuesFrom } = form;
  if (joinDate !== null && (joinDate > today || joinDate < firstDay || joinDate <= dateOfBirth))
    return 'joinDate';
  if (officialDate !== null && (officialDate > today || officialDate < (joinDate ?? firstDay)))
    return 'officialDate';
  if (monthlyDues !== null && (monthlyDues < 0n || monthlyDues > monthlyDuesLimit)) return 'monthlyDues';
  const latest = addMonths(monthOf(today), latestStartMonths);
  const earliest = monthOf(joinDate ?? firstDay);
  if (monthlyDuesFrom !== null && (monthlyDuesFrom < earliest || monthlyDuesFrom > latest))
    return 'monthlyDuesFrom';
  return null;
}

/**
 * The first field that a form must have before it is sent, or null (domain 5.4): one of card and profile number, the branch,
 * the day of joining, the dues, and the province of residence where VNeID says nothing of it.
 */
export function missingField(form: Form, { permanentAddress }: Vouched): string | null {
  if (form.branchId === null) return 'branchId';
  if (form.card === null && form.profileNumber === null) return 'cardNumber';
  if (form.joinDate === null) return 'joinDate';
  if (form.monthlyDues === null) return 'monthlyDues';
  if (form.monthlyDuesFrom === null) return 'monthlyDuesFrom';
  if (form.permanentAddress === null) return permanentAddress ? null : 'permanentAddress.province';
  return form.permanentAddress.province === null ? 'permanentAddress.province' : null;
}

/** The address as one line, the smallest place first. */
export function addressLine({ detail, ward, district, province }: Address): string {
  return [detail, ward, district, province].filter((part) => part !== null).join(', ');
}

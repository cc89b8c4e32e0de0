import { foldDiacritics } from './text.ts';

/** Số định danh cá nhân: exactly 12 digits. The birth year and gender inside are only compared, see `personalIdDoubts`. */
export function isPersonalId(text: string): boolean {
  return /^\d{12}$/.test(text);
}

/** What in a personal id does not fit the person; a warning for an officer to look at, never a refusal. */
export type PersonalIdDoubt = 'GENDER' | 'BIRTH_YEAR';

/**
 * Compares a well-formed personal id (3 digits province, 1 century and gender, 2 birth year, 6 serial) with what is known
 * of the person. `dateOfBirth` is `YYYY-MM-DD`; the century digit is even for men: 0/1 for 19xx, 2/3 for 20xx.
 */
export function personalIdDoubts(
  personalId: string,
  person: { readonly gender: 'MALE' | 'FEMALE' | null; readonly dateOfBirth: string | null },
): PersonalIdDoubt[] {
  const doubts: PersonalIdDoubt[] = [];
  const century = Number(personalId[3]);
  if (person.gender && (century % 2 === 0 ? 'MALE' : 'FEMALE') !== person.gender) doubts.push('GENDER');
  const year = String(19 + Math.floor(century / 2)) + personalId.slice(4, 6);
  if (person.dateOfBirth && person.dateOfBirth.slice(0, 4) !== year) doubts.push('BIRTH_YEAR');
  return doubts;
}

/** A Party card number: `OLD` has 8 digits (Quyết định 85), `NEW` has 12 (Hướng dẫn 38-HD/BTCTW). */
export interface CardNumber {
  readonly series: 'OLD' | 'NEW';
  readonly digits: string;
}

/** Reads a card number as typed or printed (`12.345678`, spaces, dots, hyphens) into its digits, else `null`. */
export function readCardNumber(text: string): CardNumber | null {
  const digits = text.replace(/[\s.-]/g, '');
  if (/^\d{8}$/.test(digits)) return { series: 'OLD', digits };
  if (/^\d{12}$/.test(digits)) return { series: 'NEW', digits };
  return null;
}

/** Số lý lịch: 1 to 8 digits, leading zeros significant, unique only within the superior organisation that issued it. */
export function isProfileNumber(text: string): boolean {
  return /^\d{1,8}$/.test(text);
}

/**
 * Reads an organisation code with or without its dots (`38.168.053.000.001`, `38168053000001`) into the dotted form, else
 * `null`. Two digits of the province, then one to four groups of three.
 */
export function readOrgCode(text: string): string | null {
  if (/^\d{2}(\.\d{3}){1,4}$/.test(text)) return text;
  if (!/^\d{2}(\d{3}){1,4}$/.test(text)) return null;
  return [text.slice(0, 2), ...(text.slice(2).match(/\d{3}/g) ?? [])].join('.');
}

/**
 * The digits by which order numbers name a unit: its code without dots and without an empty sub-committee group, so 8 for
 * a grassroots branch, 11 for a branch, 14 for a branch of a sub-committee. Refuses (throws) a unit above the grassroots.
 */
export function orderDigitsOf(orgCode: string): string {
  const groups = orgCode.split('.');
  if (groups.length < 3) throw new RangeError(`unit ${orgCode} collects no dues of its own`);
  return groups.filter((group, index) => !(groups.length === 5 && index === 3 && group === '000')).join('');
}

/** `G22.99.DP-05200044002-250528-0001`: prefix of the portal, `DP` for dues, unit, day (yyMMdd), sequence of that day. */
export interface OrderNumber {
  readonly prefix: string;
  readonly orgDigits: string;
  readonly day: string;
  readonly sequence: number;
}

const orderNumberShape = /^([A-Z]\d{2}\.\d{2})\.DP-(\d{8}|\d{11}|\d{14})-(\d{6})-(\d{4})$/;

/** Takes an order number apart, or `null` when it is none. */
export function readOrderNumber(text: string): OrderNumber | null {
  const [, prefix, orgDigits, day, sequence] = orderNumberShape.exec(text) ?? [];
  if (!prefix || !orgDigits || !day || !sequence) return null;
  return { prefix, orgDigits, day, sequence: Number(sequence) };
}

/** Writes an order number. `date` is `YYYY-MM-DD`, `sequence` 1..9999 within the unit and day. */
export function orderNumber(prefix: string, orgCode: string, date: string, sequence: number): string {
  const text = `${prefix}.DP-${orderDigitsOf(orgCode)}-${date.slice(2).replaceAll('-', '')}-${fourDigits(sequence)}`;
  if (!orderNumberShape.test(text)) throw new RangeError(`${text} is not an order number`);
  return text;
}

/** Writes a dossier number `<unit code>-<procedure>-<yyMMdd>-<sequence>`. `date` is `YYYY-MM-DD`, `sequence` 1..9999. */
export function dossierNumber(orgCode: string, procedure: string, date: string, sequence: number): string {
  return `${orgCode}-${procedure}-${date.slice(2).replaceAll('-', '')}-${fourDigits(sequence)}`;
}

function fourDigits(sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 9_999) {
    throw new RangeError(`sequence ${sequence} is not between 1 and 9999`);
  }
  return String(sequence).padStart(4, '0');
}

/** A person's initials (`Nguyễn Văn An` → `N.V.A.`), the most that a message outside the system may say of a name. */
export function initialsOf(fullName: string): string {
  const words = foldDiacritics(fullName).trim().split(/\s+/).filter(Boolean);
  return words.map((word) => `${word.charAt(0).toUpperCase()}.`).join('');
}

const shownDigits = 3;

/** An identifier with all but its last three digits covered, `*********001`: enough to recognise, not enough to use. */
export function maskDigits(digits: string): string {
  return digits.slice(-shownDigits).padStart(digits.length, '*');
}

import { isPersonalId, isProfileNumber, personalIdDoubts, readCardNumber } from '@dang/vietnam/identifiers';
import { searchKey, tidyText } from '@dang/vietnam/text';
import type { memberStatuses } from '../member/member.rules.ts';
import type { ColumnName } from './columns.rules.ts';

/** A member as one row of the file gives them; identifiers in their normal writing, days `YYYY-MM-DD`. */
export type ImportedMember = {
  fullName: string;
  otherName: string | null;
  gender: 'MALE' | 'FEMALE';
  dateOfBirth: string;
  personalId: string;
  cardNumber: string | null;
  legacyCardNumber: string | null;
  profileNumber: string | null;
  permanentAddress: string | null;
  joinDate: string;
  officialDate: string | null;
  enrolledOn: string | null;
  status: (typeof memberStatuses)[number];
  forceCategory: 'NONE' | 'POLICE' | 'ARMY';
};

/** What is wrong in a row, as its reader is told; a warning leaves the row in. */
export type RowFault = { column: ColumnName; reason: string; isWarning?: true };

const textLimit = 500;

const statuses: ReadonlyMap<string, ImportedMember['status']> = new Map(
  (
    [
      ['Đang sinh hoạt', 'ACTIVE'],
      ['Đang hoạt động', 'ACTIVE'],
      ['Đang sinh hoạt tạm thời nơi khác', 'ACTIVE_TEMP_AWAY'],
      ['Miễn sinh hoạt', 'EXEMPT_ACTIVITY'],
      ['Tạm miễn sinh hoạt', 'TEMP_EXEMPT_ACTIVITY'],
      ['Đình chỉ sinh hoạt', 'SUSPENDED'],
      ['Đình chỉ sinh hoạt do bị tạm giam', 'SUSPENDED_DETENTION'],
      ['Bị kết án', 'CONVICTED'],
      ['Xóa tên', 'STRUCK_OFF'],
      ['Khai trừ', 'EXPELLED'],
      ['Xin ra khỏi Đảng', 'LEFT'],
      ['Đã chuyển ra ngoài đảng bộ tỉnh, thành phố', 'TRANSFERRED_OUT'],
      ['Từ trần', 'DECEASED'],
      ['Mất tích', 'MISSING'],
    ] as const
  ).map(([label, status]) => [searchKey(label), status]),
);

const forces: ReadonlyMap<string, ImportedMember['forceCategory']> = new Map([
  ['khong', 'NONE'],
  ['cong an nhan dan', 'POLICE'],
  ['quan doi nhan dan', 'ARMY'],
]);

const genders: ReadonlyMap<string, ImportedMember['gender']> = new Map([
  ['nam', 'MALE'],
  ['nu', 'FEMALE'],
]);

/** A day as people write it (`25/2/1985`, `25-02-1985`) or as machines do (`1985-02-25`); null for a day that never was. */
export function readDay(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

const notADay = 'không phải là ngày dd/mm/yyyy';
const firstPartyDay = '1930-02-03';
const earliestBirth = '1900-01-01';

/** Reads the cells of one row; it is asked for a member and collects every fault on the way. */
class RowReader {
  readonly faults: RowFault[] = [];
  readonly #cell: (name: ColumnName) => string;

  constructor(cell: (name: ColumnName) => string) {
    this.#cell = cell;
  }

  fault(column: ColumnName, reason: string): void {
    this.faults.push({ column, reason });
  }

  text(column: ColumnName): string | null {
    const text = tidyText(this.#cell(column));
    if (text.length > textLimit) this.fault(column, `dài hơn ${textLimit} ký tự`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    if (/[\u0000-\u001f\u007f]/.test(text)) this.fault(column, 'có ký tự điều khiển');
    return text === '' ? null : text;
  }

  required(column: ColumnName): string {
    const text = this.text(column);
    if (text === null) this.fault(column, 'phải có');
    return text ?? '';
  }

  day(column: ColumnName, today: string): string | null {
    const text = this.text(column);
    if (text === null) return null;
    const day = readDay(text);
    if (!day) this.fault(column, notADay);
    else if (day > today) this.fault(column, 'là ngày trong tương lai');
    return day;
  }

  oneOf<Value>(column: ColumnName, known: ReadonlyMap<string, Value>, standard: Value): Value {
    const text = this.text(column);
    if (text === null) return standard;
    const value = known.get(searchKey(text));
    if (value === undefined) this.fault(column, 'không phải là giá trị được biết');
    return value ?? standard;
  }
}

function readCards(reader: RowReader): { cardNumber: string | null; legacyCardNumber: string | null } {
  const card = reader.text('cardNumber');
  const legacy = reader.text('legacyCardNumber');
  const read = card === null ? null : readCardNumber(card);
  const readLegacy = legacy === null ? null : readCardNumber(legacy);
  if (card !== null && !read) reader.fault('cardNumber', 'phải có 12 số (thẻ mới) hoặc 8 số (thẻ cũ)');
  if (legacy !== null && readLegacy?.series !== 'OLD') reader.fault('legacyCardNumber', 'phải có 8 số');
  const old = read?.series === 'OLD' ? read.digits : null;
  if (old && readLegacy && old !== readLegacy.digits)
    reader.fault('legacyCardNumber', 'khác số thẻ cũ ở cột số thẻ');
  return {
    cardNumber: read?.series === 'NEW' ? read.digits : null,
    legacyCardNumber: readLegacy?.digits ?? old,
  };
}

function checkDates(reader: RowReader, member: ImportedMember): void {
  const { dateOfBirth, joinDate, officialDate } = member;
  if (dateOfBirth && dateOfBirth < earliestBirth) reader.fault('dateOfBirth', 'quá sớm');
  if (joinDate && (joinDate < firstPartyDay || joinDate <= dateOfBirth)) {
    reader.fault('joinDate', 'trước ngày sinh hoặc trước ngày thành lập Đảng');
  }
  if (officialDate && officialDate < joinDate) reader.fault('officialDate', 'trước ngày vào Đảng');
}

function checkUnkept(reader: RowReader, today: string): void {
  const old = reader.text('oldPersonalId');
  if (old !== null && !/^\d{9}$/.test(old)) reader.fault('oldPersonalId', 'phải có 9 số');
  reader.day('cardIssuedOn', today);
  reader.day('leftOn', today);
  if (reader.text('deletionWish') !== null) {
    reader.fault('deletionWish', 'đề nghị xóa do không thuộc chi bộ: kiểm tra với chi bộ trước khi nhập');
  }
}

/**
 * One row of the member file as a member, with everything that is wrong in it (domain 4.2, 4.4). `cell` answers the text of
 * a column, empty where the file has none. A member with a fault that is no warning must not be taken in.
 */
export function readMember(
  cell: (name: ColumnName) => string,
  today: string,
): { member: ImportedMember; faults: RowFault[] } {
  const reader = new RowReader(cell);
  const personalId = reader.required('personalId').replace(/[\s.]/g, '');
  if (personalId !== '' && !isPersonalId(personalId)) reader.fault('personalId', 'phải có 12 số');
  const genderText = reader.required('gender');
  const gender = genders.get(searchKey(genderText));
  if (genderText !== '' && !gender) reader.fault('gender', 'phải là Nam hoặc Nữ');
  const profileNumber = reader.text('profileNumber');
  if (profileNumber !== null && !isProfileNumber(profileNumber))
    reader.fault('profileNumber', 'phải có 1 đến 8 số');
  reader.required('joinDate');
  reader.required('dateOfBirth');
  const member: ImportedMember = {
    fullName: reader.required('fullName'),
    otherName: reader.text('otherName'),
    gender: gender ?? 'MALE',
    dateOfBirth: reader.day('dateOfBirth', today) ?? '',
    personalId,
    ...readCards(reader),
    profileNumber,
    permanentAddress: reader.text('permanentAddress'),
    joinDate: reader.day('joinDate', today) ?? '',
    officialDate: reader.day('officialDate', today),
    enrolledOn: reader.day('enrolledOn', today),
    status: reader.oneOf('status', statuses, 'ACTIVE'),
    forceCategory: reader.oneOf('forceCategory', forces, 'NONE'),
  };
  checkDates(reader, member);
  checkUnkept(reader, today);
  if (reader.faults.length > 0) return { member, faults: reader.faults };
  const doubts = personalIdDoubts(personalId, member).map(
    (doubt): RowFault => ({
      column: 'personalId',
      reason: doubt === 'GENDER' ? 'không khớp giới tính' : 'không khớp năm sinh',
      isWarning: true,
    }),
  );
  return { member, faults: doubts };
}

/** What the report shows of a value: of a number that may be a personal id its last three digits. */
export function shownValue(text: string, sensitive: boolean): string {
  const short = tidyText(text).slice(0, 100);
  return sensitive ? short.slice(-3).padStart(short.length, '*') : short;
}

import type { DataOf } from '@dang/events/contract';
import type { LetterSentOut } from '@dang/events/contracts/transfers/letter-sent-out';
import { readCardNumber } from '@dang/vietnam/identifiers';
import { reasonsOf } from '../dossier/request.rules.ts';
import { barDuesMonth } from './incoming.rules.ts';
import type { Person } from './person.rules.ts';
import { personBar } from './person.rules.ts';

type Sent = Pick<DataOf<typeof LetterSentOut>, 'reason' | 'decision' | 'letter'>;

const FIRST_DAY = '1930-02-03';
const genders: ReadonlySet<string> = new Set(['MALE', 'FEMALE']);
const reasons: ReadonlySet<string> = reasonsOf.OFFICIAL;

const yearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
/** The clocks of two deployments differ around midnight. */
const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * Why a letter that another province's system tells of cannot be right, as it is said there, or null. A clerk's letter is asked the same: who was
 * never born cannot be admitted, and dues that were paid for a thousand years are charged nowhere. `today` is `YYYY-MM-DD`.
 */
export function sentLetterFault(sent: Sent, person: Person, today: string): string | null {
  const { decision, letter } = sent;
  const { issuedOn, duesPaidThrough } = letter;
  if (personBar(person, today) !== null || !genders.has(person.gender))
    return 'Thông tin của đảng viên trong giấy giới thiệu không hợp lệ.';
  if (person.card !== null && readCardNumber(person.card)?.series === 'NEW')
    return 'Số thẻ đảng viên 12 chữ số không được gửi dưới dạng đọc được.';
  if (!reasons.has(sent.reason)) return 'Lý do chuyển sinh hoạt đảng không phải của chuyển chính thức.';
  const days = [issuedOn, decision.date];
  const isDated =
    days.every((day) => day >= FIRST_DAY && day <= dayAfter(today)) &&
    decision.effectiveDate >= FIRST_DAY &&
    decision.effectiveDate <= yearAfter(today);
  if (!isDated) return 'Ngày của giấy giới thiệu hoặc của quyết định không hợp lệ.';
  return barDuesMonth(duesPaidThrough, issuedOn) === null
    ? null
    : 'Tháng đã đóng đảng phí trong giấy giới thiệu không hợp lệ.';
}

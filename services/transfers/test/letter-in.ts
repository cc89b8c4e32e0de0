import type { Actor } from '@dang/access/actor';
import { scan } from './scan.ts';
import type { TransferStage } from './transfer-stage.ts';
import { TODAY, units } from './transfer-stage.ts';

/** Who comes from outside when a test does not care. */
export const newcomer = {
  fullName: 'Trần Văn Bình',
  gender: 'MALE',
  dateOfBirth: '1985-04-30',
  joinDate: '2010-05-19',
  officialDate: '2011-05-19',
  cardNumber: '38.123456',
  profileNumber: '0654321',
};

export const sealedList = { documents: [{ name: 'Phiếu đảng viên', pages: 8 }], sealedOn: TODAY };

/** A letter on paper for the sales branch when a test does not care. */
export const someLetter = {
  destinationBranchId: units.sales,
  channel: 'PAPER',
  reason: 'CHANGE_RESIDENCE',
  person: newcomer,
  originText: 'Chi bộ Thôn Đoài, Đảng bộ xã Đông Sơn, tỉnh Thanh Hóa',
  letterNumber: '15-GT/ĐU',
  letterDate: '2026-07-02',
  duesPaidThrough: '2026-07',
  decisionNumber: '12/QĐ',
  decisionDate: '2026-06-20',
  decisionIssuer: 'Công ty May 10',
  effectiveDate: '2026-07-01',
  sealedFile: sealedList,
};

let count = 0;
/** Somebody whom no other test knows. */
export function somebody(more: Partial<typeof newcomer> = {}) {
  count += 1;
  const day = `${String((count % 28) + 1).padStart(2, '0')}`;
  const month = `${String((Math.floor(count / 28) % 12) + 1).padStart(2, '0')}`;
  return { ...newcomer, dateOfBirth: `1980-${month}-${day}`, cardNumber: `38.${100_000 + count}`, ...more };
}

/** Enters a letter on paper, with a scan. */
export const enter = async (stage: TransferStage, actor: Actor, more: Record<string, unknown> = {}) =>
  stage.act(actor, 'enterIncomingLetter', null, {
    ...someLetter,
    person: somebody(),
    scanIds: [await scan(stage, actor)],
    ...more,
  });

/** A letter that the branch has just entered. */
export async function incoming(stage: TransferStage, actor: Actor, more: Record<string, unknown> = {}) {
  const { transfer, refusal } = await enter(stage, actor, more);
  if (transfer === null) throw new Error(`refused: ${refusal?.code} ${refusal?.field}`);
  return transfer;
}

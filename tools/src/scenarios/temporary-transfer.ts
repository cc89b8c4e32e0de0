import type { Stage } from './stage.ts';
import { becomePermanent } from './temporary-transfer.conversion.ts';
import { beginStay, returnHome, wrongTerms } from './temporary-transfer.stay.ts';
import { meanwhile } from './temporary-transfer.there.ts';
import { Desks } from './transfer.desk.ts';

/**
 * Temporary transfers: what is too short or too long, the letter of eight boxes there, the stay with its rights, a note and an extension; somebody
 * else's stay that becomes permanent; the comment and the way back. Every run takes new members.
 */
export async function temporaryTransfer(stage: Stage): Promise<void> {
  const desks = new Desks(stage);
  stage.chapter('Đề nghị chuyển sinh hoạt đảng tạm thời');
  const staying = await beginStay(stage, desks, wrongTerms);
  await meanwhile(stage, desks, staying);
  await becomePermanent(stage, desks, staying);
  await returnHome(stage, desks, staying);
}

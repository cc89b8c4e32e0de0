import type { Stage } from './stage.ts';
import { returnHome, stay } from './temporary-transfer.stay.ts';
import { Desks } from './transfer.desk.ts';

/**
 * Temporary transfers: what is too short or too long, the letter of eight boxes there, the stay with its rights, the comment and the way
 * back. Every run takes new members.
 */
export async function temporaryTransfer(stage: Stage): Promise<void> {
  const desks = new Desks(stage);
  const { dossier, member } = await stay(stage, desks);
  await returnHome(stage, desks, dossier, member);
}

import { intoTheProvince } from './official-transfer.incoming.ts';
import { outOfTheProvince } from './official-transfer.outside.ts';
import { refusals } from './official-transfer.refusals.ts';
import {
  admit,
  demandMoved,
  introduce,
  present,
  request,
  seal,
  type Way,
} from './official-transfer.steps.ts';
import { betweenWards } from './official-transfer.wards.ts';
import type { Play, Stage } from './stage.ts';
import { Desks } from './transfer.desk.ts';

const branch1 = '05.200.044.000.001';

/** The short ways of the domain's table; each is a letter of other boxes. */
const ways: readonly Way[] = [
  {
    title: 'Hai chi bộ của một đảng bộ cơ sở',
    from: branch1,
    to: '05.200.044.000.002',
    boxes: [1, 3, 10],
  },
  {
    title: 'Hai đảng bộ cơ sở của một cấp trên',
    from: branch1,
    to: '05.200.046.000.001',
    boxes: [1, 3, 4, 8, 10],
  },
  {
    title: 'Hai tổ chức trực thuộc thành phố',
    from: '05.400.000.000.001',
    to: '05.401.000.000.001',
    boxes: [1, 3, 5, 6, 8, 10],
  },
];

/** From request to admission, each box signed by whom the graph says it waits for. */
async function goThrough(stage: Stage, desks: Desks, way: Way): Promise<void> {
  stage.chapter(way.title);
  const member = await desks.newMemberOf(way.from);
  const dossier = await request(stage, desks, member, way.to);
  await introduce(stage, desks, dossier, way);
  await dossier.signOnward(desks);
  dossier.mustBe('AT_DEST_BRANCH');
  await seal(dossier, await desks.of(way.from));
  const host = await desks.of(way.to);
  await present(dossier, host);
  await admit(dossier, host);
  await demandMoved(stage, member, way.to);
}

/**
 * Official transfers from request to admission, by the people whose step each one is: the cases of the domain's table of letters. Every
 * run takes new members. With `kill` only the case between two wards is played, and those processes die by SIGKILL just before its admission.
 */
export async function officialTransfer(stage: Stage, play: Play): Promise<void> {
  const desks = new Desks(stage);
  await betweenWards(stage, desks, play);
  if (play.kill.length > 0) return;
  for (const way of ways) await goThrough(stage, desks, way);
  await outOfTheProvince(stage, desks);
  await intoTheProvince(stage, desks);
  await refusals(stage, desks);
}

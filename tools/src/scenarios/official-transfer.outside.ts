import { introduce, request, seal, type Way } from './official-transfer.steps.ts';
import type { Stage } from './stage.ts';
import type { Desks } from './transfer.desk.ts';

const way: Way = {
  title: 'Tỉnh khác: giấy giới thiệu ra ngoài hệ thống',
  from: '05.200.044.000.001',
  to: '38.168.053.000.001',
  boxes: [1, 3, 4, 5, 6, 7, 8, 10],
};

/** A member goes to another province: the city's board signs last, and the printed letter leaves the system. */
export async function outOfTheProvince(stage: Stage, desks: Desks): Promise<void> {
  stage.chapter(way.title);
  const member = await desks.newMemberOf(way.from);
  const dossier = await request(stage, desks, member, way.to);
  await introduce(stage, desks, dossier, way);
  await dossier.signOnward(desks);
  dossier.mustBe('SENT_OUT');
  await seal(dossier, await desks.of(way.from));
}

import type { Stage } from './stage.ts';
import { demand } from './surprise.ts';
import { type Staying, way } from './temporary-transfer.stay.ts';
import type { Desks } from './transfer.desk.ts';
import { requestPapers } from './transfer.papers.ts';

const stayOf = `query Stay($id: UUID!) { transfer(id: $id) { stay {
  through originalThrough notes { note byName } extensions { newThrough granted decidedByTitle }
  rights { branch { code } canVote canStand canElect } } } }`;

type Rights = { branch: { code: string }; canVote: boolean; canStand: boolean; canElect: boolean };

/** What happens while somebody stays: a note, a longer term that is too long, and one that the committee grants. */
export async function meanwhile(stage: Stage, desks: Desks, { dossier, member }: Staying): Promise<void> {
  stage.chapter('Trong thời gian sinh hoạt tạm thời');
  const host = await desks.of(way.host);
  await dossier.act(host, 'ghi nhận xét định kỳ', 'addStayNote', {
    note: 'Dự đủ các kỳ sinh hoạt, phát biểu xây dựng.',
  });
  const reason = 'Đề án kéo dài đến hết quý II năm 2027.';
  await dossier.refused(
    member,
    'đề nghị gia hạn quá một năm',
    'requestStayExtension',
    { through: '2027-07-31', reason },
    'STAY_TOO_LONG',
  );
  await dossier.act(member, 'đề nghị gia hạn', 'requestStayExtension', {
    through: '2027-06-30',
    reason,
    documents: await requestPapers(stage, member),
  });
  dossier.mustBe('EXTENSION_REQUESTED');
  await dossier.act(await desks.of(way.committee), 'đồng ý gia hạn', 'grantStayExtension');
  dossier.mustBe('ACTIVE_TEMPORARY');
  const { transfer } = await host.ask(stayOf, { id: dossier.now.id });
  const { stay } = transfer;
  demand(stay.through === '2027-06-30', `the stay should last longer, it ends on ${stay.through}`);
  demand(stay.originalThrough === '2027-01-05', `its first term was to end on ${stay.originalThrough}`);
  demand(stay.notes.length === 1 && stay.extensions[0].granted, 'a note and an extension should be there');
  for (const { branch, canVote, canStand, canElect } of stay.rights as Rights[]) {
    const isHome = branch.code === way.from;
    demand(
      [canVote, canStand, canElect].every((may) => may === isHome),
      `the rights at ${branch.code} are wrong`,
    );
  }
  stage.tell(`   thời hạn mới đến hết ${stay.through}, nhận xét của ${stay.notes[0].byName}`);
}

import { admission, admit, decision, introduce, present, seal } from './official-transfer.steps.ts';
import type { Stage } from './stage.ts';
import { demand } from './surprise.ts';
import { beginStay, type Staying, way } from './temporary-transfer.stay.ts';
import { type Desks, Dossier } from './transfer.desk.ts';
import { requestPapers } from './transfer.papers.ts';

const transfers = '{ me { id transfers(first: 5) { edges { node { id kind } } } } }';

/**
 * A stay that becomes permanent: the origin agrees, which opens an official transfer; until the admission the stay goes on. `guest` stays at the
 * same branch and votes there, which is refused (T77).
 */
export async function becomePermanent(stage: Stage, desks: Desks, { member: guest }: Staying): Promise<void> {
  stage.chapter('Một đảng viên khác chuyển thành chính thức');
  const { dossier: stay, member } = await beginStay(stage, desks);
  await stay.act(member, 'đề nghị chuyển thành chính thức', 'requestStayConversion', {
    transferReason: 'CHANGE_WORKPLACE',
    ...decision,
    documents: await requestPapers(stage, member),
  });
  const secretary = await desks.of(way.from);
  await stay.act(secretary, 'đồng ý chuyển thành chính thức', 'agreeStayConversion');
  stay.mustBe('CONVERTED');
  const { me } = await member.ask(transfers);
  const official = me.transfers.edges.find(
    ({ node }: { node: { kind: string } }) => node.kind === 'OFFICIAL',
  );
  demand(official, 'the conversion should have opened an official transfer');
  const dossier = await Dossier.found(stage, secretary, official.node.id);
  dossier.mustBe('SUBMITTED');
  await introduce(stage, desks, dossier, {
    title: 'Chuyển thành chính thức',
    from: way.from,
    to: way.host,
    boxes: [1, 3, 4, 7, 8, 10],
  });
  await dossier.signOnward(desks);
  await seal(dossier, secretary);
  const host = await desks.of(way.host);
  await present(dossier, host);
  const { me: voter } = await guest.ask('{ me { id } }');
  await dossier.refused(
    host,
    'tiếp nhận bằng phiếu của đảng viên sinh hoạt tạm thời',
    'admitMember',
    { meeting: { ...admission, voterIds: [voter.id] } },
    'NO_VOTE_RIGHT',
  );
  await admit(dossier, host);
  await stage.until(
    'Cây tổ chức đã kết thúc sinh hoạt tạm thời, đảng viên thuộc chi bộ mới',
    () => member.ask('{ me { branch { code } memberships { kind to } } }'),
    ({ me: now }) =>
      now.branch?.code === way.host &&
      now.memberships.every((one: { kind: string; to: string | null }) => one.kind === 'OFFICIAL' || one.to),
    60_000,
  );
}

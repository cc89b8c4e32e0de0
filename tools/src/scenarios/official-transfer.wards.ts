import { admit, issue, present, request, review, seal, type Way } from './official-transfer.steps.ts';
import type { Person, Play, Stage } from './stage.ts';
import { demand } from './surprise.ts';
import type { Desks } from './transfer.desk.ts';
import { checkLetter } from './transfer.letter.ts';
import { bringScan } from './transfer.papers.ts';

const way: Way = {
  title: 'Hai phường',
  from: '05.200.044.000.001',
  to: '05.202.010.000.001',
  boxes: [1, 3, 4, 7, 8, 10],
};

function kill(stage: Stage, names: readonly string[]): void {
  for (const name of names) {
    const pid = stage.running.pids[name];
    demand(pid !== undefined, `there is no process ${name} to kill`);
    process.kill(pid, 'SIGKILL');
    stage.tell(`kill -9 ${name} (${pid})`);
  }
}

const isCompletion = ({ node }: { node: { kind: string } }): boolean => node.kind === 'TRANSFER_COMPLETED';

const outcome = `query AfterTransfer {
  me {
    fullName
    branch { code name }
    memberships { from to kind unit { code name } }
    dues { chargedFrom chargedBy { code name } chargings { from through cause branch { code name } } }
    positions { title unit { code name } from through endedOn endedReason current }
    transfers(first: 1) { edges { node { number status closedOn } } }
  }
}`;

/** One query shows what every service made of the admission. */
async function askEveryService(stage: Stage, member: Person): Promise<void> {
  stage.chapter('Một câu hỏi, năm dịch vụ');
  const answer = await stage.until(
    'Mọi dịch vụ đã theo sự kiện TransferCompleted',
    () => member.ask(outcome),
    ({ me: now }) =>
      now?.branch?.code === way.to &&
      now.memberships.length === 2 &&
      now.memberships.some(
        (one: { unit: { code: string }; to: string }) =>
          one.unit?.code === way.from && one.to === '2026-07-06',
      ) &&
      now.memberships.some(
        (one: { unit: { code: string }; to: string | null }) => one.unit?.code === way.to && one.to === null,
      ) &&
      now.dues?.chargedBy?.code === way.to &&
      now.dues.chargedFrom === '2026-08' &&
      now.dues.chargings.length === 1 &&
      now.positions?.length === 1 &&
      now.positions.every((one: { endedReason: string | null }) => one.endedReason === 'TRANSFER_COMPLETED'),
    60_000,
  );
  const { notices } = await stage.until(
    'Thông báo đã đến đảng viên',
    () => member.ask('{ notices(first: 5) { edges { node { kind body } } } }'),
    (told) => told.notices.edges.some(isCompletion),
    60_000,
  );
  stage.tell(`“${notices.edges.find(isCompletion).node.body}”`);
  process.stdout.write(`${outcome}\n${JSON.stringify(answer, null, 2)}\n`);
}

/**
 * The case between two wards, in full: somebody who collects dues for the branch leaves; the destination returns the letter once, the origin
 * corrects and sends it again. With `play.kill` those processes die just before the admission.
 */
export async function betweenWards(stage: Stage, desks: Desks, play: Play): Promise<void> {
  stage.chapter(way.title);
  const secretary = await desks.of(way.from);
  const member = await desks.newMemberOf(way.from);
  const { me } = await member.ask('{ me { id fullName } }');
  await secretary.act(
    `phân công ${me.fullName} thu đảng phí của Chi bộ 1`,
    'appointDelegate',
    {
      memberId: me.id,
      unitId: await desks.idOf(way.from),
      title: 'Người thu đảng phí',
      from: '2026-07-06',
      through: '2026-12-31',
    },
    'delegation { id }',
  );
  const dossier = await request(stage, desks, member, way.to);
  const stranger = await stage.signIn('Đảng viên khác của Chi bộ 1', 'neighbour');
  const hidden = await stranger.ask('query Hidden($id: UUID!) { transfer(id: $id) { id } }', {
    id: dossier.now.id,
  });
  demand(hidden.transfer === null, 'a stranger could read the dossier');
  stage.tell('Đảng viên khác không thấy hồ sơ.');

  await review(dossier, secretary, [await bringScan(stage, secretary, 'Biên bản họp kiểm điểm')]);
  await issue(stage, secretary, dossier, way, { sign: true });
  const committee = await desks.of('05.200.044');
  await committee.actRefused(
    'thử ký ô với phiên bản cũ',
    'signLetterBox',
    { transferId: dossier.now.id, expectedVersion: dossier.now.version - 1 },
    'VERSION_CONFLICT',
  );
  await dossier.signOnward(desks, 7);
  dossier.mustBe('SENT');
  await seal(dossier, committee);

  const ward = await desks.of('05.202');
  await dossier.act(ward, 'trả lại: ô 4 ghi thiếu địa danh', 'returnTransfer', {
    reason: 'Ô 4 ghi thiếu địa danh nơi đến.',
  });
  dossier.mustBe('RETURNED_BY_DEST');
  const own = await desks.of('05.200');
  const correction = {
    boxIndex: 4,
    correction: 'Đồng ý chuyển sinh hoạt đảng chính thức đến Đảng bộ phường Tây Hồ, thành phố Hà Nội.',
  };
  await dossier.act(own, 'đính chính ô 4, ký số', 'correctLetterBox', correction);
  await dossier.refused(
    own,
    'thử đính chính lần nữa',
    'correctLetterBox',
    correction,
    'BOX_ALREADY_CORRECTED',
  );
  await dossier.act(own, 'gửi lại', 'correctAndResendTransfer', { correction: 'Đã đính chính ô 4.' });
  dossier.mustBe('SENT');
  await dossier.signOnward(desks);
  dossier.mustBe('AT_DEST_BRANCH');
  const host = await desks.of(way.to);
  await checkLetter(stage, host, dossier, 6);
  await present(dossier, host);
  kill(stage, play.kill);
  await admit(dossier, host);
  await askEveryService(stage, member);
}

import { introduce, request, seal, today, type Way } from './official-transfer.steps.ts';
import type { Stage } from './stage.ts';
import type { Desks } from './transfer.desk.ts';
import { checkLetter } from './transfer.letter.ts';
import { bringScan } from './transfer.papers.ts';

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
  const secretary = await desks.of(way.from);
  await seal(dossier, secretary);
  await checkLetter(stage, secretary, dossier, 3);
  const answer = {
    receivedOn: today,
    unitName: 'Chi bộ Thôn Phú Khê, Đảng bộ xã Hoằng Phú, tỉnh Thanh Hóa',
    signerName: 'Lê Văn Thọ',
    signerTitle: 'Bí thư chi bộ',
    documentNumber: '17-TB/CB',
  };
  await dossier.refused(
    secretary,
    'ghi nhận đã tiếp nhận mà không có bản chụp',
    'recordOutsideReceipt',
    { ...answer, scanIds: [] },
    'SCAN_REQUIRED',
  );
  await dossier.act(secretary, 'ghi nhận nơi đến đã tiếp nhận', 'recordOutsideReceipt', {
    ...answer,
    scanIds: [await bringScan(stage, secretary, 'Giấy xác nhận của nơi đến')],
  });
  dossier.mustBe('COMPLETED');
  await stage.until(
    'Đảng viên đã chuyển ra ngoài đảng bộ thành phố',
    () => member.ask('{ me { status branch { code } memberships { to } dues { chargedFrom } } }'),
    ({ me }) =>
      me?.status === 'TRANSFERRED_OUT' && me.memberships.every(({ to }: { to: string | null }) => to),
    60_000,
  );
}

import { admit, decision, today } from './official-transfer.steps.ts';
import { newCitizen } from './registering.ts';
import type { Stage } from './stage.ts';
import { demand } from './surprise.ts';
import { type Desks, Dossier } from './transfer.desk.ts';
import { bringScan } from './transfer.papers.ts';

const destination = '05.202.010.000.001';

/**
 * A letter comes on paper from a place without any system, more than 30 working days after it was written (T67): the branch enters it with its
 * scans, the delay is explained, the member presents the sealed file and is admitted.
 */
export async function intoTheProvince(stage: Stage, desks: Desks): Promise<void> {
  stage.chapter('Giấy giới thiệu bằng văn bản từ ngoài hệ thống');
  const host = await desks.of(destination);
  const citizen = await newCitizen(stage);
  const letter = {
    destinationBranchId: await desks.idOf(destination),
    channel: 'PAPER',
    reason: 'RESIGNED_DEMOBILISED',
    person: {
      fullName: citizen.fullName,
      gender: 'MALE',
      dateOfBirth: citizen.dateOfBirth,
      joinDate: '2018-02-03',
      officialDate: '2019-02-03',
    },
    originText: 'Chi bộ Đại đội 3, Đảng bộ Trung đoàn 101',
    letterNumber: '42/GT',
    letterDate: '2026-05-15',
    duesPaidThrough: '2026-07',
    ...decision,
    decisionDate: '2026-05-08',
    effectiveDate: '2026-05-12',
    sealedFile: { sealedOn: '2026-05-15', documents: [{ name: 'Hồ sơ đảng viên', pages: 24 }] },
  };
  await host.actRefused(
    'nhập giấy giới thiệu không có bản chụp',
    'enterIncomingLetter',
    { ...letter, scanIds: [] },
    'SCAN_REQUIRED',
  );
  const scanIds = [await bringScan(stage, host, 'Giấy giới thiệu sinh hoạt đảng')];
  const dossier = await Dossier.open(stage, host, 'nhập giấy giới thiệu', 'enterIncomingLetter', {
    ...letter,
    scanIds,
  });
  dossier.mustBe('INCOMING_PAPER');
  demand(dossier.now.flags.includes('OVERDUE_PRESENT'), 'a letter of May should be flagged OVERDUE_PRESENT');
  stage.tell('   cờ OVERDUE_PRESENT: quá 30 ngày làm việc chưa xuất trình');
  await dossier.act(host, 'tiếp nhận giấy giới thiệu', 'takeOverIncomingLetter');
  await dossier.act(host, 'giải trình quá hạn', 'explainTransferDelay', {
    flag: 'OVERDUE_PRESENT',
    reason: 'Đảng viên điều trị tại bệnh viện sau khi xuất ngũ.',
  });
  await dossier.act(host, 'nhận giấy giới thiệu và hồ sơ niêm phong', 'recordPresentation', {
    receivedOn: today,
    sealIntact: true,
    lateReason: 'Đảng viên điều trị tại bệnh viện sau khi xuất ngũ.',
  });
  await admit(dossier, host);
  await stage.until(
    'Đảng viên mới đã có trong chi bộ',
    () =>
      host.ask('query Came($id: UUID!) { transfer(id: $id) { member { fullName branch { code } } } }', {
        id: dossier.now.id,
      }),
    ({ transfer }) =>
      transfer.member?.fullName === citizen.fullName && transfer.member.branch?.code === destination,
    60_000,
  );
}

import { members } from '../demo/people.ts';
import { issue, request, requestOf, review, type Way } from './official-transfer.steps.ts';
import { announce, payOnline } from './pay-dues.ts';
import type { Stage } from './stage.ts';
import { demand } from './surprise.ts';
import { type Desks, Dossier } from './transfer.desk.ts';

const way: Way = {
  title: 'Những trường hợp bị từ chối, quá hạn',
  from: '05.200.044.000.001',
  to: '05.200.044.000.002',
  boxes: [1, 3, 10],
};

/** More than 60 working days after the decision the request needs its reason, and carries a flag (T66). */
async function late(stage: Stage, desks: Desks): Promise<void> {
  const member = await desks.newMemberOf(way.from);
  const input = {
    ...(await requestOf(stage, desks, member, way.to)),
    decisionDate: '2026-02-24',
    effectiveDate: '2026-03-02',
  };
  const { field } = await member.actRefused(
    'đề nghị quá 60 ngày làm việc, không nêu lý do',
    'requestOfficialTransfer',
    input,
    'REASON_REQUIRED',
  );
  demand(field === 'lateReason', `the reason of a late request is asked for in ${field}`);
  const dossier = await Dossier.open(stage, member, 'đề nghị lại, có lý do', 'requestOfficialTransfer', {
    ...input,
    lateReason: 'Nhận quyết định chậm vì đi công tác nước ngoài.',
  });
  demand(dossier.now.flags.includes('OVERDUE_60'), 'a late request should be flagged OVERDUE_60');
  stage.tell('   cờ OVERDUE_60: quá 60 ngày làm việc');
  await dossier.act(member, 'rút hồ sơ', 'withdrawTransfer');
}

/** Whoever is under inspection goes nowhere for good, and is told what they can do (T68). */
async function underInspection(stage: Stage, desks: Desks): Promise<void> {
  const inspected = members.find(({ underInspection: is, hasAccount }) => is && hasAccount);
  demand(inspected !== undefined, 'nobody of the demo is under inspection');
  const member = await stage.signIn(`Đảng viên đang được kiểm tra`, inspected.personalId);
  const { suggestion } = await member.actRefused(
    'đề nghị chuyển sinh hoạt đảng chính thức',
    'requestOfficialTransfer',
    await requestOf(stage, desks, member, '05.202.010.000.001'),
    'TRANSFER_BLOCKED_INSPECTION',
  );
  demand(suggestion === 'requestTemporaryTransfer', `what is suggested is ${suggestion}`);
  stage.tell(`   gợi ý: ${suggestion}`);
}

/** Whoever owes the month of the letter gets none until it is paid (T69). */
async function owing(stage: Stage, desks: Desks): Promise<void> {
  const secretary = await desks.of(way.from);
  const member = await desks.newMemberOf(way.from, { monthlyDues: 60_000, monthlyDuesFrom: '2026-07' });
  const dossier = await request(stage, desks, member, way.to);
  await review(dossier, secretary);
  await dossier.untilAllowed(
    secretary,
    'ISSUE_LETTER',
    'Dịch vụ chuyển sinh hoạt đã biết đảng viên còn nợ đảng phí',
    'DUES_NOT_PAID',
  );
  await dossier.refused(secretary, 'cấp giấy khi còn nợ tháng 07/2026', 'issueLetter', {}, 'DUES_NOT_PAID');
  await announce(secretary, await desks.idOf(way.from), '2026-07');
  const { order } = await member.act(
    'nộp đảng phí tháng 07/2026',
    'payDues',
    { months: 1 },
    'order { id number version status total totalInWords checkoutUrl }',
  );
  await payOnline(stage, member, order, 'E_WALLET');
  await issue(stage, secretary, dossier, way);
  await dossier.act(member, 'rút hồ sơ, giấy giới thiệu hết giá trị', 'withdrawTransfer');
  dossier.mustBe('CANCELLED');
}

/** What is refused, and when it is not any more. Whatever is opened here is withdrawn again. */
export async function refusals(stage: Stage, desks: Desks): Promise<void> {
  stage.chapter(way.title);
  await late(stage, desks);
  await underInspection(stage, desks);
  await owing(stage, desks);
}

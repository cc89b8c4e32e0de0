import { filesOfZip } from '@dang/documents/testing-zip';
import { download, upload } from './files.ts';
import { type Cast, gatherCast, newMembers } from './residence-comment.cast.ts';
import { makeAndSendList, type Parts } from './residence-comment.list.ts';
import { reportPdf } from './residence-comment.papers.ts';
import { Dossiers, good } from './residence-comment.sheets.ts';
import { checkWithPdfsig, publicVerdict, sha256 } from './signed-papers.ts';
import type { Stage } from './stage.ts';
import { demand } from './surprise.ts';

const sheetFields = `sheet { id status replacesId signature { verdict sha256 signerName signerTitle verifyUrl document { url sha256 } } }`;

/** A member reports with a file; what was sent is not sent again. */
async function report(stage: Stage, { reporter }: Parts, dossiers: Dossiers): Promise<void> {
  stage.chapter('Đảng viên báo cáo kết quả thực hiện nhiệm vụ nơi cư trú');
  const { person } = reporter;
  const bytes = await reportPdf(reporter.name);
  const file = { mutation: 'prepareCommentUpload', fileName: 'bao-cao.pdf', bytes };
  const fileId = await upload(stage, person, file);
  const reportNow = async () => {
    const { commentItem } = await person.ask(
      'query Report($id: UUID!) { commentItem(id: $id) { selfReport { version status } } }',
      { id: dossiers.of(reporter).id },
    );
    return { itemId: dossiers.of(reporter).id, expectedVersion: commentItem.selfReport.version };
  };
  const content = { generalComment: 'Tôi đã họp đủ, tham gia tổ hòa giải của tổ dân phố.', fileId };
  await person.act(
    'lưu nháp báo cáo',
    'saveSelfReport',
    { ...(await reportNow()), ...content },
    'selfReport { status }',
  );
  const { selfReport } = await person.act(
    'gửi báo cáo',
    'sendSelfReport',
    { ...(await reportNow()), ...content },
    'selfReport { status file { sha256 } }',
  );
  demand(selfReport.status === 'SENT', `the report should be sent, it is ${selfReport.status}`);
  await person.actRefused(
    'gửi báo cáo lần nữa',
    'sendSelfReport',
    { ...(await reportNow()), generalComment: 'Bổ sung' },
    'REPORT_SENT',
  );
}

/** The branch writes, the ward returns one and approves all, signs and sends (T60, T61, T63). */
async function writeAndSend(stage: Stage, cast: Cast, parts: Parts, dossiers: Dossiers): Promise<void> {
  const { homeSecretary, homeWard, units } = cast;
  const three = [parts.reporter, parts.returned, parts.strict];
  const chosen = (members = three) => ({ items: members.map((member) => dossiers.now(member)) });

  stage.chapter('Chi bộ nơi cư trú lập phiếu');
  await dossiers.actOnMany(homeSecretary, 'lập phiếu cho ba đảng viên', 'startCommentSheets', {
    itemIds: three.map((member) => dossiers.of(member).id),
  });
  await dossiers.actOnMany(homeSecretary, 'điền phiếu, còn thiếu', 'saveCommentSheets', {
    sheets: [
      good(dossiers.now(parts.reporter)),
      good(dossiers.now(parts.returned), { contactKeeping: null }),
      good(dossiers.now(parts.strict), { proposal: 'CONSIDER_ACTION' }),
    ],
  });
  await dossiers.refused(
    homeSecretary,
    'trình phiếu thiếu nội dung 4',
    'submitCommentSheets',
    chosen([parts.returned]),
    'CRITERION_MISSING',
  );
  await dossiers.refused(
    homeSecretary,
    'trình phiếu đề nghị xem xét mà không ghi nhận xét khác',
    'submitCommentSheets',
    chosen([parts.strict]),
    'OTHER_COMMENT_REQUIRED',
  );
  await dossiers.actOnMany(homeSecretary, 'điền nốt', 'saveCommentSheets', {
    sheets: [
      { ...dossiers.now(parts.returned), content: { contactKeeping: 'REGULAR' } },
      { ...dossiers.now(parts.strict), content: { otherComment: 'Vắng ba cuộc họp không có lý do.' } },
    ],
  });
  await dossiers.actOnMany(homeSecretary, 'trình phê duyệt ba phiếu', 'submitCommentSheets', chosen());

  stage.chapter('Đảng ủy phường nơi cư trú duyệt, ký số và gửi');
  await dossiers.act(homeWard, 'trả lại phiếu', 'returnCommentSheet', parts.returned, {
    reason: 'Đề nghị ghi rõ việc giữ mối liên hệ',
  });
  await dossiers.actOnMany(homeSecretary, 'sửa phiếu', 'saveCommentSheets', {
    sheets: [{ ...dossiers.now(parts.returned), content: { contactKeeping: 'REGULAR_ACTIVE' } }],
  });
  await dossiers.actOnMany(homeSecretary, 'trình lại', 'submitCommentSheets', chosen([parts.returned]));
  await homeWard.act(
    'phê duyệt tất cả phiếu đang chờ',
    'approveAllCommentSheets',
    { unitId: units.homeWard },
    'items { id refusal { code } } left',
  );
  for (const member of three) {
    const { status } = await dossiers.read(homeWard, member);
    demand(status === 'APPROVED', `the sheet of ${member.name} should be approved, it is ${status}`);
  }
  await sendUnsigned(stage, () =>
    dossiers.refused(
      homeWard,
      'gửi khi dịch vụ ký số trả về chữ ký của người khác',
      'signAndSendCommentSheets',
      chosen(),
      'SIGNATURE_INVALID',
    ),
  );
  await dossiers.actOnMany(homeWard, 'ký số và gửi ba phiếu', 'signAndSendCommentSheets', chosen());
}

/** Does what must be refused while the stand-in signs with somebody else's key; a sheet never leaves without its signature (T63). */
async function sendUnsigned({ running }: Stage, attempt: () => Promise<void>): Promise<void> {
  const arm = (faults: object) =>
    fetch(`${running.sandbox}/signing/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(faults),
    });
  await arm({ wrongKey: 'always' });
  try {
    await attempt();
  } finally {
    await arm({});
  }
}

/** The workplace receives, takes the papers home one by one and as an archive, and everybody can check them. */
async function receive(stage: Stage, cast: Cast, parts: Parts, dossiers: Dossiers): Promise<void> {
  stage.chapter('Nơi công tác nhận phiếu');
  const { workplace, units } = cast;
  const members = [parts.reporter, parts.returned, parts.strict];
  await dossiers.actOnMany(workplace, 'nhận ba phiếu', 'receiveCommentSheets', {
    itemIds: members.map((member) => dossiers.of(member).id),
  });
  const { commentItem } = await workplace.ask(
    `query Papers($id: UUID!) { commentItem(id: $id) { ${sheetFields} selfReport { file { url sha256 } }
       list { delivery { received outstanding archiveUrl } } } }`,
    { id: dossiers.of(parts.reporter).id },
  );
  const { signature } = commentItem.sheet;
  demand(signature.verdict === 'VALID', `the signature is ${signature.verdict}`);
  const sheet = await download(stage, 'phiếu nhận xét', signature.document.url);
  demand(sha256(sheet) === signature.sha256, 'the sheet is not the one that was signed');
  await checkWithPdfsig(stage, sheet);
  const verdict = await publicVerdict(signature.verifyUrl);
  demand(verdict.verdict === 'VALID', `the page of the QR code says ${JSON.stringify(verdict)}`);
  stage.tell(`   mã QR: hợp lệ, ${signature.signerTitle}`);
  const file = await download(stage, 'báo cáo của đảng viên', commentItem.selfReport.file.url);
  demand(sha256(file) === commentItem.selfReport.file.sha256, 'the report is another file');
  const archive = await download(stage, 'tất cả (ZIP)', commentItem.list.delivery.archiveUrl);
  const names = [...(await filesOfZip(archive)).keys()];
  demand(
    names.length === 5,
    `the archive should hold a table, three sheets and a report: ${names.join(', ')}`,
  );
  for (const name of names) stage.tell(`   ${name}`);
  const { me } = await parts.reporter.person.ask('{ me { yearEndComment(year: 2026) { receivedAt } } }');
  demand(me.yearEndComment.receivedAt, 'the comment should stand for the year-end');
  const found = await workplace.ask(
    `query YearEnd($id: UUID!) { unit(id: $id) { yearEndComments(year: 2026) { requested delivered received xlsxUrl } } }`,
    { id: units.company },
  );
  const { requested, delivered, received, xlsxUrl } = found.unit.yearEndComments;
  stage.tell(`   cuối năm: ${requested} yêu cầu, ${delivered} phiếu đã gửi, ${received} đã nhận`);
  demand(
    (await download(stage, 'bảng tổng hợp cuối năm (XLSX)', xlsxUrl)).toString('latin1', 0, 2) === 'PK',
    'the table is no XLSX',
  );
}

/** A sheet that was wrong is replaced: the old one stays as it is. */
async function correct(stage: Stage, cast: Cast, parts: Parts, dossiers: Dossiers): Promise<void> {
  stage.chapter('Phiếu sai được thay bằng phiếu mới');
  const { homeSecretary, homeWard, workplace } = cast;
  const member = parts.reporter;
  await dossiers.act(homeWard, 'yêu cầu lập phiếu thay thế', 'correctCommentSheet', member, {
    reason: 'Ghi nhầm nội dung 6',
  });
  await dossiers.actOnMany(homeSecretary, 'sửa nội dung 6', 'saveCommentSheets', {
    sheets: [{ ...dossiers.now(member), content: { proposal: 'COMMEND' } }],
  });
  const one = () => ({ items: [dossiers.now(member)] });
  await dossiers.actOnMany(homeSecretary, 'trình phê duyệt', 'submitCommentSheets', one());
  await dossiers.actOnMany(homeWard, 'phê duyệt', 'approveCommentSheets', one());
  await dossiers.actOnMany(homeWard, 'ký số và gửi', 'signAndSendCommentSheets', one());
  await dossiers.actOnMany(workplace, 'nhận phiếu thay thế', 'receiveCommentSheets', {
    itemIds: [dossiers.of(member).id],
  });
  const { commentItem } = await workplace.ask(
    `query Corrected($id: UUID!) { commentItem(id: $id) { ${sheetFields} sheets { id status signature { verdict } } } }`,
    { id: dossiers.of(member).id },
  );
  const [old, latest] = commentItem.sheets;
  demand(commentItem.sheets.length === 2 && commentItem.sheet.id === latest.id, 'there should be two sheets');
  demand(commentItem.sheet.replacesId === old.id, 'the new sheet should name the old one');
  demand(old.signature.verdict === 'VALID', 'the old sheet should be as it was signed');
  stage.tell('   phiếu mới nêu phiếu cũ; phiếu cũ vẫn nguyên chữ ký');
}

/** The other ward: an introduction with a sheet, one that is only introduced, one that lives elsewhere. */
async function otherWays(stage: Stage, cast: Cast, parts: Parts, dossiers: Dossiers): Promise<void> {
  const { otherSecretary, otherWard, homeSecretary, workplace, units } = cast;
  stage.chapter('Phường thứ hai: giới thiệu và xin nhận xét');
  const one = (member: Parts[keyof Parts]) => ({ items: [dossiers.now(member)] });
  await dossiers.actOnMany(otherSecretary, 'tiếp nhận và lập phiếu', 'startCommentSheets', {
    itemIds: [dossiers.of(parts.elsewhere).id],
  });
  await dossiers.actOnMany(otherSecretary, 'điền phiếu', 'saveCommentSheets', {
    sheets: [good(dossiers.now(parts.elsewhere))],
  });
  await dossiers.actOnMany(otherSecretary, 'trình phê duyệt', 'submitCommentSheets', one(parts.elsewhere));
  await dossiers.actOnMany(otherWard, 'phê duyệt', 'approveCommentSheets', one(parts.elsewhere));
  await dossiers.actOnMany(otherWard, 'ký số và gửi', 'signAndSendCommentSheets', one(parts.elsewhere));
  await dossiers.actOnMany(workplace, 'nhận phiếu', 'receiveCommentSheets', {
    itemIds: [dossiers.of(parts.elsewhere).id],
  });

  stage.chapter('Giới thiệu; trả lại, sửa nơi cư trú và gửi lại');
  await dossiers.act(homeSecretary, 'tiếp nhận giới thiệu', 'acceptIntroduction', parts.introduced);
  const { unit } = await homeSecretary.ask(
    'query Contacts($id: UUID!) { unit(id: $id) { residenceMembers(first: 100) { edges { node { member { id } } } } } }',
    { id: units.homeBranch },
  );
  const contacts = unit.residenceMembers.edges.map(
    ({ node }: { node: { member: { id: string } } }) => node.member.id,
  );
  demand(contacts.includes(parts.introduced.id), 'who was introduced should be on the list of the branch');
  await dossiers.act(otherSecretary, 'trả lại: không cư trú tại đây', 'returnCommentItem', parts.misplaced, {
    reason: 'Đảng viên không cư trú trên địa bàn',
  });
  await dossiers.act(workplace, 'sửa nơi cư trú, gửi lại', 'resendCommentItem', parts.misplaced, {
    residenceId: units.homeBranch,
  });
  await dossiers.read(homeSecretary, parts.misplaced);
  await dossiers.act(workplace, 'hủy: không còn cần', 'cancelCommentItem', parts.misplaced, {
    reason: 'Đảng viên đã nghỉ chế độ',
  });
}

/**
 * Residence comments from the list to the signed sheet, over two wards: made, rejected, approved and sent by the workplace, reported on
 * by a member, written by branches, returned, approved, signed and sent by wards, received, checked by pdfsig and by the QR code, corrected;
 * introduced, returned and sent again. Every run takes new members.
 */
export async function residenceComment(stage: Stage): Promise<void> {
  stage.chapter('Đảng viên của nơi công tác, cư trú ở hai phường');
  const cast = await gatherCast(stage);
  const [reporter, returned, strict, elsewhere, introduced, misplaced] = await newMembers(stage, cast);
  const parts: Parts = { reporter, returned, strict, elsewhere, introduced, misplaced };
  const list = await makeAndSendList(stage, cast, parts);
  const { commentList } = await cast.workplace.ask(
    `query Items($id: UUID!) { commentList(id: $id) { items(first: 50) { edges { node { id version status member { id } } } } } }`,
    { id: list.id },
  );
  const dossiers = new Dossiers(
    stage,
    commentList.items.edges.map(({ node }: { node: never }) => node),
  );
  await report(stage, parts, dossiers);
  await writeAndSend(stage, cast, parts, dossiers);
  await receive(stage, cast, parts, dossiers);
  await correct(stage, cast, parts, dossiers);
  await otherWays(stage, cast, parts, dossiers);
  const { commentList: done } = await cast.workplace.ask(
    'query Done($id: UUID!) { commentList(id: $id) { status } }',
    { id: list.id },
  );
  demand(done.status === 'COMPLETED', `the list should be complete, it is ${done.status}`);
  stage.tell(`Danh sách ${list.number} đã hoàn thành.`);
}

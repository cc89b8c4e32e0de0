import { randomInt, randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { randomWalk } from '@dang/workflow/walk';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openReports, type ReportStage } from '../../test/report-stage.ts';
import { actors, units } from '../../test/small-province.ts';
import { selfReportWorkflow } from './self-report.workflow.ts';

let stage: ReportStage;
beforeAll(async () => {
  stage = await openReports();
});
afterAll(() => stage?.close());

const { secretary, collector, residenceSecretary } = actors;

describe('a report of one’s own', () => {
  test('is kept as a draft that nobody else reads, then sent with its file, and told', async () => {
    const { member, item } = await stage.asked();
    const fileId = await stage.bring(member);
    const generalComment = 'Tôi đã tham gia đầy đủ.\n\nÝ kiến khác: không.';
    const draft = await stage.write(member, 'saveSelfReport', item.id, { generalComment });
    expect(draft.selfReport).toMatchObject({ status: 'DRAFT', version: 2, generalComment, sentAt: null });
    expect(await stage.seen(secretary, item.id)).toMatchObject({
      selfReportMissing: true,
      selfReport: { status: 'DRAFT', generalComment: null, file: null },
    });
    await stage.drainOutbox();
    const sent = await stage.write(member, 'sendSelfReport', item.id, { generalComment, fileId });
    expect(sent.selfReport).toMatchObject({
      status: 'SENT',
      version: 3,
      channel: 'ONLINE',
      file: { fileName: 'bao-cao.pdf' },
    });
    const [told] = await stage.drainOutbox();
    expect(told?.data).toEqual({
      itemId: item.id,
      number: item.number,
      memberId: member.memberId,
      workplaceUnitId: units.branch1,
      residenceBranchId: units.residenceBranch,
    });
    for (const reader of [secretary, residenceSecretary])
      expect(await stage.seen(reader, item.id)).toMatchObject({
        selfReportMissing: false,
        selfReport: { generalComment, file: { url: expect.stringContaining('/files/evaluation/') } },
      });
    expect((await stage.seen(member, item.id)).selfReport.history).toEqual([
      { label: 'Lưu', byTitle: 'Đảng viên' },
      { label: 'Gửi báo cáo', byTitle: 'Đảng viên' },
    ]);
  });

  test('needs something to say, and is not changed once it is sent', async () => {
    const { member, item } = await stage.asked();
    const empty = await stage.write(member, 'sendSelfReport', item.id, { generalComment: '  \n ' });
    expect(empty.refusal).toEqual({ code: 'INVALID_INPUT', field: 'generalComment' });
    // a letter that is written as two
    const long = await stage.write(member, 'sendSelfReport', item.id, {
      generalComment: '\u0958'.repeat(9_000),
    });
    expect(long.refusal).toEqual({ code: 'INVALID_INPUT', field: 'generalComment' });
    await stage.write(member, 'sendSelfReport', item.id, { generalComment: 'Tốt' });
    for (const name of ['saveSelfReport', 'sendSelfReport']) {
      const again = await stage.write(member, name, item.id, { generalComment: 'Khác' });
      expect(again.refusal.code).toBe('REPORT_SENT');
    }
  });

  test('is not written where none was asked for, nor on an item that is closed', async () => {
    const { member, item } = await stage.asked({ selfReportRequired: false });
    const answer = await stage.write(member, 'saveSelfReport', item.id, { generalComment: 'Tốt' });
    expect(answer.refusal).toEqual({ code: 'REPORT_NOT_REQUESTED', field: 'itemId' });
    const { member: late, item: closed } = await stage.asked({ status: 'CANCELLED' });
    const refused = await stage.write(late, 'sendSelfReport', closed.id, { generalComment: 'Tốt' });
    expect(refused.refusal.code).toBe('WRONG_STATE');
  });

  test('may go back to a file that it held before; a file of somebody else, or of another report, is refused', async () => {
    const { member, item } = await stage.asked();
    const [first, second] = [await stage.bring(member, 'a.pdf'), await stage.bring(member, 'b.pdf')];
    const save = async (fileId: string) =>
      (await stage.write(member, 'saveSelfReport', item.id, { fileId })).selfReport?.file.fileName;
    expect([await save(first), await save(second), await save(first)]).toEqual(['a.pdf', 'b.pdf', 'a.pdf']);
    const other = await stage.asked();
    const theirs = await stage.bring(other.member);
    const refused = async (fileId: string) =>
      (await stage.write(member, 'saveSelfReport', item.id, { fileId })).refusal;
    expect(await refused(theirs)).toEqual({ code: 'FILE_NOT_UPLOADED', field: 'fileId' });
    expect(await refused(randomUUID())).toEqual({ code: 'FILE_NOT_UPLOADED', field: 'fileId' });
    const { item: another } = await stage.asked({ memberId: member.memberId as string });
    const taken = await stage.write(member, 'saveSelfReport', another.id, { fileId: first });
    expect(taken.refusal).toEqual({ code: 'FILE_IN_USE', field: 'fileId' });
  });

  test('a cancellation and a report at once: one waits for the other, nothing is sent on a cancelled item', async () => {
    const { member, item } = await stage.asked();
    const [cancelled, sent] = await Promise.all([
      stage.act(secretary, 'cancelCommentItem', item.id, { reason: 'Không cần' }),
      stage.write(member, 'sendSelfReport', item.id, { generalComment: 'Tốt' }),
    ]);
    expect(cancelled).toBe('CANCELLED');
    expect(sent.selfReport?.status ?? sent.refusal.code).toMatch(/^(SENT|WRONG_STATE)$/);
  });
});

describe('a report on paper', () => {
  test('is entered by the workplace with its scan, and says by whom', async () => {
    const { item } = await stage.asked();
    const bare = await stage.write(collector, 'enterSelfReport', item.id, { channel: 'PAPER' });
    expect(bare.refusal).toEqual({ code: 'SCAN_REQUIRED', field: 'scanId' });
    const scanId = await stage.bring(collector, 'Bản chụp.pdf');
    const online = await stage.write(collector, 'enterSelfReport', item.id, { channel: 'ONLINE', scanId });
    expect(online.refusal).toEqual({ code: 'INVALID_INPUT', field: 'channel' });
    const entered = await stage.write(collector, 'enterSelfReport', item.id, { channel: 'POST', scanId });
    expect(entered.selfReport).toMatchObject({
      status: 'SENT',
      channel: 'POST',
      enteredByTitle: 'BRANCH_DELEGATE',
      file: { fileName: 'Bản chụp.pdf' },
    });
  });
});

test('reading what a member has reported leaves a line, once a request; one’s own reading none', async () => {
  const { member, item } = await stage.asked();
  const fileId = await stage.bring(member);
  await stage.write(member, 'sendSelfReport', item.id, { generalComment: 'Tốt', fileId });
  const lines = async ({ accountId }: Actor) => {
    const rows = await stage
      .em()
      .execute(
        `select 1 from audit_entry where action = 'readSelfReport' and account_id = ? and subject_id = ?`,
        [accountId, item.id],
      );
    return rows.length;
  };
  await stage.seen(residenceSecretary, item.id);
  await stage.seen(member, item.id);
  expect([await lines(residenceSecretary), await lines(member)]).toEqual([1, 0]);
});

const seed = Number(process.env.REPORT_MODEL_SEED ?? randomInt(2 ** 31));

test(`a random walk agrees with the table (REPORT_MODEL_SEED=${seed})`, async () => {
  process.stdout.write(`self report: model seed ${seed}\n`);
  const mutations = { SAVE: 'saveSelfReport', SEND: 'sendSelfReport', ENTER: 'enterSelfReport' } as const;
  let opened: Awaited<ReturnType<typeof stage.asked>>;
  const scan: Record<string, string> = {};
  const walk = await randomWalk(selfReportWorkflow, {
    seed,
    steps: 120,
    actors: [
      new Set(['MEMBER']),
      new Set(['WORKPLACE_VIEWER', 'WORKPLACE_LEADER']),
      new Set(['WORKPLACE_VIEWER', 'WORKPLACE_DELEGATE']),
      new Set(['WORKPLACE_VIEWER']),
      new Set<string>(),
    ],
    facts: { itemOpen: [true], notOwnCase: [true] },
    async begin() {
      opened = await stage.asked();
    },
    async apply({ action, relations }) {
      const actor = relations.has('MEMBER')
        ? opened.member
        : relations.has('WORKPLACE_LEADER')
          ? secretary
          : relations.has('WORKPLACE_DELEGATE')
            ? collector
            : relations.has('WORKPLACE_VIEWER')
              ? actors.committee
              : actors.companySecretary;
      const paper = { channel: 'PAPER', scanId: null as string | null };
      if (action === 'ENTER' && (actor === secretary || actor === collector)) {
        scan[opened.item.id] = await stage.bring(actor);
        paper.scanId = scan[opened.item.id] ?? null;
      }
      const answer = await stage.write(actor, mutations[action], opened.item.id, {
        generalComment: 'Tốt',
        ...(action === 'ENTER' && paper),
      });
      if (answer.error === 'FORBIDDEN') return { refusal: 'ACTION_NOT_ALLOWED' };
      const code = answer.refusal?.code === 'REPORT_SENT' ? 'WRONG_STATE' : answer.refusal?.code;
      return code ? { refusal: code } : { to: answer.selfReport.status };
    },
  });
  expect([...walk.succeeded].sort()).toEqual(['ENTER', 'SAVE', 'SEND']);
});

import { pathOf } from '@dang/documents/testing-files';
import { textOfPdf } from '@dang/documents/testing-pdf';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { letterOf, type SeenLetter } from '../../test/letter-stage.ts';
import { desks, openTransfers, type TransferStage } from '../../test/transfer-stage.ts';
import { definition } from '../definition.ts';

let stage: TransferStage;
let doors: ReturnType<typeof openTestDoors>;
beforeAll(async () => {
  stage = await openTransfers();
  doors = openTestDoors(stage, definition.doors ?? []);
});
afterAll(async () => {
  await doors?.close();
  await stage?.close();
});

const { secretary, committee, ward, host, inspector } = desks;
const fetched = async (url: string) => (await doors.app.inject(pathOf(url))).rawPayload;
const wordsOf = async (url: string) =>
  textOfPdf(await fetched(url))
    .join('\n')
    .replaceAll(/\s+/g, ' ');

describe('IntroductionLetter.pdfUrl', () => {
  test('is the PDF that was signed last, in its form, with no whole card number', async () => {
    const { id } = await stage.dossierAt('SENT');
    const letter = await letterOf(stage, id, inspector);
    const last = letter.signatures.at(-1) as SeenLetter['signatures'][number];
    const answer = await doors.app.inject(pathOf(letter.pdfUrl));
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.rawPayload.equals(await fetched(last.document.url))).toBe(true);
    const words = await wordsOf(letter.pdfUrl);
    for (const said of [
      'GIẤY GIỚI THIỆU SINH HOẠT ĐẢNG',
      'Loại 10 ô',
      'Nguyễn Thị Minh Anh',
      '*****678',
      'Kính gửi: Đảng ủy Khu dân cư Việt Hưng',
      'Kính chuyển: Ban Thường vụ Đảng ủy phường Việt Hưng',
      'đã đóng đảng phí hết tháng 07/2026',
      'Nhận xét: Nhất trí với bản tự kiểm điểm của đồng chí.',
      `Ký số bởi: ${committee.name}`,
      `Ký số bởi: ${ward.name}`,
      'T/M ĐẢNG ỦY',
      letter.signatures[0]?.sha256 as string,
      last.verifyUrl,
    ])
      expect(words).toContain(said);
    expect(words).not.toContain('12345678');
  });

  test('shows corrections above the old words', async () => {
    const { id } = await stage.dossierAt('SENT');
    await stage.done(committee, 'correctLetterBox', id);
    const words = await wordsOf((await letterOf(stage, id, inspector)).pdfUrl);
    const [now, before] = ['theo quyết định số 129/QĐ-SH', 'của đồng chí Nguyễn Thị Minh Anh; kính chuyển'];
    expect(words.indexOf(now)).toBeGreaterThan(0);
    expect(words.indexOf(before)).toBeGreaterThan(words.indexOf(now));
  });

  test('is printed as it stands where nobody signed, or a branch signed by name since', async () => {
    const { id } = await stage.dossierAt('IN_ORIGIN_CHAIN');
    expect(await wordsOf((await letterOf(stage, id, inspector)).pdfUrl)).toContain('Bản in từ hệ thống.');
    const arrived = await stage.dossierAt('AT_DEST_BRANCH');
    await stage.done(committee, 'recordSealedFile', arrived.id);
    await stage.done(host, 'recordPresentation', arrived.id);
    await stage.done(host, 'admitMember', arrived.id);
    const letter = await letterOf(stage, arrived.id, inspector);
    const words = await wordsOf(letter.pdfUrl);
    expect(words).toContain('Đã tiếp nhận đồng chí Nguyễn Thị Minh Anh về sinh hoạt đảng chính thức');
    expect(words).toContain(letter.signatures.at(-1)?.sha256 as string);
    expect((await fetched(letter.pdfUrl)).equals(await fetched(letter.pdfUrl))).toBe(true);
  });

  test('a link of another letter, a forged one and none at all open nothing', async () => {
    const one = await letterOf(stage, (await stage.dossierAt('SENT')).id, inspector);
    const other = await letterOf(stage, (await stage.dossierAt('SENT')).id, inspector);
    const status = async (url: string) => (await doors.app.inject(url)).statusCode;
    const good = pathOf(one.pdfUrl);
    expect(await status(good)).toBe(200);
    expect(await status(good.replace(one.id, other.id))).toBe(403);
    expect(await status(good.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')))).toBe(403);
    expect(await status(`/files/transfers/letters/${one.id}`)).toBe(403);
  });
});

describe('/verify/transfers/<signature>', () => {
  test('says to everybody what was signed by which office, and names nobody', async () => {
    const letter = await letterOf(stage, (await stage.dossierAt('SENT')).id, inspector);
    const path = new URL(letter.signatures[1]?.verifyUrl as string).pathname;
    const { body } = await doors.app.inject({ url: path, headers: { accept: 'application/json' } });
    expect(JSON.parse(body)).toMatchObject({
      verdict: 'VALID',
      kind: 'Giấy giới thiệu sinh hoạt đảng',
      number: `${letter.number}/2026`,
      step: 2,
      unit: 'Đảng bộ phường Việt Hưng',
    });
    expect(body).not.toContain('Minh Anh');
    expect(
      (await doors.app.inject('/verify/transfers/01980000-0000-7000-8000-00000000ffff')).statusCode,
    ).toBe(404);
  });
});

describe('who reads whose letter', () => {
  const readings = async (id: string) => {
    const rows = await stage.em().execute<{ action: string; actor: string; unit: string | null }[]>(
      `select action, actor_name as actor, unit_id as unit from audit_entry
       where member_id = (select member_id from transfer_dossier where id = ?) and action like 'read%' order by id`,
      [id],
    );
    return rows.map(({ action, actor }) => `${action} ${actor}`);
  };

  test('leaves a line a request, not for the members themselves', async () => {
    const { id, applicant } = await stage.dossierAt('SENT');
    await letterOf(stage, id, applicant);
    expect(await readings(id)).toEqual([]);
    await letterOf(stage, id, inspector);
    expect(await readings(id)).toEqual([`readIntroductionLetter ${inspector.name}`]);
    const query = 'query ($id: UUID!) { transfer(id: $id) { documents { role } letter { number } } }';
    await stage.ask(query, { id }, secretary);
    expect((await readings(id)).slice(1)).toEqual([`readTransferDocuments ${secretary.name}`]);
  });
});

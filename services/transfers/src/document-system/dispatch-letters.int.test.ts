import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { codes, openDispatch } from '../../test/dispatch-stage.ts';
import { sentOut, toArmy } from '../../test/letter-out.ts';
import { desks } from '../../test/transfer-stage.ts';
import { claimDueLetters } from './due-dispatches.ts';

let open: Awaited<ReturnType<typeof openDispatch>>;
beforeAll(async () => {
  open = await openDispatch();
});
afterEach(async () => {
  await open.arm({});
  await open.stage.em().execute('delete from letter_dispatch');
});
afterAll(() => open?.close());

const far = codes.thanhHoa as string;
const statusOf = async (id: string) => (await open.rows(id)).map(({ status }) => status);

describe('a signed letter that leaves the province', () => {
  test('is handed over once with its signed PDF, from code to code, and without the name of the member', async () => {
    const { id, applicant } = await open.leaving();
    expect(await open.round()).toBe(1);
    const [row] = await open.rows(id);
    const document = open.kept.get(String(row?.id));
    const [file] = await open.stage.em().execute(
      `select encode(f.sha256, 'hex') as sha256, f.byte_size as size from letter_dispatch d join stored_file f on f.id = d.file_id
       where d.dossier_id = ?`,
      [id],
    );
    expect(document).toMatchObject({
      ...file,
      sender: { code: 'A32.05', name: 'Đảng bộ thành phố Hà Nội' },
      receiver: { code: far, name: 'Đảng bộ tỉnh Thanh Hóa' },
      calls: 1,
    });
    expect(document?.number).toMatch(/^\d+\/2026$/);
    expect(JSON.stringify(document)).not.toContain(applicant.name);
    expect(row).toMatchObject({ status: 'HANDED_OVER', ref: document?.ref, error: null, againIn: 600 });
    expect(await open.round()).toBe(0);
  });

  test('is asked after until the receiving office has accepted it', async () => {
    const { id } = await open.leaving();
    await open.round();
    const seen: unknown[] = [];
    for (let at = 0; at < 3; at += 1) {
      await open.later('10 minutes');
      await open.round();
      seen.push(...(await statusOf(id)));
    }
    expect(seen).toEqual(['ARRIVED', 'ACCEPTED', 'ACCEPTED']);
    expect(open.kept.get(String((await open.rows(id))[0]?.id))?.asked).toBe(2);
  });

  test('goes by hand where nobody has an address, and is looked at again when its province has none yet', async () => {
    const byHand = await sentOut(open.stage, toArmy);
    expect(await open.rows(byHand.id)).toEqual([]);
    await open.tellCodes({ hanoi: 'A32.05' });
    const { id } = await open.leaving();
    await open.round();
    expect(await open.rows(id)).toMatchObject([{ status: 'NO_ADDRESS', receiver: null, againIn: 3_600 }]);
    await open.tellCodes(codes);
    await open.later('1 hour');
    await open.round();
    expect(await open.rows(id)).toMatchObject([{ status: 'HANDED_OVER', receiver: far }]);
  });

  test('is called off when it is answered before it left', async () => {
    const { id } = await open.leaving();
    await open.arm({ error500: 'always' });
    await open.round();
    await open.stage
      .em()
      .execute(`update transfer_dossier set status = 'RETURNED_BY_DEST' where id = ?`, [id]);
    await open.arm({});
    await open.later('1 hour');
    await open.round();
    expect([await statusOf(id), open.kept.has(String((await open.rows(id))[0]?.id))]).toEqual([
      ['WITHDRAWN'],
      false,
    ]);
  });

  test('that comes back and is sent again, the same letter, leaves under an id of its own', async () => {
    const { id } = await open.leaving();
    await open.round();
    await open.stage.done(desks.secretary, 'recordOutsideReturn', id);
    await open.stage.done(desks.board, 'correctAndResendTransfer', id);
    await open.round();
    expect(await statusOf(id)).toEqual(['HANDED_OVER', 'HANDED_OVER']);
    const [first, second] = (await open.rows(id)).map((row) => open.kept.get(String(row.id)));
    expect([second?.sha256 === first?.sha256, second?.id === first?.id]).toEqual([true, false]);
  });
});

describe('a document system in trouble', () => {
  test('that does not answer has it, and is told the same again under the same id', async () => {
    const { id } = await open.leaving();
    await open.arm({ silence: far });
    await open.round();
    expect(await open.rows(id)).toMatchObject([
      { status: 'WAITING', ref: null, error: 'no answer: TimeoutError', againIn: 60 },
    ]);
    await open.arm({});
    await open.later('1 minute');
    await open.round();
    const [row] = await open.rows(id);
    const document = open.kept.get(String(row?.id));
    expect([row?.status, row?.ref, document?.calls]).toEqual(['HANDED_OVER', document?.ref, 2]);
  });

  test.each([
    ['error500', 'it answered 500'],
    ['malformed', 'its answer is not as agreed: ref invalid_type'],
  ])('with %s is tried ever less often', async (fault, error) => {
    const { id } = await open.leaving();
    await open.arm({ [fault]: 'always' });
    const pauses: unknown[] = [];
    for (let at = 0; at < 5; at += 1) {
      await open.round();
      pauses.push((await open.rows(id))[0]?.againIn);
      await open.later('2 hours');
    }
    expect(pauses).toEqual([60, 300, 900, 3_600, 3_600]);
    expect(await open.rows(id)).toMatchObject([{ status: 'WAITING', error }]);
  });

  test('that refuses is not asked again, nor is an office that declines', async () => {
    const refused = await open.leaving();
    await open.arm({ refuse: 'next' });
    await open.round();
    const reason = 'Hệ thống văn bản không nhận: 422 UNKNOWN_RECEIVER';
    expect(await open.rows(refused.id)).toMatchObject([{ status: 'REFUSED', reason }]);
    const declined = await open.leaving();
    await open.arm({ declined: far });
    for (let at = 0; at < 3; at += 1) {
      await open.round();
      await open.later('1 day');
    }
    expect(await open.rows(declined.id)).toMatchObject([{ status: 'REFUSED', reason: 'Sai cơ quan nhận' }]);
    expect(await open.round()).toBe(0);
  });

  test('loses nothing when a worker dies with a letter in hand', async () => {
    const { id } = await open.leaving();
    expect(await claimDueLetters(open.stage.em(), 4)).toHaveLength(1);
    expect(await open.round()).toBe(0);
    await open.later('3 minutes');
    await open.round();
    expect(await open.rows(id)).toMatchObject([{ status: 'HANDED_OVER', attempts: 2 }]);
  });
});

test('many workers hand each letter over once', async () => {
  const ids: string[] = [];
  for (let at = 0; at < 3; at += 1) ids.push((await open.leaving()).id);
  await Promise.all(Array.from({ length: 5 }, () => open.round()));
  const rows = await Promise.all(ids.map((id) => open.rows(id)));
  expect(rows.flat().map(({ id }) => open.kept.get(String(id))?.calls)).toEqual([1, 1, 1]);
});

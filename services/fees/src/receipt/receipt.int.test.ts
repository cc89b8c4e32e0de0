import { randomUUID } from 'node:crypto';
import { textOfPdf } from '@dang/documents/testing-pdf';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { openReceipts } from '../../test/receipt-stage.ts';
import { readCode, writeCode } from './verification-code.ts';

let house: Awaited<ReturnType<typeof openReceipts>>;
let branchOrder: Awaited<ReturnType<typeof house.paid>>;
beforeAll(async () => {
  house = await openReceipts();
  branchOrder = await house.paid([house.an, house.binh]);
});
afterAll(() => house.close());

type Receipt = { kind: string; number: string; url: string | null; verifyUrl: string; issuedOn: string };
const receiptsOf = async (id: string, actor = house.secretary): Promise<Receipt[] | undefined> =>
  (await house.orderAs(actor, id, 'receipts { kind number url verifyUrl issuedOn }'))?.receipts;

describe('DuesOrder.receipts', () => {
  test('are two for an order paid online: ours, and that of the platform', async () => {
    const receipts = await receiptsOf(branchOrder.id);
    expect(receipts).toEqual([
      {
        kind: 'DVC',
        number: `BL-${branchOrder.number}`,
        url: expect.stringMatching(/^http:\/\/doors\.test\/files\/receipts\/.*signature=/),
        verifyUrl: expect.stringMatching(/^http:\/\/doors\.test\/verify\/[\w-]{64}$/),
        issuedOn: '2026-07-06',
      },
      {
        kind: 'NATIONAL_PAYMENT',
        number: `ref-${branchOrder.number}`,
        url: `http://127.0.0.1:9/payments/receipts/ref-${branchOrder.number}`,
        verifyUrl: receipts?.[0]?.verifyUrl,
        issuedOn: '2026-07-06',
      },
    ]);
  });

  test('do not show inspection the reference of the payment', async () => {
    const inspection = testActor({ role: 'INSPECTION_OFFICER', unitId: units.province });
    const [, platform] = (await receiptsOf(branchOrder.id, inspection)) ?? [];
    expect(platform).toMatchObject({ number: branchOrder.number, url: null });
  });

  test('are one for notes, and none before an order is paid', async () => {
    const member = await house.owing(units.branch2, ['2026-07']);
    const { order } = await house.act(
      testActor({ memberId: member }),
      'payDues',
      { months: 1 },
      'order { id receipts { kind } }',
    );
    expect(order.receipts).toEqual([]);
    const cash = await house.owing(units.branch1, ['2026-07']);
    const paid = await house.paid([cash], 'CASH');
    expect((await receiptsOf(paid.id))?.map(({ kind }) => kind)).toEqual(['CASH']);
  });
});

describe('the PDF', () => {
  test('says all of an order of the branch, with each member’s lines', async () => {
    const [receipt] = (await receiptsOf(branchOrder.id)) ?? [];
    const answer = await house.open(receipt?.url ?? '');
    expect(answer.headers['content-type']).toBe('application/pdf');
    const text = textOfPdf(answer.rawPayload).join('\n');
    for (const said of [
      'BIÊN LAI THU ĐẢNG PHÍ',
      `Số BL-${branchOrder.number}`,
      'Nộp cho chi bộ',
      '06/2026, 07/2026',
      '157.500 đồng',
      'Một trăm năm mươi bảy nghìn năm trăm đồng',
      '10:00:00 06/07/2026',
      'Nguyễn Thị Phượng Ổn',
      'Trần Văn Bình',
      '37.500',
      'Thành ủy Hà Nội',
    ])
      expect(text).toContain(said);
    expect((await house.open(receipt?.url ?? '')).rawPayload.equals(answer.rawPayload)).toBe(true);
  });

  test('of one member is an extract without the others', async () => {
    const { data } = await house.execute(
      '{ me { dues { charges { edges { node { period status receiptUrl } } } } } }',
      {},
      testActor({ memberId: house.binh }),
    );
    const node = data?.me.dues.charges.edges[0].node;
    expect(node).toMatchObject({ period: '2026-07', status: 'PAID' });
    const text = textOfPdf((await house.open(node.receiptUrl)).rawPayload).join('\n');
    expect(text).toContain('TRÍCH BIÊN LAI THU ĐẢNG PHÍ');
    expect(text).toContain('Trần Văn Bình');
    expect(text).toContain('37.500 đồng');
    expect(text).not.toContain('60.000');
    expect(text.match(/Phượng/g)).toHaveLength(1);
    expect(text.match(/12345678/g)).toHaveLength(1);
    expect(text).not.toContain('157.500');
  });

  test('is nowhere for another member, an unknown order, or a link that we did not sign', async () => {
    const [receipt] = (await receiptsOf(branchOrder.id)) ?? [];
    const url = receipt?.url ?? '';
    expect((await house.open(url.replace(branchOrder.id, `${branchOrder.id}/${house.an}`))).statusCode).toBe(
      403,
    );
    expect((await house.open(url.replace(branchOrder.id, randomUUID()))).statusCode).toBe(403);
    expect((await house.doors.inject(`/files/receipts/${branchOrder.id}`)).statusCode).toBe(403);
    expect((await house.doors.inject('/files/receipts/..%2f..%2fetc%2fpasswd')).statusCode).toBe(403);
  });

  test('a page of charges with their receipts is no statement a charge', async () => {
    const statements: string[] = [];
    const logger = house.orm.config.getLogger();
    const { log, isEnabled } = logger;
    Object.assign(logger, {
      isEnabled: () => true,
      log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
    });
    await house.execute(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit { duesCharges(period: "2026-07") {
        edges { node { receiptUrl } } } } } }`,
      { of: [{ __typename: 'OrgUnit', id: units.branch1 }] },
      house.secretary,
    );
    Object.assign(logger, { log, isEnabled });
    expect(statements.length).toBeLessThanOrEqual(5);
  });
});

test('a code is what it was written from, and nothing else is a code', () => {
  const code = { transactionId: randomUUID(), contentHash: Buffer.alloc(32, 7) };
  expect(readCode(writeCode(code))).toEqual(code);
  for (const text of ['', 'x', `${writeCode(code)}x`, writeCode(code).slice(1), '../../etc', '%'.repeat(64)])
    expect(readCode(text)).toBeNull();
});

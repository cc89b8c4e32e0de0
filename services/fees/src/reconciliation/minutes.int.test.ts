import { randomUUID } from 'node:crypto';
import { textOfPdf } from '@dang/documents/testing-pdf';
import { signUrl } from '@dang/service/doors/signed-url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDoors } from '../../test/doors-stage.ts';
import { units } from '../../test/fees-stage.ts';
import { actOn, dossierOf, type Fees, openReconciling, people } from '../../test/reconciliation-stage.ts';
import { feesEnvironment } from '../environment.ts';

let fees: Fees;
let doors: ReturnType<typeof openTestDoors>;
beforeAll(async () => {
  fees = await openReconciling();
  doors = openTestDoors(fees);
});
afterAll(async () => {
  await doors.close();
  await fees.close();
});

const linkTo = (id: string, inMs = 60_000): string => {
  const expiresAt = new Date(Date.now() + inMs);
  const url = new URL(signUrl(feesEnvironment(fees.environment), `/files/minutes/${id}`, { expiresAt }));
  return url.pathname + url.search;
};

test('there are no minutes before both agree', async () => {
  const { id } = await dossierOf(fees, units.branch1);
  expect((await doors.app.inject(linkTo(id))).statusCode).toBe(404);
});

test('minutes say what both agreed on, and who did, the same bytes each time', async () => {
  await actOn(fees, 'confirmReconciliation', people.branch1, units.branch1);
  const { reconciliation } = await actOn(fees, 'closeReconciliation', people.committee, units.branch1);
  const { pathname, search } = new URL(reconciliation.minutesUrl);
  const answer = await doors.app.inject(pathname + search);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'inline; filename="DC-2026Q2-05.200.044.000.001.pdf"',
    'cache-control': 'no-store',
  });
  const text = textOfPdf(answer.rawPayload).join('\n');
  for (const said of [
    'BIÊN BẢN ĐỐI CHIẾU ĐẢNG PHÍ',
    'quý II/2026 — số DC-2026Q2-05.200.044.000.001',
    'ngày 06 tháng 07 năm 2026',
    '360.000',
    '240.000',
    'Hai trăm bốn mươi nghìn đồng',
    'Lê Thị Hoa',
    'Trần Văn Đức',
  ])
    expect(text).toContain(said);
  const again = await doors.app.inject(pathname + search);
  expect(again.rawPayload.equals(answer.rawPayload)).toBe(true);
});

test('a link of another dossier, a forged or old one, and none at all open nothing', async () => {
  const { id } = await dossierOf(fees, units.branch1);
  const good = linkTo(id);
  const other = await dossierOf(fees, units.branch2);
  expect((await doors.app.inject(good.replace(id, other.id))).statusCode).toBe(403);
  expect((await doors.app.inject(`/files/minutes/${id}`)).statusCode).toBe(403);
  expect((await doors.app.inject(`${good}&x=1`)).statusCode).toBe(403);
  expect((await doors.app.inject(linkTo(id, -1_000))).statusCode).toBe(410);
  expect((await doors.app.inject(linkTo(randomUUID()))).statusCode).toBe(404);
});

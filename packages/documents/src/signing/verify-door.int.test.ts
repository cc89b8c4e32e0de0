import { randomUUID } from 'node:crypto';
import { isRefusal } from '@dang/service/refusal';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openPapers } from '../../test-subgraph/definition.ts';
import { makeForm } from '../form.ts';
import { prepareSignature, recordSignature } from './sign-document.ts';
import { findSignature } from './signature-value.ts';
import { signaturePage } from './verify.page.ts';

let house: Awaited<ReturnType<typeof openPapers>>;
let name = '';
let signatureId = '';
const subjectId = randomUUID();
beforeAll(async () => {
  house = await openPapers();
  const { actor } = await house.signer({ name: 'Trần Thị Bích Ngọc' });
  ({ name } = actor);
  const { environment, clock } = house;
  const prepared = await prepareSignature(
    { em: house.em(), environment, clock, actor },
    {
      kind: 'Paper',
      id: subjectId,
      what: 'Phiếu',
      fileName: 'phieu.pdf',
      render: ({ signedAt }) =>
        makeForm({ title: 'Phiếu', madeAt: signedAt, footer: 'x' }, (form) => form.title('PHIẾU')),
    },
  );
  if (isRefusal(prepared)) throw new Error(prepared.code);
  signatureId = await house.em().transactional((em) => recordSignature(em, prepared, { chain: false }));
});
afterAll(() => house?.close());

const ask = (id: string, accept = 'text/html') =>
  house.app.inject({ url: `/verify/papers/${id}`, headers: { accept } });
const asJson = async (id: string) => (await ask(id, 'application/json')).json<Record<string, unknown>>();

test('the page says that the signature holds, and nobody’s name', async () => {
  const answer = await ask(signatureId);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  const { sha256, ...rest } = await asJson(signatureId);
  expect(rest).toEqual({
    verdict: 'VALID',
    kind: 'Phiếu',
    number: subjectId,
    step: 1,
    unit: 'Đảng bộ phường Việt Hưng',
    title: 'Bí thư đảng ủy',
    signedAt: expect.any(String),
  });
  for (const said of ['Chữ ký số hợp lệ', 'Đảng bộ phường Việt Hưng', 'Bí thư đảng ủy', '06/07/2026', sha256])
    expect(answer.body).toContain(said);
  for (const personal of [name, 'Bích Ngọc']) expect(answer.body).not.toContain(personal);
});

test.each([
  ['another id', () => randomUUID()],
  ['no id', () => 'x'],
  ['a path', () => '..%2F..%2Fetc'],
  ['an id in capitals', () => signatureId.toUpperCase()],
])('knows nothing of %s', async (_what, id) => {
  const answer = await ask(id());
  expect(answer.statusCode).toBe(404);
  expect(answer.body).toContain('Không có văn bản này');
  expect(await asJson(id())).toEqual({ verdict: 'UNKNOWN_DOCUMENT' });
});

test('tells when the issuer is silent about what is revoked, and when it has revoked', async () => {
  const row = await findSignature(house.em(), signatureId);
  if (!row) throw new Error('not signed');
  const unit = { ...row, signerUnitName: '<script>alert("x")</script>' };
  const page = signaturePage(unit, { kind: 'Phiếu', number: '1' }, 'REVOKED');
  expect(page).toContain('Chứng thư số đã bị thu hồi khi ký');
  expect(page).not.toContain('<script>');
  expect(signaturePage(row, { kind: 'Phiếu', number: '1' }, 'UNKNOWN')).toContain('Chưa kiểm tra được');
});

test('finds out bytes that were changed where they lie', async () => {
  const em = house.em();
  await em.execute('alter table stored_file disable trigger user');
  await em.execute(`update stored_file set storage_key = storage_key || 'x'`);
  expect(await asJson(signatureId)).toMatchObject({ verdict: 'TAMPERED' });
  expect((await ask(signatureId)).body).toContain('Nội dung đã thay đổi');
});

test('lets one address ask 60 times a minute', async () => {
  const statuses: number[] = [];
  for (let time = 0; time < 65; time++) statuses.push((await ask(randomUUID())).statusCode);
  expect(statuses.at(-1)).toBe(429);
});

import { randomUUID } from 'node:crypto';
import { pathOf } from '@dang/documents/testing-files';
import { textOfPdf } from '@dang/documents/testing-pdf';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDoors } from '../../test/doors-stage.ts';
import { units } from '../../test/fees-stage.ts';
import { actOn, dossierOf, openSigning, people, reconcile } from '../../test/reconciliation-stage.ts';

let fees: Awaited<ReturnType<typeof openSigning>>;
let doors: ReturnType<typeof openTestDoors>;
beforeAll(async () => {
  fees = await openSigning();
  doors = openTestDoors(fees);
});
afterAll(async () => {
  await doors?.close();
  await fees?.close();
});

async function read() {
  const { data, errors } = await fees.execute(
    `query ($id: UUID!) { reconciliation(id: $id) { version
       signatures { step signerName signerTitle signerUnitName sha256 previousSha256 verdict verifyUrl document { fileName url } }
       availableActions { action allowed } history { action label } } }`,
    { id: (await dossierOf(fees, units.branch1)).id },
    people.ward,
  );
  expect(errors).toBeUndefined();
  return data?.reconciliation;
}

const sign = (actor = people.branch1) => actOn(fees, 'signReconciliation', actor, units.branch1);
const textAt = async (url: string) =>
  textOfPdf((await doors.app.inject(pathOf(url))).rawPayload)
    .join('')
    .replaceAll('\n', '');

describe('the minutes of a reconciliation', () => {
  test('are signed by the unit first; nothing is signed while the service is down', async () => {
    expect((await sign(people.committee)).refusal.code).toBe('ACTION_NOT_ALLOWED');
    fees.signing.arm('error500');
    expect((await sign()).refusal.code).toBe('SIGNING_UNAVAILABLE');
    const before = await read();
    expect(before.signatures).toEqual([]);

    const { id, version } = await dossierOf(fees, units.branch1);
    const input = { reconciliationId: id, expectedVersion: version, idempotencyKey: randomUUID() };
    const first = await reconcile(fees, 'signReconciliation', people.branch1, input);
    expect(first.refusal).toBeNull();
    // the same call again: nobody is asked to sign a second time
    fees.signing.arm('error500');
    expect(await reconcile(fees, 'signReconciliation', people.branch1, input)).toMatchObject({
      reconciliation: { id, version: version + 1 },
      refusal: null,
    });
    fees.signing.arm('error500', 0);
    const after = await read();
    expect(after).toMatchObject({
      version: version + 1,
      signatures: [
        {
          step: 1,
          signerName: 'Lê Thị Hoa',
          previousSha256: null,
          verdict: 'VALID',
          document: { fileName: 'DC-2026Q2-05.200.044.000.001-1.pdf' },
        },
      ],
    });
    expect(after.history.at(-1)).toEqual({ action: 'SIGN', label: 'Ký số biên bản' });
  });

  test('then by the superior, in a document that carries the hash of the first', async () => {
    expect((await sign(people.branch1Deputy)).refusal.code).toBe('ACTION_NOT_ALLOWED');
    expect((await sign(people.committee)).refusal).toBeNull();
    const { signatures, availableActions } = await read();
    const [one, two] = signatures;
    expect(two).toMatchObject({
      step: 2,
      signerName: 'Trần Văn Đức',
      previousSha256: one.sha256,
      verdict: 'VALID',
    });
    expect(availableActions).toEqual([]);
    const text = await textAt(two.document.url);
    for (const said of [
      'BIÊN BẢN ĐỐI CHIẾU ĐẢNG PHÍ',
      'Lê Thị Hoa',
      'Trần Văn Đức',
      one.sha256,
      two.verifyUrl,
    ])
      expect(text).toContain(said);
    expect(text.match(/ký số lúc/g)).toHaveLength(2);
    expect((await textAt(one.document.url)).match(/ký số lúc/g)).toHaveLength(1);
    expect((await sign(people.committee)).refusal.code).toBe('WRONG_STATE');
  });

  test('can be checked by everybody', async () => {
    const { signatures } = await read();
    const answer = await doors.app.inject({
      url: pathOf(signatures[1].verifyUrl),
      headers: { accept: 'application/json' },
    });
    expect(answer.json()).toMatchObject({
      verdict: 'VALID',
      kind: 'Biên bản đối chiếu đảng phí',
      number: 'DC-2026Q2-05.200.044.000.001',
      step: 2,
      sha256: signatures[1].sha256,
    });
  });

  test('tell of their signatures in a list with as many statements for three as for one', async () => {
    const list = (first: number) =>
      fees.execute(
        `query ($first: Int) { reconciliations(first: $first) { edges { node { signatures { step } availableActions { action } } } } }`,
        { first },
        people.ward,
      );
    await list(1);
    const one = await fees.statementsOf(() => list(1));
    expect(await fees.statementsOf(() => list(3))).toBe(one);
  });
});

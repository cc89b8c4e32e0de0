import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { Actor } from '@dang/access/actor';
import { isRefusal } from '@dang/service/refusal';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openPapers } from '../../test-subgraph/definition.ts';
import { makeForm } from '../form.ts';
import { textOfPdf } from '../testing-pdf.ts';
import { verifyPdf } from './pdf-signature.ts';
import { trustOf } from './remote-provider.ts';
import {
  type PreparedSignature,
  prepareSignature,
  recordSignature,
  type SignatureBlock,
} from './sign-document.ts';
import { findSignature, findSignatureByHash, signaturesOf, signatureValue } from './signature-value.ts';
import type { SigningFault } from './stand-in-routes.ts';

let house: Awaited<ReturnType<typeof openPapers>>;
let signer: Actor;
let id: string;
beforeAll(async () => {
  house = await openPapers();
  ({ actor: signer } = await house.signer());
});
beforeEach(() => {
  id = randomUUID();
});
afterAll(() => house?.close());

const KIND = 'Paper';

const render = (block: SignatureBlock): Promise<Buffer> =>
  makeForm({ title: 'Phiếu', madeAt: block.signedAt, footer: 'Phiếu' }, (form) => {
    form.title('PHIẾU NHẬN XÉT');
    form.pairs([
      ['Người ký', `${block.signer.name}, ${block.signer.title}`],
      ['Tổ chức', block.signer.unitName],
      ['Văn bản trước', block.previous?.sha256 ?? 'không'],
    ]);
    form.qr(block.verifyUrl, [block.verifyUrl]);
  });

const prepare = (actor: Actor, subjectId = id) =>
  prepareSignature(
    { em: house.em(), environment: house.environment, clock: house.clock, actor },
    { kind: KIND, id: subjectId, what: 'Phiếu nhận xét 0002', fileName: 'phieu.pdf', render },
  );

async function prepared(actor: Actor): Promise<PreparedSignature> {
  const answer = await prepare(actor);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer;
}

const record = (signature: PreparedSignature, chain = false) =>
  house.em().transactional((em) => recordSignature(em, signature, { chain }));

const codeOf = async (actor: Actor) => {
  const answer = await prepare(actor);
  return isRefusal(answer) ? answer.code : 'SIGNED';
};

const bytesKept = () =>
  readdirSync(house.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .length;

/** What the graph shows of the signatures of a paper, verdicts included. */
async function shown() {
  const em = house.em();
  const rows = (await signaturesOf(em, KIND, [id])).get(id) ?? [];
  return Promise.all(
    rows.map(async (row) => {
      const value = signatureValue(house.environment, 'papers', row);
      return { ...value, verdict: await value.verdict(null, { em }) };
    }),
  );
}

test('nobody signs for an office that is over, and no key is asked to', async () => {
  const kept = bytesKept();
  const answer = await prepareSignature(
    {
      em: house.em(),
      environment: house.environment,
      clock: house.clock,
      actor: signer,
      capacityEnded: async () => true,
    },
    { kind: KIND, id, what: 'Phiếu nhận xét 0002', fileName: 'phieu.pdf', render },
  );
  expect(answer).toMatchObject({ code: 'POSITION_ENDED' });
  expect(bytesKept()).toBe(kept);
});

describe('a document is signed', () => {
  test('with block, address and hash in it, kept, recorded and valid', async () => {
    const signature = await prepared(signer);
    expect(await record(signature)).toBe(signature.id);
    const [value] = await shown();
    expect(value).toMatchObject({
      id: signature.id,
      step: 1,
      signerName: signer.name,
      signerTitle: 'Bí thư đảng ủy',
      signerUnitName: 'Đảng bộ phường Việt Hưng',
      previousSha256: null,
      verifyUrl: `http://doors.test/verify/papers/${signature.id}`,
      verdict: 'VALID',
      document: { fileName: 'phieu.pdf', contentType: 'application/pdf', sha256: value?.sha256 },
    });
    const { body, rawPayload } = await house.app.inject({
      url: value?.document.url.replace('http://doors.test', '') ?? '',
    });
    expect(body.startsWith('%PDF')).toBe(true);
    expect(textOfPdf(rawPayload).join('\n')).toContain(value?.verifyUrl);
    const trust = { ...trustOf(house.environment), revocations: [] };
    const seen = verifyPdf(rawPayload, trust, signature.signedAt);
    expect(seen).toMatchObject({ verdict: 'VALID', holderName: signer.name, signedAt: value?.signedAt });
    expect((await findSignature(house.em(), signature.id))?.file.id).toBe(value?.document.id);
    expect((await findSignatureByHash(house.em(), value?.sha256 ?? ''))?.id).toBe(signature.id);
    expect(await findSignature(house.em(), randomUUID())).toBeNull();
  });

  test('and again by the next level, whose document carries the hash of the first', async () => {
    await record(await prepared(signer), true);
    const { actor: second } = await house.signer();
    await record(await prepared(second), true);
    const [one, two] = await shown();
    expect(two).toMatchObject({ step: 2, previousSha256: one?.sha256, verdict: 'VALID' });
    const { rawPayload } = await house.app.inject({
      url: two?.document.url.replace('http://doors.test', '') ?? '',
    });
    expect(textOfPdf(rawPayload).join('').replaceAll('\n', '')).toContain(one?.sha256);
  });

  test('not twice, and not over somebody who signed meanwhile', async () => {
    const [first, second, third] = [
      await prepared(signer),
      await prepared(signer),
      await prepared(signer),
    ] as const;
    const outcomes = await Promise.allSettled([record(first, true), record(second, true)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(record(third, true)).rejects.toThrow('somebody else signed');
    const next = await prepared(signer);
    await expect(record(next, false)).rejects.toThrow('somebody else signed');
    expect(await shown()).toHaveLength(1);
  });

  test('also by a provider that takes its time', async () => {
    house.signing.arm('slow');
    expect(await codeOf(signer)).toBe('SIGNED');
  });

  test('a crash between signing and recording leaves bytes that the sweep takes away, and nothing else', async () => {
    const before = bytesKept();
    await prepared(signer);
    expect(bytesKept()).toBe(before + 1);
    const em = house.em();
    const [{ count } = { count: '' }] = await em.execute<{ count: string }[]>(
      'select count(*)::text as count from stored_file where attached_id = ?',
      [id],
    );
    expect([count, await shown()]).toEqual(['0', []]);
  });
});

describe('nothing is signed', () => {
  test('by somebody without a certificate, or without an office', async () => {
    const { actor } = await house.signer(null);
    expect(await codeOf(actor)).toBe('CERTIFICATE_REQUIRED');
    expect(await codeOf({ ...signer, capacity: null })).toBe('CERTIFICATE_REQUIRED');
    expect(await codeOf({ ...signer, memberId: null })).toBe('CERTIFICATE_REQUIRED');
  });

  test.each([
    ['ended before', '2026-01-01', '2026-07-01'],
    ['begins later', '2026-08-01', '2027-01-01'],
  ])('with a certificate that %s', async (_what, from, to) => {
    const validity = { from: new Date(from), to: new Date(to) };
    expect(await codeOf((await house.signer({ validity })).actor)).toBe('CERTIFICATE_EXPIRED');
  });

  test('with one that its issuer has revoked, which we have not heard yet', async () => {
    const { actor, certified } = await house.signer();
    house.signing.keys.revoke(certified?.reference ?? '', new Date('2026-07-05T00:00:00Z'));
    expect(await codeOf(actor)).toBe('CERTIFICATE_REVOKED');
  });

  test.each<[SigningFault, string]>([
    ['error500', 'SIGNING_UNAVAILABLE'],
    ['silence', 'SIGNING_UNAVAILABLE'],
    ['garbage', 'SIGNING_UNAVAILABLE'],
    ['wrongDigest', 'SIGNATURE_INVALID'],
    ['wrongKey', 'SIGNATURE_INVALID'],
    ['otherIssuer', 'SIGNATURE_INVALID'],
    ['expired', 'CERTIFICATE_EXPIRED'],
  ])('when the provider fails or lies: %s', async (fault, code) => {
    const before = bytesKept();
    house.signing.arm(fault);
    expect(await codeOf(signer)).toBe(code);
    expect(bytesKept()).toBe(before);
    expect(await codeOf(signer)).toBe('SIGNED');
  });

  test('with the certificate of somebody else', async () => {
    const { actor } = await house.signer();
    const { actor: other } = await house.signer();
    await house.em().execute(
      `update certificate_copy mine set reference = theirs.reference from certificate_copy theirs
         where mine.member_id = ? and theirs.member_id = ?`,
      [actor.memberId, other.memberId],
    );
    expect(await codeOf(actor)).toBe('SIGNATURE_INVALID');
  });
});

describe('the verdict over the stored bytes', () => {
  test('is TAMPERED when the row or the bytes are others', async () => {
    await record(await prepared(signer));
    const [row] = (await signaturesOf(house.em(), KIND, [id])).get(id) ?? [];
    if (!row) throw new Error('not signed');
    const em = house.em();
    const verdict = (change: object) =>
      signatureValue(house.environment, 'papers', { ...row, ...change }).verdict(null, { em });
    expect(await verdict({})).toBe('VALID');
    expect(await verdict({ sha256: '00'.repeat(32) })).toBe('TAMPERED');
    expect(await verdict({ certificateFingerprint: '00'.repeat(32) })).toBe('TAMPERED');
    expect(await verdict({ signedAt: new Date('2020-01-01T00:00:00Z') })).toBe('EXPIRED');
    await em.execute('alter table stored_file disable trigger user');
    await em.execute(`update stored_file set storage_key = storage_key || 'x' where id = ?`, [row.file.id]);
    expect(await verdict({})).toBe('TAMPERED');
  });
});

import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusal } from '@dang/service/refusal';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openPapers } from '../test-subgraph/definition.ts';
import { attachFile } from './files/stored-file.ts';
import { makeForm } from './form.ts';
import { trustOf } from './signing/remote-provider.ts';
import { prepareSignature, recordSignature } from './signing/sign-document.ts';
import { uploadFile } from './testing-files.ts';
import { samplePdf } from './testing-samples.ts';
import { verifyFiles } from './verify-files.ts';

let house: Awaited<ReturnType<typeof openPapers>>;
let signer: Awaited<ReturnType<typeof house.signer>>;
const paper = randomUUID();
let brought: string;
beforeAll(async () => {
  house = await openPapers();
  signer = await house.signer();
  for (let level = 1; level <= 2; level += 1) await sign(paper);
  const file = await samplePdf();
  brought = await uploadFile(house, house.app, { mutation: 'preparePaperUpload', actor: signer.actor, file });
  await attachFile(house.em(), signer.actor, brought, { kind: 'Paper', id: paper });
});
afterAll(() => house?.close());

async function sign(id: string): Promise<string> {
  const { environment, clock } = house;
  const about = { kind: 'Paper', id, what: 'Phiếu', fileName: 'phieu.pdf' };
  const answer = await prepareSignature(
    { em: house.em(), environment, clock, actor: signer.actor },
    {
      ...about,
      render: ({ signedAt }) =>
        makeForm({ title: 'Phiếu', madeAt: signedAt, footer: 'Phiếu' }, (form) => form.title('PHIẾU')),
    },
  );
  if (isRefusal(answer)) throw new Error(answer.code);
  return house.em().transactional((em) => recordSignature(em, answer, { chain: true }));
}

const trust = () => ({ ...trustOf(house.environment), revocations: [] });
const verify = (given: Parameters<typeof verifyFiles>[2] = trust()) =>
  verifyFiles(house.em(), house.environment, given);

/** What is written past the guards of the tables, as somebody with the password of the database would; undone afterwards. */
async function forged(change: string, undo: string, work: () => Promise<void>): Promise<void> {
  const past = async (sql: string) =>
    house.em().transactional(async (em) => {
      await em.execute('set local session_replication_role = replica');
      await em.execute(sql);
    });
  await past(change);
  try {
    await work();
  } finally {
    await past(undo);
  }
}

describe('files of a service', () => {
  test('are whole: every byte, and every signature of a chain', async () => {
    expect(await verify()).toMatchObject({ files: 3, signatures: 2, faultCount: 0, faults: [] });
  });

  test('whose bytes were touched or are gone are named', async () => {
    const [row] = await house
      .em()
      .execute<{ key: string }[]>('select storage_key as key from stored_file where id = ?', [brought]);
    const path = readdirSync(house.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .find((name) => name.endsWith(row?.key ?? '?'));
    if (!path) throw new Error('no bytes');
    const bytes = readFileSync(path);
    const other = Buffer.from(bytes);
    other[40] = (other[40] ?? 0) ^ 1;
    writeFileSync(path, other);
    expect((await verify()).faults).toEqual([`stored file ${brought}: its bytes were touched`]);
    rmSync(path);
    expect(await verify()).toMatchObject({
      files: 3,
      faultCount: 1,
      faults: [`stored file ${brought}: its bytes are gone`],
    });
    writeFileSync(path, bytes);
    expect((await verify()).faultCount).toBe(0);
  });

  test('whose row says something else of them are named', async () => {
    const where = `where id = '${brought}'`;
    await forged(
      `update stored_file set byte_size = byte_size + 1 ${where}`,
      `update stored_file set byte_size = byte_size - 1 ${where}`,
      async () => expect((await verify()).faults[0]).toMatch(/it has \d+ bytes, not \d+/),
    );
  });
});

describe('a signature', () => {
  test.each([
    ['other bytes', `sha256 = sha256(sha256)`, 'was recorded over other bytes'],
    ['another certificate', `certificate_fingerprint = 'x'`, 'is not by the certificate that was recorded'],
    ['another one before it', `previous_sha256 = sha256(sha256)`, 'does not follow the one before it'],
    ['another paper', `subject_id = gen_random_uuid()`, 'does not follow the one before it'],
    ['a day before the certificate', `signed_at = '2001-01-01'`, 'is EXPIRED'],
  ])('that was recorded with %s is named', async (_what, change, words) => {
    await forged(
      `create table kept as select * from document_signature; update document_signature set ${change} where step = 2`,
      'delete from document_signature; insert into document_signature select * from kept order by step; drop table kept',
      async () => {
        const { faults, faultCount } = await verify();
        expect(faultCount).toBe(1);
        expect(faults[0]).toContain(words);
      },
    );
  });

  test('by a certificate that was revoked before, or of a stranger, or that nobody can judge, does not hold', async () => {
    const { serial, issuerName } = signer.certified?.recorded ?? { serial: '', issuerName: '' };
    const revoked = [{ issuerName, serial, revokedAt: new Date('2020-01-01') }];
    expect((await verify({ ...trust(), revocations: revoked })).faults[0]).toContain('is REVOKED');
    expect((await verify({ roots: [], revocations: [] })).faults[0]).toContain('is NOT_TRUSTED');
    expect((await verify({ ...trust(), revocations: null })).faults[0]).toContain(
      'nobody says what is revoked',
    );
    expect((await verify(null)).faults[0]).toContain('without SIGNING_ROOTS');
    expect((await verify(null)).faultCount).toBe(2);
  });
});

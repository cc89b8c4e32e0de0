import type { Actor } from '@dang/access/actor';
import { pathOf } from '@dang/documents/testing-files';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSheets, type SheetStage } from '../../test/sheet-stage.ts';
import { actors } from '../../test/small-province.ts';
import { definition } from '../definition.ts';

let stage: SheetStage;
let doors: ReturnType<typeof openTestDoors>;
let number: string;
let signature: { sha256: string; verifyUrl: string };
beforeAll(async () => {
  stage = await openSheets();
  doors = openTestDoors(stage, definition.doors ?? []);
  const { residenceWard } = actors;
  await stage.certify(residenceWard);
  const opened = await stage.sheetIn('APPROVED');
  number = opened.number;
  await stage.many(residenceWard, 'signAndSendCommentSheets', [opened.id]);
  ({ signature } = (await stage.sheets(residenceWard, opened.id, 'signature { sha256 verifyUrl }')).sheet);
});
afterAll(async () => {
  await doors?.close();
  await stage?.close();
});

const ask = (actor: Actor | null, sha256: string) =>
  stage.execute(
    `query ($sha256: String!) {
      verifyCommentDocument(sha256: $sha256) { kind number step signerTitle signerUnitName verifyUrl verdict }
    }`,
    { sha256 },
    actor,
  );

describe('Query.verifyCommentDocument', () => {
  test('answers everybody who is signed in, and names nobody', async () => {
    for (const actor of [actors.applicant, actors.secretary2, actors.member]) {
      const { data } = await ask(actor, signature.sha256.toUpperCase());
      expect(data?.verifyCommentDocument).toEqual({
        kind: 'Phiếu nhận xét đảng viên nơi cư trú',
        number,
        step: 1,
        signerTitle: 'COMMITTEE_SECRETARY',
        signerUnitName: 'residenceWard',
        verifyUrl: signature.verifyUrl,
        verdict: 'VALID',
      });
    }
    expect((await ask(null, signature.sha256)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  test.each(['ab'.repeat(32), 'nonsense', '', `${'0'.repeat(64)}' or 1=1`])(
    '%j was signed by nobody here',
    async (sha256) => {
      expect(await ask(actors.secretary, sha256)).toEqual({ data: { verifyCommentDocument: null } });
    },
  );
});

describe('the page behind the QR code', () => {
  test('tells what it is and that it holds, without anybody’s name', async () => {
    const page = await doors.app.inject({ url: pathOf(signature.verifyUrl) });
    expect(page.statusCode).toBe(200);
    for (const part of ['Phiếu nhận xét', number, 'residenceWard', signature.sha256])
      expect(page.body).toContain(part);
    expect(page.body).not.toContain(actors.residenceWard.name);
  });
});

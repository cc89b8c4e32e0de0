import type { Actor } from '@dang/access/actor';
import { pathOf } from '@dang/documents/testing-files';
import { filesOfZip } from '@dang/documents/testing-zip';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  desks,
  officer,
  openTransfers,
  type TransferStage,
  type UnitName,
  units,
} from '../../test/transfer-stage.ts';
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

const { secretary, committee, ward, hostWard, host, stranger, sibling, inspector } = desks;

const query = `query ($refs: [_Any!]!, $direction: IntroductionDirection!, $first: Int, $after: String) {
  _entities(representations: $refs) { ... on OrgUnit {
    introductionRegister(year: 2026, direction: $direction, first: $first, after: $after) {
      year direction xlsxUrl counts { total official sameSuperior sameProvince otherProvince temporary }
      edges { node { number enteredOn transferId kind fullName dateOfBirth cardNumberMasked counterpart introducedBy receivedBy reach isVoid } }
      pageInfo { hasNextPage endCursor }
    } } } }`;

async function registerOf(unit: UnitName, direction: 'OUT' | 'IN', actor: Actor | null, page: object = {}) {
  const refs = [{ __typename: 'OrgUnit', id: units[unit] }];
  const { data } = await stage.execute(query, { refs, direction, ...page }, actor);
  return data?._entities[0]?.introductionRegister ?? null;
}

describe('OrgUnit.introductionRegister', () => {
  test.each([1999, 20_266])('of the year %s there is none, which is no empty one', async (year) => {
    const refs = [{ __typename: 'OrgUnit', id: units.branch1 }];
    const { data, errors } = await stage.execute(
      query.replace('year: 2026', `year: ${year}`),
      { refs, direction: 'OUT' },
      secretary,
    );
    expect(data?._entities[0]?.introductionRegister).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('holds the columns of the book, both ways, void letters included', async () => {
    const { id } = await stage.dossierAt('AT_DEST_BRANCH');
    const left = await stage.dossierAt('IN_ORIGIN_CHAIN');
    await stage.done(left.applicant, 'withdrawTransfer', left.id);
    const out = await registerOf('branch1', 'OUT', secretary);
    expect(out).toMatchObject({
      year: 2026,
      direction: 'OUT',
      counts: { total: 2, official: 2, sameSuperior: 0, sameProvince: 2, otherProvince: 0, temporary: 0 },
    });
    expect(out.edges.map(({ node }: { node: object }) => node)).toMatchObject([
      {
        number: 1,
        enteredOn: '2026-07-06',
        transferId: id,
        kind: 'OFFICIAL',
        fullName: 'Nguyễn Thị Minh Anh',
        cardNumberMasked: '*****678',
        counterpart: 'Đảng bộ Công ty Cổ phần Sông Hồng',
        introducedBy: 'Chi bộ 1',
        receivedBy: 'Đảng ủy Khu dân cư Việt Hưng',
        reach: 'SAME_PROVINCE',
        isVoid: false,
      },
      { number: 2, isVoid: true },
    ]);
    const { edges } = await registerOf('tayHo', 'IN', hostWard);
    expect(edges[0].node).toMatchObject({
      number: 1,
      counterpart: 'Đảng bộ Khu dân cư Việt Hưng',
      introducedBy: 'Đảng bộ phường Việt Hưng',
      receivedBy: 'Đảng bộ phường Tây Hồ',
    });
  });

  test('is there for the unit and what stands above it, and for nobody else', async () => {
    for (const reader of [secretary, committee, ward, inspector])
      expect(await registerOf('branch1', 'OUT', reader)).not.toBeNull();
    for (const foreign of [
      sibling,
      stranger,
      host,
      hostWard,
      desks.admin,
      officer('phuDong', 'COMMITTEE_SECRETARY'),
      null,
    ])
      expect(await registerOf('branch1', 'OUT', foreign)).toBeNull();
    expect(await registerOf('kdc', 'OUT', secretary)).toBeNull();
    const { applicant } = await stage.dossierAt('SUBMITTED');
    expect(await registerOf('branch1', 'OUT', applicant)).toBeNull();
  });

  test('is read page by page, and who reads it leaves a line first', async () => {
    for (const _ of [1, 2, 3]) await stage.dossierAt('IN_ORIGIN_CHAIN');
    const numbers: number[] = [];
    let after: string | null = null;
    do {
      const page = await registerOf('branch1', 'OUT', ward, { first: 2, after });
      numbers.push(...page.edges.map(({ node }: { node: { number: number } }) => node.number));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    const [line] = await stage
      .em()
      .execute(
        `select count(*)::int as lines from audit_entry where action = 'readIntroductionRegister' and actor_name = ? and unit_id = ?`,
        [ward.name, units.branch1],
      );
    expect(line?.lines).toBeGreaterThanOrEqual(Math.ceil(numbers.length / 2));
  });

  test('can be had as a table, by whoever holds the address and no longer', async () => {
    const { xlsxUrl, counts } = await registerOf('branch1', 'OUT', secretary);
    const good = pathOf(xlsxUrl);
    const answer = await doors.app.inject(good);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toContain('so-gioi-thieu-05.200.044.000.001-2026-di.xlsx');
    const sheet = (await filesOfZip(answer.rawPayload)).get('xl/worksheets/sheet1.xml')?.toString() ?? '';
    expect(sheet.match(/Nguyễn Thị Minh Anh/g)).toHaveLength(counts.total);
    for (const said of ['mẫu 10-SHĐ', 'Số GTSHĐ', '06/07/2026', '*****678', 'Đã hủy', 'Cùng tỉnh, thành phố'])
      expect(sheet).toContain(said);
    const other = good.replace(units.branch1, units.branch2);
    expect((await doors.app.inject(other)).statusCode).toBe(403);
    expect((await doors.app.inject(good.replace('/OUT', '/IN'))).statusCode).toBe(403);
  });
});

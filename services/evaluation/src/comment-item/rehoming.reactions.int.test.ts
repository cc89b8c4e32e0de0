import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { MemberCorrected } from '@dang/events/contracts/identity/member-corrected';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { demoData, items, lists, members, openTestProvince, units } from '../../test/small-province.ts';
import { loadDemoData } from '../demo-data.ts';

let province: Awaited<ReturnType<typeof openTestProvince>>;
beforeAll(async () => {
  province = await openTestProvince();
});
afterAll(() => province?.close());
beforeEach(async () => {
  await province
    .em()
    .execute(
      'truncate comment_campaign, comment_list, comment_item, comment_item_history, member_move, demo_load, unit_succession, inbox cascade',
    );
  await loadDemoData(province.em(), demoData);
  await province.drainOutbox();
});

type UnitName = keyof typeof units;
const sent = { province: '05' };
const decisionNumber = '12-QĐ/TU';
const moved = (memberId: string, branch: UnitName) => {
  const [example] = PlacementRecorded.example.placements;
  if (!example) throw new Error('the contract lacks an example');
  const placement = {
    ...example,
    memberId,
    version: 9,
    branchId: units[branch],
    reorganisationId: randomUUID(),
  };
  return makeEnvelope(PlacementRecorded, { aggregateId: memberId, data: { placements: [placement] } }, sent);
};
const applied = (successions: Partial<Record<UnitName, UnitName>>, movedUnits: readonly UnitName[] = []) => {
  const reorganisationId = randomUUID();
  const data = {
    reorganisationId,
    decisionNumber,
    effectiveOn: '2026-07-06',
    successions: Object.entries(successions).map(([from, to]) => ({
      unitId: units[from as UnitName],
      successorId: units[to as UnitName],
    })),
    movedUnitIds: movedUnits.map((name) => units[name]),
  };
  return makeEnvelope(ReorganisationApplied, { aggregateId: reorganisationId, data }, sent);
};

let told = 100;
/** A branch stands at this place of the tree now, as orgtree tells before it says that the reorganisation is done. */
const stands = (...names: UnitName[]) => {
  const [example] = UnitRecorded.example.units;
  if (!example) throw new Error('the contract lacks an example');
  const path = names.map((name) => units[name]);
  const [id = '', parentId = null] = [...path].reverse();
  told += 1;
  const unit = { ...example, id, version: told, code: id, name: id, type: 'BRANCH', path, parentId };
  return makeEnvelope(UnitRecorded, { aggregateId: id, data: { units: [unit] } }, sent);
};

async function standsAt(itemId: string) {
  const [row] = await province.em().execute<Record<string, string | number | null>[]>(
    `select workplace_unit_id as unit, workplace_branch_id as branch, residence_unit_id as host, residence_branch_id as home,
       version, (select count(*)::int from comment_item_history where item_id = item.id and action like 'FOLLOW%') as lines
     from comment_item item where id = ?`,
    [itemId],
  );
  const nameOf = (id: unknown) => Object.entries(units).find(([, own]) => own === id)?.[0] ?? id;
  return Object.fromEntries(Object.entries(row ?? {}).map(([field, value]) => [field, nameOf(value)]));
}

describe('a reorganisation', () => {
  test('takes the open item of a member along to the branch where the member now is, once', async () => {
    const placed = moved(members.member, 'branch2');
    await province.deliver(placed, { ...placed, id: randomUUID() });
    expect(await standsAt(items.atBranch)).toMatchObject({
      unit: 'branch2',
      branch: 'branch2',
      home: 'residenceBranch',
      version: 2,
      lines: 1,
    });
    expect(await standsAt(items.received)).toMatchObject({ branch: 'branch1', version: 1, lines: 0 });
    expect(await standsAt(items.neighbours)).toMatchObject({ branch: 'branch1', version: 1 });
    const [told] = await province.drainOutbox();
    expect(told?.data).toMatchObject({ dossierId: items.atBranch, version: 2 });
  });

  test('puts the unit that goes on in the place of an ended one, on both sides and on lists', async () => {
    await province.deliver(applied({ branch1: 'branch2', residenceBranch: 'companyBranch' }));
    expect(await standsAt(items.atBranch)).toMatchObject({
      branch: 'branch2',
      home: 'companyBranch',
      host: 'companyWard',
      version: 2,
      lines: 1,
    });
    const [list] = await province
      .em()
      .execute('select unit_id as unit from comment_list where id = ?', [lists.open]);
    expect(list?.unit).toBe(units.branch2);
    expect(await standsAt(items.received)).toMatchObject({ branch: 'branch1', version: 1 });
    await province.drainOutbox();
    await province.deliver(applied({ branch1: 'branch2', residenceBranch: 'companyBranch' }));
    expect(await province.drainOutbox()).toEqual([]);
  });

  test('members on a list that is not sent live where their ended branch goes on; what was sent stays as it was asked', async () => {
    const row = (listId: string) =>
      province.em().execute(
        `insert into comment_list_row (list_id, member_id, place, type, self_report_required, residence_unit_id, residence_branch_id)
         values (?, ?, 1, 'REQUEST_COMMENT', false, ?, ?)`,
        [listId, members.member, units.residenceWard, units.residenceBranch],
      );
    await row(lists.waiting);
    await row(lists.open);
    await province.deliver(applied({ residenceBranch: 'companyBranch' }));
    const homes = await province
      .em()
      .execute(
        'select residence_unit_id as host, residence_branch_id as home from comment_list_row order by list_id',
      );
    expect(homes).toEqual([
      { host: units.residenceWard, home: units.residenceBranch },
      { host: units.companyWard, home: units.companyBranch },
    ]);
  });

  test('a branch that goes under another ward is answered for there, on items and on rows that are not sent', async () => {
    await province.em().execute(
      `insert into comment_list_row (list_id, member_id, place, type, self_report_required, residence_unit_id, residence_branch_id)
       values (?, ?, 1, 'REQUEST_COMMENT', false, ?, ?)`,
      [lists.waiting, members.member, units.residenceWard, units.residenceBranch],
    );
    const there = stands('city', 'companyWard', 'residenceBranch');
    await province.deliver(there, applied({}, ['residenceBranch']));
    expect(await standsAt(items.atBranch)).toMatchObject({
      host: 'companyWard',
      home: 'residenceBranch',
      lines: 1,
    });
    expect(await standsAt(items.neighbours)).toMatchObject({ host: 'residenceWard', lines: 0 });
    const [row] = await province
      .em()
      .execute('select residence_unit_id as host from comment_list_row where list_id = ?', [lists.waiting]);
    expect(row?.host).toBe(units.companyWard);
    const back = stands('city', 'residenceWard', 'residenceCommittee', 'residenceBranch');
    await province.deliver(back, applied({}, ['residenceBranch']));
    expect(await standsAt(items.atBranch)).toMatchObject({ host: 'residenceWard', lines: 2 });
  });

  test('a branch that goes under another committee takes along what its former committee asked', async () => {
    await province
      .em()
      .execute('update comment_item set workplace_unit_id = ? where id = ?', [
        units.committee,
        items.atBranch,
      ]);
    await province.deliver(stands('city', 'companyWard', 'branch1'), applied({}, ['branch1']));
    expect(await standsAt(items.atBranch)).toMatchObject({ unit: 'branch1', branch: 'branch1', lines: 1 });
    await province.deliver(stands('city', 'ward', 'committee', 'branch1'));
  });

  test('whoever acts on an item at the moment goes first, and what they did stays', async () => {
    let following: Promise<unknown> = Promise.resolve();
    await province.em().transactional(async (em) => {
      await em.execute('update comment_item set residence_branch_id = ?, version = 2 where id = ?', [
        units.residenceBranch2,
        items.atBranch,
      ]);
      following = province.deliver(applied({ residenceBranch: 'companyBranch' }));
      await setTimeout(400);
    });
    await following;
    expect(await standsAt(items.atBranch)).toMatchObject({
      host: 'residenceWard',
      home: 'residenceBranch2',
      version: 2,
      lines: 0,
    });
  });

  test('what is sent at the moment follows too', async () => {
    const itemId = randomUUID();
    let following: Promise<unknown> = Promise.resolve();
    await province.em().transactional(async (em) => {
      await em.execute(`update comment_list set status = 'SENT', sent_at = now() where id = ?`, [
        lists.waiting,
      ]);
      await em.execute(
        `insert into comment_item (id, number, list_id, member_id, type, status, home_branch_id, workplace_unit_id,
           workplace_branch_id, residence_unit_id, residence_branch_id, self_report_required, sheet_complete, sent_at)
         select ?, 'N', ?, ?, type, status, home_branch_id, workplace_unit_id, workplace_branch_id, residence_unit_id,
           residence_branch_id, false, false, sent_at from comment_item where id = ?`,
        [itemId, lists.waiting, randomUUID(), items.atBranch],
      );
      following = province.deliver(applied({ residenceBranch: 'companyBranch' }));
      await setTimeout(400);
    });
    await following;
    expect(await standsAt(itemId)).toMatchObject({ host: 'companyWard', home: 'companyBranch', lines: 1 });
  });

  test('a transfer into a branch that has ended meanwhile leads to the one in its place', async () => {
    await province.deliver(
      applied({ companyBranch: 'branch2' }),
      province.completedTransfer(units.branch1, units.companyBranch, '2026-07-06', '1'),
    );
    expect(await standsAt(items.atBranch)).toMatchObject({ branch: 'branch2' });
  });
});

const corrected = (branch: UnitName) => {
  const data = {
    ...MemberCorrected.example,
    memberId: members.member,
    toBranchId: units[branch],
    reason: 'Nhập nhầm chi bộ',
  };
  return makeEnvelope(MemberCorrected, { aggregateId: members.member, data }, sent);
};

describe('a correction of the branch on record', () => {
  test('takes the open item along', async () => {
    await province.deliver(corrected('branch2'));
    expect(await standsAt(items.atBranch)).toMatchObject({ unit: 'branch2', branch: 'branch2', lines: 1 });
  });

  test('leaves what a committee asked with it while it holds the branch; another one receives itself', async () => {
    await province
      .em()
      .execute('update comment_item set workplace_unit_id = ? where id = ?', [
        units.committee,
        items.atBranch,
      ]);
    await province.deliver(corrected('branch2'));
    expect(await standsAt(items.atBranch)).toMatchObject({ unit: 'committee', branch: 'branch2' });
    await province.deliver(corrected('companyBranch'));
    expect(await standsAt(items.atBranch)).toMatchObject({ unit: 'companyBranch', branch: 'companyBranch' });
  });
});

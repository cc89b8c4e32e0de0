import { contractBreaches } from '@dang/events/contract';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { type Envelope, makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  demoData,
  id,
  item,
  items,
  lists,
  members,
  openTestProvince,
  units,
} from '../../test/small-province.ts';
import { loadDemoData } from '../demo-data.ts';
import { awaitedStates, type CommentItemState } from './comment-item.workflow.ts';

let province: Awaited<ReturnType<typeof openTestProvince>>;
beforeAll(async () => {
  province = await openTestProvince();
});
afterAll(() => province?.close());

/** Empties the service and loads it anew, so that every test begins with the same items. */
beforeEach(async () => {
  await province
    .em()
    .execute(
      'truncate comment_campaign, comment_list, comment_item, comment_item_history, member_move, demo_load, inbox cascade',
    );
  await loadDemoData(province.em(), demoData);
  await province.drainOutbox();
});

interface Place {
  unit: string;
  branch: string;
  status: string;
  version: number;
  lines: string[];
}

async function placeOf(itemId: string): Promise<Place> {
  const [row]: Place[] = await province.em().execute(
    `select workplace_unit_id as unit, workplace_branch_id as branch, status, version,
       array(select reason from comment_item_history where item_id = item.id and action = 'FOLLOW_MEMBER' order by at, id) as lines
     from comment_item item where id = ?`,
    [itemId],
  );
  if (!row) throw new Error(`no item ${itemId}`);
  return row;
}

const toCompany = () => province.completedTransfer(units.branch1, units.companyBranch, '2026-07-06', '1');
const toBranch2 = () => province.completedTransfer(units.companyBranch, units.branch2, '2026-07-20', '2');
const line = (serial: string) => `Đảng viên đã chuyển sinh hoạt đảng chính thức, hồ sơ 05-P3-${serial}`;

describe('a member completes an official transfer', () => {
  test('the open item follows to the new branch, in the same state, with one line of history', async () => {
    await province.deliver(toCompany());
    expect(await placeOf(items.atBranch)).toEqual({
      unit: units.companyBranch,
      branch: units.companyBranch,
      status: 'AT_BRANCH',
      version: 2,
      lines: [line('1')],
    });
  });

  test('a closed item stays where it was', async () => {
    await province.deliver(toCompany());
    expect(await placeOf(items.received)).toMatchObject({ unit: units.branch1, version: 1, lines: [] });
  });

  test('somebody else’s item does not move', async () => {
    await province.deliver(toCompany());
    expect(await placeOf(items.neighbours)).toMatchObject({ unit: units.branch1, version: 1, lines: [] });
  });

  test('the same event again, and the same transfer under another event id, change nothing more', async () => {
    const event = toCompany();
    await province.deliver(event, event);
    await province.deliver({ ...event, id: id('f1') });
    expect(await placeOf(items.atBranch)).toMatchObject({
      unit: units.companyBranch,
      version: 2,
      lines: [line('1')],
    });
  });

  test('two transfers end in the last branch with a line each, in whichever order they arrive', async () => {
    const there = toCompany();
    const onward = toBranch2();
    await province.deliver(there, onward);
    const inOrder = await placeOf(items.atBranch);
    expect(inOrder).toMatchObject({
      unit: units.branch2,
      branch: units.branch2,
      lines: [line('1'), line('2')],
    });

    await province.em().execute('truncate comment_item_history, member_move, inbox');
    await province
      .em()
      .execute('update comment_item set workplace_unit_id = ?, workplace_branch_id = ?, version = 1', [
        units.branch1,
        units.branch1,
      ]);
    await province.deliver(onward);
    await province.deliver(there);
    expect(await placeOf(items.atBranch)).toEqual(inOrder);
  });

  test('a transfer completed before the item was sent is history: the item lies where the list put it', async () => {
    await province.deliver(province.completedTransfer(units.branch2, units.branch1, '2026-05-01', '3'));
    expect(await placeOf(items.atBranch)).toMatchObject({ unit: units.branch1, version: 1, lines: [] });
  });

  test('an item that was still sent for the branch already left follows as soon as the event arrives', async () => {
    await province.deliver(province.completedTransfer(units.branch1, units.companyBranch, '2026-06-20', '4'));
    expect(await placeOf(items.atBranch)).toMatchObject({ unit: units.companyBranch, lines: [line('4')] });
  });

  test('every state before delivery follows, every state from delivery on stays', async () => {
    const states: CommentItemState[] = [
      'SENT',
      'AT_BRANCH',
      'RETURNED',
      'DRAFTING',
      'SUBMITTED',
      'APPROVED',
      'DELIVERED',
      'RECEIVED',
      'INTRODUCED',
      'CANCELLED',
    ];
    const closed: CommentItemState[] = ['RECEIVED', 'INTRODUCED', 'CANCELLED'];
    await province
      .em()
      .execute(
        'truncate comment_campaign, comment_list, comment_item, comment_item_history, demo_load cascade',
      );
    const [list] = demoData.lists.filter((one) => one.id === lists.open);
    if (!list) throw new Error('no open list');
    await loadDemoData(province.em(), {
      campaigns: demoData.campaigns,
      lists: states.map((state, index) => ({
        ...list,
        id: id(`30${index}`),
        number: state,
        purpose: 'OTHER',
      })),
      items: states.map((status, index) =>
        item({
          id: id(`40${index}`),
          number: `item ${status}`,
          listId: id(`30${index}`),
          status,
          sheetComplete: true,
          returnReason: 'sai nơi cư trú',
          closedOn: closed.includes(status) ? '2026-07-03' : null,
        }),
      ),
    });
    await province.deliver(toCompany());
    for (const [index, status] of states.entries()) {
      const unit = awaitedStates.includes(status) ? units.companyBranch : units.branch1;
      expect(await placeOf(id(`40${index}`))).toMatchObject({ status, unit });
    }
  });

  test('the new place of the dossier is published, whole and with its version', async () => {
    await province.deliver(toCompany());
    const [event, ...others] = (await province.drainOutbox()) as [Envelope, ...Envelope[]];
    expect(others).toEqual([]);
    expect(event.type).toBe('dang.evaluation.DossierStateChanged.v1');
    expect(contractBreaches(DossierStateChanged, event.data)).toEqual([]);
    expect(event.data).toEqual({
      dossierId: items.atBranch,
      version: 2,
      procedure: 'RESIDENCE_COMMENT',
      number: '05.200.044.000.001-P2-260701-0002',
      unitId: units.residenceBranch,
      state: 'AT_BRANCH',
      channel: 'ONLINE',
      openedOn: '2026-07-01',
      closedOn: null,
      dueOn: '2026-07-06',
      memberId: members.member,
    });
  });

  test('a member without items moves in silence', async () => {
    await province.deliver(
      province.completedTransfer(units.branch1, units.companyBranch, '2026-07-06', '5', id('aff')),
    );
    expect(await province.drainOutbox()).toEqual([]);
  });
});

/** The member is on record in a branch now, as orgtree tells. */
function placed(branchId: string, version: number) {
  const [example] = PlacementRecorded.example.placements;
  if (!example) throw new Error('the contract lacks an example');
  const placement = { ...example, memberId: members.member, version, branchId };
  const data = { placements: [placement] };
  return makeEnvelope(PlacementRecorded, { aggregateId: members.member, data }, { province: '05' });
}

test('what was sent for the branch of before, after the transfer was heard, follows when the member is on record in the new one', async () => {
  await province.deliver(toCompany());
  const em = province.em();
  await em.execute('delete from comment_item_history where transfer_id is not null');
  await em.execute(
    `update comment_item set workplace_unit_id = ?, workplace_branch_id = ?, sent_at = '2026-07-06T10:00:00+07:00' where id = ?`,
    [units.branch1, units.branch1, items.atBranch],
  );
  await province.drainOutbox();
  await province.deliver(placed(units.branch2, 20));
  expect(await placeOf(items.atBranch)).toMatchObject({ branch: units.branch1, lines: [] });
  await province.deliver(placed(units.companyBranch, 21), placed(units.companyBranch, 22));
  expect(await placeOf(items.atBranch)).toMatchObject({
    unit: units.companyBranch,
    branch: units.companyBranch,
    lines: [line('1')],
  });
  expect((await province.drainOutbox()).map(({ data }) => data)).toMatchObject([
    { dossierId: items.atBranch, version: 3 },
  ]);
});

describe('demo data', () => {
  test('tells where each dossier stands, and a second load does nothing', async () => {
    await province
      .em()
      .execute(
        'truncate comment_campaign, comment_list, comment_item, comment_item_history, demo_load cascade',
      );
    await loadDemoData(province.em(), demoData);
    const told = await province.drainOutbox();
    expect(told.map((event) => (event.data as { state: string }).state).sort()).toEqual([
      'AT_BRANCH',
      'RECEIVED',
      'SENT',
    ]);
    await loadDemoData(province.em(), demoData);
    expect(await province.drainOutbox()).toEqual([]);
  });
});

import { newMember, unitIds } from './new-member.ts';
import { announce, payOnline } from './pay-dues.ts';
import type { Person, Stage } from './stage.ts';
import { demand } from './surprise.ts';

const branch = '05.200.044.000.001';
const residence = '05.201.021.000.021';
const dues = { monthlyDues: 60_000, monthlyDuesFrom: '2026-07' };
const seen = 'order { id number version status total totalInWords checkoutUrl lineCount }';

const billOf = `query Bill($id: UUID!, $members: [UUID!]) { unit(id: $id) { branchBill(memberIds: $members) {
  total totalInWords selectableCount members { member { id fullName } amount selectable notSelectable } } } }`;

/** Somebody who collects for the branch, in that office. */
async function officer(stage: Stage, label: string, persona: string, branchId: string): Promise<Person> {
  const person = await stage.signIn(label, persona);
  await person.takeUp(branchId);
  return person;
}

/**
 * The secretary pays for members of the branch in one order and leaves out who is paying already (T33); another member hands over
 * notes, which the collector records and the deputy confirms (T40).
 */
export async function payBranch(stage: Stage): Promise<void> {
  stage.chapter('Chi bộ thông báo');
  const secretary = await stage.signIn('Bí thư Chi bộ 1', 'secretary');
  const [branchId = '', residenceId = ''] = await unitIds(secretary, [branch, residence]);
  await secretary.takeUp(branchId);
  const members: { id: string; person: Person }[] = [];
  for (let count = 0; count < 3; count += 1) {
    const person = await newMember(stage, secretary, branchId, residenceId, dues);
    const { me } = await person.ask('{ me { id } }');
    members.push({ id: me.id, person });
  }
  const [first, second, third] = members;
  if (!first || !second || !third) throw new Error('three members have come');
  await announce(secretary, branchId, '2026-07');

  stage.chapter('Nộp đảng phí cho chi bộ');
  const own = await first.person.act('tự nộp, đang ở bước thanh toán', 'payDues', { months: 1 }, seen);
  const { unit } = await secretary.ask(billOf, { id: branchId, members: members.map(({ id }) => id) });
  const rows: {
    member: { id: string; fullName: string };
    selectable: boolean;
    notSelectable: string | null;
  }[] = unit.branchBill.members;
  for (const row of rows)
    stage.tell(
      `   ${row.member.fullName}: ${row.selectable ? 'chọn được' : `không chọn được (${row.notSelectable})`}`,
    );
  demand(
    rows.find(({ member }) => member.id === first.id)?.notSelectable === 'IN_PAYMENT',
    'who is paying already should not be selectable',
  );
  demand(unit.branchBill.total === 120_000, `the total should be 120,000, not ${unit.branchBill.total}`);
  await secretary.actRefused(
    'thử chọn cả người đang thanh toán',
    'payForBranch',
    { branchId, memberIds: [first.id, second.id] },
    'CHARGE_NOT_PAYABLE',
  );
  const { order } = await secretary.act(
    'nộp cho một đảng viên của chi bộ',
    'payForBranch',
    { branchId, memberIds: [second.id], total: 60_000 },
    seen,
  );
  stage.tell(`   → giao dịch ${order.number}, ${order.totalInWords}`);
  await payOnline(stage, secretary, order, 'BANK');
  await payOnline(stage, first.person, own.order, 'MOBILE_MONEY');

  stage.chapter('Nộp tiền mặt qua chi bộ');
  const collector = await officer(stage, 'Người thu đảng phí của Chi bộ 1', 'collector', branchId);
  const notes = await collector.act(
    'ghi nhận 60.000 đồng tiền mặt',
    'recordCash',
    { branchId, members: [{ memberId: third.id, months: 1 }], total: 60_000 },
    seen,
  );
  const act = { orderId: notes.order.id, expectedVersion: notes.order.version };
  await collector.actRefused('thử tự xác nhận', 'confirmCash', act, 'SECOND_PERSON_REQUIRED');
  const deputy = await officer(stage, 'Phó Bí thư Chi bộ 1', 'deputy', branchId);
  const confirmed = await deputy.act(
    'xác nhận đã thu',
    'confirmCash',
    act,
    `${seen.replace('lineCount', 'allocation { unit { shortName } amount }')}`,
  );
  demand(
    confirmed.order.status === 'SUCCEEDED',
    `the notes should be taken, the order is ${confirmed.order.status}`,
  );
  const [kept, ...upward] = confirmed.order.allocation as { amount: number }[];
  const owed = upward.reduce((sum, { amount }) => sum + amount, 0);
  demand(
    kept?.amount === 42_000 && owed === 18_000,
    `the branch keeps ${kept?.amount} and owes ${owed} upward`,
  );
  stage.tell(`   chi bộ giữ ${kept?.amount} đồng, còn phải nộp cấp trên ${owed} đồng`);

  const standings = await Promise.all(
    members.map(({ person }) => person.ask('{ me { dues { paidThrough outstanding } } }')),
  );
  demand(
    standings.every(({ me }) => me.dues.paidThrough === '2026-07' && me.dues.outstanding === 0),
    'all three should have paid July',
  );
  const { duesOrders } = await secretary.ask(
    'query Orders($id: UUID) { duesOrders(unitId: $id, first: 2) { edges { node { number formLabel total status } } } }',
    { id: branchId },
  );
  for (const { node } of duesOrders.edges)
    stage.tell(`   ${node.number} · ${node.formLabel} · ${node.total} · ${node.status}`);
}

import { newMember, unitIds } from './new-member.ts';
import { patiently, reach } from './patience.ts';
import type { Person, Stage } from './stage.ts';
import { demand } from './surprise.ts';

const branch = '05.200.044.000.001';
const residence = '05.201.021.000.021';
const rate = 116_532;

/** An order as these scenarios read it. */
export interface OrderSeen {
  id: string;
  number: string;
  version: number;
  status: string;
  total: number;
  totalInWords: string;
  checkoutUrl: string | null;
}

const seen = 'order { id number version status total totalInWords checkoutUrl }';

/** Sends a request to the stand-in of the payment platform; an answer that is not a success is a surprise. */
async function atPlatform(stage: Stage, path: string, body: object): Promise<void> {
  const answer = await patiently(stage.tell, () =>
    reach(`${stage.running.sandbox}/payments${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  demand(answer.ok, `the payment platform answered ${answer.status} to ${path}`);
}

/** The payer opens the payment page, reads it, and pays there with this method; the order is paid when the platform has told. */
export async function payOnline(
  stage: Stage,
  payer: Person,
  order: OrderSeen,
  method: 'BANK' | 'E_WALLET' | 'MOBILE_MONEY',
): Promise<OrderSeen> {
  const opened = await payer.act(
    'mở trang thanh toán',
    'openCheckout',
    { orderId: order.id, expectedVersion: order.version, returnUrl: 'http://127.0.0.1:3000/giao-dich' },
    seen,
  );
  const page = await patiently(stage.tell, () => reach(opened.order.checkoutUrl, {}));
  const text = await page.text();
  demand(
    text.includes(`Thanh toán lệ phí cho hồ sơ ${order.number}`),
    'the payment page should show what is paid',
  );
  stage.tell(`   trang thanh toán: “Thanh toán lệ phí cho hồ sơ ${order.number}”, chọn ${method}`);
  await atPlatform(stage, '/pay', { numbers: [order.number], method });
  const { duesOrder } = await stage.until(
    'Cổng thanh toán đã báo thành công',
    () =>
      payer.ask(
        'query Order($id: UUID) { duesOrder(id: $id) { id number version status total totalInWords checkoutUrl } }',
        { id: order.id },
      ),
    (answer) => answer.duesOrder?.status === 'SUCCEEDED',
  );
  return duesOrder;
}

const homeScreen = `query HomeScreen { me { dues {
  paidThrough openMonths outstanding
  bill { months total sentence lines { month amount why } }
  charges(first: 3) { edges { node { period amount status } } }
  whereItWent { unit { shortName } amount }
} } }`;

/** Asks for the announcement of a month until somebody new is in it: their charges are made a moment after the approval. */
export async function announce(secretary: Person, branchId: string, month: string): Promise<void> {
  await secretary.act(
    `thông báo đảng phí tháng ${month.split('-').reverse().join('/')}, cả truy thu`,
    'announceDues',
    { branchId, month },
    'announcement { members total }',
  );
}

/**
 * A member who owes three months pays them on the page of the platform (T20): bill, order, success, and the home screen that shows
 * what is left to pay and where the money went. Somebody presses twice: the second payment waits to go back, two people see to it.
 */
export async function payDues(stage: Stage): Promise<void> {
  stage.chapter('Chi bộ thông báo');
  const secretary = await stage.signIn('Bí thư Chi bộ 1', 'secretary');
  const [branchId = '', residenceId = ''] = await unitIds(secretary, [branch, residence]);
  await secretary.takeUp(branchId);
  const dues = { monthlyDues: rate, monthlyDuesFrom: '2026-05' };
  const member = await newMember(stage, secretary, branchId, residenceId, dues);
  await announce(secretary, branchId, '2026-07');

  stage.chapter('Đảng viên nộp đảng phí');
  const { me } = await stage.until(
    'Đảng viên thấy số tiền phải nộp',
    () => member.ask('{ me { id dues { bill { months total sentence lines { month why } } } } }'),
    (answer) => answer.me.dues.bill.months === 3,
  );
  const { bill } = me.dues;
  stage.tell(`   ${bill.sentence}`);
  for (const line of bill.lines) stage.tell(`   · ${line.why}`);
  demand(bill.total === 3 * rate, `three months make ${3 * rate}, not ${bill.total}`);
  await member.actRefused('thử nộp bốn tháng', 'payDues', { months: 4 }, 'ADVANCE_NOT_ALLOWED');
  const { order } = await member.act('nộp ba tháng', 'payDues', { months: 3, total: bill.total }, seen);
  stage.tell(`   → giao dịch ${order.number}, ${order.totalInWords}`);
  await member.actRefused('thử nộp lần nữa', 'payDues', { months: 1 }, 'NOTHING_TO_PAY');
  const stranger = await stage.signIn('Đảng viên khác của Chi bộ 1', 'neighbour');
  const hidden = await stranger.ask('query Hidden($id: UUID) { duesOrder(id: $id) { id } }', {
    id: order.id,
  });
  demand(hidden.duesOrder === null, 'a stranger could read the order');
  const paid = await payOnline(stage, member, order, 'E_WALLET');

  stage.chapter('Trang chủ của đảng viên');
  const home = await member.ask(homeScreen);
  const { paidThrough, outstanding, whereItWent } = home.me.dues;
  demand(paidThrough === '2026-07' && outstanding === 0, `paid through ${paidThrough}, ${outstanding} left`);
  const went = whereItWent.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0);
  demand(went === paid.total, `${paid.total} were paid and went to units as ${went}`);
  for (const { unit, amount } of whereItWent) stage.tell(`   ${amount} đồng → ${unit?.shortName ?? '?'}`);
  const found = await member.ask('{ myDuesOrders(text: "thanh cong") { edges { node { number } } } }');
  demand(found.myDuesOrders.edges.length === 1, 'the order should be found by the words of its status');

  stage.chapter('Bấm hai lần');
  await atPlatform(stage, '/pay', { numbers: [paid.number], method: 'BANK', again: true });
  await givenBack(stage, member, paid);
}

/** Money that came twice is approved by a second person and goes back; the order stays paid. */
async function givenBack(stage: Stage, member: Person, paid: OrderSeen): Promise<void> {
  const refunds = () =>
    member.ask('query Refunds($id: UUID) { duesOrder(id: $id) { status refunds { id version status } } }', {
      id: paid.id,
    });
  const { duesOrder } = await stage.until(
    'Khoản nộp trùng chờ duyệt hoàn tiền',
    refunds,
    (answer) => answer.duesOrder.refunds.length === 1,
  );
  const [refund] = duesOrder.refunds;
  const finance = await stage.signIn('Kế toán Văn phòng Thành ủy', 'finance');
  const [provinceId = ''] = await unitIds(finance, ['05']);
  await finance.takeUp(provinceId);
  await finance.act(
    'duyệt hoàn khoản nộp trùng',
    'approveRefund',
    { refundId: refund.id, expectedVersion: refund.version },
    'refund { status }',
  );
  const settled = await stage.until(
    'Cổng thanh toán đã hoàn tiền',
    refunds,
    (answer) => answer.duesOrder.refunds[0].status === 'PAID',
    120_000,
  );
  demand(settled.duesOrder.status === 'SUCCEEDED', 'the order itself should stay paid');
}

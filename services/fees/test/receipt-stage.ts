import { testActor } from '@dang/service/testing';
import { confirmPayments } from '../src/ledger/confirm-payments.ts';
import { openTestDoors } from './doors-stage.ts';
import { units } from './fees-stage.ts';
import { givenMember } from './money-stage.ts';
import { handedOver, type PlacedOrder, placeOrder, success } from './orders-stage.ts';
import { openOrders } from './paying-stage.ts';

/** Members with names who owe, their orders paid, and the side doors. */
export async function openReceipts() {
  const house = await openOrders();
  const doors = openTestDoors(house);
  const an = await house.owing(units.branch1, ['2026-06', '2026-07']);
  const binh = await house.owing(units.branch1, ['2026-07'], '37500');
  await house.em().execute('delete from member_copy');
  await givenMember(house.em(), an, 'Nguyễn Thị Phượng Ổn');
  await givenMember(house.em(), binh, 'Trần Văn Bình');
  const confirm = (order: PlacedOrder, isCash = false) =>
    house
      .em()
      .transactional((em) =>
        confirmPayments(em, [isCash ? handedOver(order) : success(order)], '2026-07-06'),
      );
  return {
    ...house,
    doors: doors.app,
    an,
    binh,
    secretary: testActor({ role: 'BRANCH_SECRETARY', unitId: units.branch1 }),
    /** Both members' open charges in one order of the branch (or those of one), paid. */
    async paid(
      memberIds: readonly string[],
      mode: 'SELF' | 'BRANCH' | 'CASH' = 'BRANCH',
    ): Promise<PlacedOrder> {
      const order = await placeOrder(house.em(), memberIds, { mode, unitId: units.branch1 });
      await confirm(order, mode === 'CASH');
      return order;
    },
    /** What lies behind one of our links. */
    async open(url: string, headers: Record<string, string> = {}) {
      const { pathname, search } = new URL(url);
      return doors.app.inject({ url: pathname + search, headers });
    },
    async close() {
      await doors.close();
      await house.close();
    },
  };
}

import { randomUUID } from 'node:crypto';
import { units } from './fees-stage.ts';
import { givenCharge, givenMember, givenPayment, givenRemittance, openMoney } from './money-stage.ts';

export const bookMembers = {
  an: randomUUID(),
  binh: randomUUID(),
  chi: randomUUID(),
  dung: randomUUID(),
  giang: randomUUID(),
};

/**
 * April to June 2026. Branch 1 charges An, Bình and Chi 60,000 a month, branch 2 Dung 37,500, branch 21 (of an enterprise in another ward)
 * Giang 500,000. An pays April and May online in May; Bình April in cash in May, remitted in June, and May in cash in June; Chi's May is
 * waived and nothing else of hers is paid; Giang pays April in May.
 */
export async function openBooks() {
  const fees = await openMoney();
  const em = fees.em();
  const { an, binh, chi, dung, giang } = bookMembers;
  const names: [string, string][] = [
    [an, 'A Nguyễn Văn An'],
    [binh, 'B Trần Thị Bình'],
    [chi, 'C Phạm Văn Chí'],
    [dung, 'D Lê Thị Dung'],
    [giang, 'G Vũ Văn Giang'],
  ];
  for (const [id, name] of names) await givenMember(em, id, name);
  for (const period of ['2026-04', '2026-05', '2026-06']) {
    for (const member of [an, binh]) await givenCharge(em, { member, period });
    await givenCharge(em, { member: chi, period, status: period === '2026-05' ? 'WAIVED' : 'ANNOUNCED' });
    await givenCharge(em, { member: dung, branch: units.branch2, period, amount: 37_500n });
    await givenCharge(em, { member: giang, branch: units.branch21, period, amount: 500_000n });
  }
  const both = ['2026-04', '2026-05'].map((period) => ({ member: an, period }));
  await givenPayment(em, { lines: both, on: '2026-05-20' });
  const april = await givenPayment(em, {
    lines: [{ member: binh, period: '2026-04' }],
    on: '2026-05-21',
    cash: true,
  });
  await givenRemittance(em, april, '2026-06-02');
  await givenPayment(em, { lines: [{ member: binh, period: '2026-05' }], on: '2026-06-15', cash: true });
  const lines = [{ member: giang, period: '2026-04', amount: 500_000n }];
  await givenPayment(em, { lines, on: '2026-05-05', branch: units.branch21 });
  await em.execute(
    `insert into dues_rate (member_id, monthly_amount, from_period, status, declared_base) values (?, 60000, '2026-04-01', 'APPROVED', 6000000)`,
    [an],
  );
  return fees;
}

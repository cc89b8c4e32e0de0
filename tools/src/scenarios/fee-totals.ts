import type { Person, Stage } from './stage.ts';
import { demand } from './surprise.ts';

const ward = '05.200';
const province = '05';

const figures = ['due', 'paid', 'outstanding', 'retained', 'remitted'] as const;
type Cell = Record<(typeof figures)[number], number | null> & {
  unit: { id: string };
  month: string | null;
  payers: number | null;
  hidden: boolean;
};
type Totals = { cells: Cell[]; total: Cell };

const cell = `unit { id } month ${figures.join(' ')} members payers hidden`;
const totalsOf = `query Totals($units: [UUID!]!, $by: [DuesTotalsGroup!]!, $axis: DuesTotalsAxis!) {
  duesTotals(units: $units, from: "2026-02", to: "2027-02", groupBy: $by, axis: $axis) { cells { ${cell} } total { ${cell} } } }`;

/** Somebody acting in a unit, with its id. */
async function actingIn(
  stage: Stage,
  label: string,
  persona: string,
  code: string,
): Promise<[Person, string]> {
  const person = await stage.signIn(label, persona);
  const { unitByCode } = await person.ask('query Find($code: String!) { unitByCode(code: $code) { id } }', {
    code,
  });
  demand(unitByCode, `there is no unit ${code}`);
  await person.takeUp(unitByCode.id);
  return [person, unitByCode.id];
}

async function totalsIn(
  person: Person,
  unitId: string,
  by: readonly string[],
  axis = 'PERIOD',
): Promise<Totals> {
  const { duesTotals } = await person.ask(totalsOf, { units: [unitId], by, axis });
  demand(duesTotals.length === 1, `${unitId} has no totals`);
  return duesTotals[0];
}

const sum = (cells: readonly Cell[], figure: (typeof figures)[number]) =>
  cells.reduce((all, each) => all + (each[figure] ?? 0), 0);

const dong = (amount: number | null) => `${(amount ?? 0).toLocaleString('vi-VN')} đồng`;

/**
 * The office of a ward reads its dues by month, by unit below and by way of paying: the parts make the whole, and what is kept and
 * what is passed on make what was paid. The analyst of the province sees sums, and no cell of fewer than five payers below the grassroots;
 * the table that they download says the same.
 */
export async function feeTotals(stage: Stage): Promise<void> {
  stage.chapter('Văn phòng Đảng ủy phường xem số liệu đảng phí');
  const [office, wardId] = await actingIn(stage, 'Văn phòng Đảng ủy phường Việt Hưng', 'ward-office', ward);
  const whole = await totalsIn(office, wardId, ['MONTH']);
  stage.tell(
    `   → phải nộp ${dong(whole.total.due)}, đã nộp ${dong(whole.total.paid)}, giữ lại ${dong(whole.total.retained)}`,
  );
  for (const by of [['MONTH'], ['QUARTER'], ['CHILD_UNIT'], ['CATEGORY']]) {
    const { cells, total } = await totalsIn(office, wardId, by);
    for (const figure of figures)
      demand(
        sum(cells, figure) === total[figure],
        `by ${by} ${figure} makes ${sum(cells, figure)}, the ward has ${total[figure]}`,
      );
    demand(total.due === whole.total.due || by[0] !== 'QUARTER', 'quarters and months differ');
  }
  const { cells } = await totalsIn(office, wardId, ['METHOD'], 'PAYMENT');
  for (const each of cells)
    demand(
      each.paid === (each.retained ?? 0) + (each.remitted ?? 0),
      'kept and passed on do not make what was paid',
    );

  stage.chapter('Chuyên viên phân tích của Thành ủy');
  const [analyst, provinceId] = await actingIn(stage, 'Chuyên viên phân tích', 'analyst', province);
  const { cells: wards, total } = await totalsIn(analyst, provinceId, ['CHILD_UNIT']);
  demand(sum(wards, 'due') === total.due, 'the wards do not make the province');
  demand(
    wards.every(({ hidden }) => !hidden),
    'a ward is hidden from the analyst',
  );
  stage.tell(`   → ${wards.length} đơn vị, đã nộp ${dong(total.paid)} trên ${dong(total.due)}`);
  const { duesExport } = await analyst.ask(
    `query Table($id: UUID!) { duesExport(unitId: $id, from: "2026-02", to: "2027-02", format: CSV) { url } }`,
    { id: provinceId },
  );
  const table = await fetch(duesExport.url);
  demand(table.ok, `the table answered ${table.status}`);
  const rows = (await table.text()).trim().split('\n').slice(1);
  const own = rows.filter((row) => row.startsWith(`${province},`));
  stage.tell(`   → tải về ${rows.length} dòng số liệu tổng hợp, không có thông tin cá nhân`);
  demand(own.length > 0, 'the table says nothing of the province');
}

import { download } from './files.ts';
import type { Person, Stage } from './stage.ts';
import { demand } from './surprise.ts';

const committeeCode = '05.200.044';
const branches = [
  { code: '05.200.044.000.001', persona: 'secretary' },
  { code: '05.200.044.000.002', persona: 'secretary2' },
];
/** Periods that are over in the demo province, the one that people compare first before the others. */
const periods = [
  { kind: 'QUARTER', from: '2026-04' },
  { kind: 'HALF', from: '2026-01' },
  { kind: 'QUARTER', from: '2026-01' },
];

const figures =
  'members due paid paidOnline paidCash unpaid retained toRemit remitted owed owedBefore received adjusted';
const selected = `reconciliation { id version number title status minutesUrl figures { ${figures} } figuresNow { ${figures} } }`;

type Figures = Record<string, number>;
type Dossier = {
  id: string;
  version: number;
  number: string;
  title: string;
  status: string;
  minutesUrl: string | null;
  figures: Figures;
  figuresNow: Figures;
};
type Officer = Person & { unitId: string };

/** Somebody with the id of the unit in whose capacity they act. */
async function officer(stage: Stage, label: string, persona: string, code: string): Promise<Officer> {
  const person = await stage.signIn(label, persona);
  const { unitByCode } = await person.ask('query Find($code: String!) { unitByCode(code: $code) { id } }', {
    code,
  });
  demand(unitByCode, `there is no unit ${code}`);
  await person.takeUp(unitByCode.id);
  return Object.assign(person, { unitId: unitByCode.id as string });
}

const dong = (amount: number | undefined): string => `${Number(amount).toLocaleString('vi-VN')} đồng`;

/** Do the figures of a dossier add up, and are they those that the charges and the ledger give now? */
function demandSound({ number, figures: kept, figuresNow }: Dossier): void {
  const {
    paid = 0,
    paidOnline = 0,
    paidCash = 0,
    retained = 0,
    toRemit = 0,
    remitted = 0,
    owed = 0,
    owedBefore = 0,
  } = kept;
  demand(paid === paidOnline + paidCash, `${number}: ${paid} is not ${paidOnline} and ${paidCash}`);
  demand(paid === retained + toRemit, `${number}: ${retained} kept and ${toRemit} to remit are not ${paid}`);
  demand(
    toRemit === remitted + owed - owedBefore,
    `${number}: what went up does not follow from what is owed`,
  );
  demand(
    JSON.stringify(kept) === JSON.stringify(figuresNow),
    `${number}: the figures are not those of the ledger: ${JSON.stringify(kept)} ${JSON.stringify(figuresNow)}`,
  );
}

const startsWith = (bytes: Buffer, mark: string) => bytes.toString('latin1', 0, mark.length) === mark;

/** Opens, or finds, a reconciliation that nobody has settled yet; when a run before settled all of them, the first one. */
async function openOne(
  committee: Officer,
  secretaries: readonly Officer[],
): Promise<{ dossier: Dossier; secretary: Officer }> {
  let settled: { dossier: Dossier; secretary: Officer } | undefined;
  for (const period of periods) {
    for (const secretary of secretaries) {
      const input = { unitId: secretary.unitId, ...period };
      const { reconciliation } = await committee.act(
        `mở đối chiếu ${period.kind} từ ${period.from} với ${secretary.label}`,
        'openReconciliation',
        input,
        selected,
      );
      if (reconciliation.status === 'OPEN') return { dossier: reconciliation, secretary };
      settled ??= { dossier: reconciliation, secretary };
    }
  }
  if (!settled) throw new Error('there are branches and periods');
  return settled;
}

/** The book of the branch and the report of the committee agree with themselves, and are to be had as XLSX. */
async function checkBooks(stage: Stage, secretary: Officer, committee: Officer): Promise<void> {
  const { duesBook } = await secretary.ask(
    `query Book($unitId: UUID!) { duesBook(unitId: $unitId, month: "2026-06") { xlsxUrl rows { due collected unpaid }
       periods { kind through collected retained toRemit } } }`,
    { unitId: secretary.unitId },
  );
  const sum = duesBook.rows.reduce((total: number, row: { collected: number }) => total + row.collected, 0);
  const june = duesBook.periods.find(
    ({ kind, through }: { kind: string; through: string }) => kind === 'MONTH' && through === '2026-06',
  );
  demand(june.collected === sum, `the book says ${june.collected} for June, its members make ${sum}`);
  stage.tell(
    `${secretary.label}: sổ S01/ĐP tháng 06/2026, ${duesBook.rows.length} đảng viên, đã thu ${dong(sum)}`,
  );
  demand(
    startsWith(await download(stage, 'sổ S01/ĐP (XLSX)', duesBook.xlsxUrl), 'PK'),
    'the book is no XLSX',
  );
  const { duesReport } = await committee.ask(
    '{ duesReport(from: "2026-04", through: "2026-06") { xlsxUrl lines { code total } } }',
  );
  const line = (code: string): number =>
    duesReport.lines.find((one: { code: string }) => one.code === code).total;
  demand(line('04') === line('05') + line('06') + line('07'), 'line 04 is not 05 + 06 + 07');
  demand(line('12') === line('02') - line('04'), 'line 12 is not 02 − 04');
  stage.tell(
    `${committee.label}: báo cáo quý II, thu ${dong(line('02'))}, trích giữ lại ${dong(line('04'))}`,
  );
  await download(stage, 'báo cáo thu, nộp đảng phí (XLSX)', duesReport.xlsxUrl);
}

/** The receipt of a payment of the branch is a PDF, and its code is good on the public page; a changed one is not. */
async function checkReceipt(stage: Stage, secretary: Officer): Promise<void> {
  const { duesOrders } = await secretary.ask(
    `{ duesOrders(status: SUCCEEDED, first: 1) { edges { node { number total receipts { kind url verifyUrl } } } } }`,
  );
  const order = duesOrders.edges[0]?.node;
  if (!order) return stage.tell(`   ${secretary.label} chưa nộp cho chi bộ lần nào`);
  const [receipt] = order.receipts;
  demand(
    startsWith(await download(stage, `biên lai ${order.number}`, receipt.url), '%PDF'),
    'the receipt is no PDF',
  );
  const verify = async (url: string) =>
    (await fetch(url, { headers: { accept: 'application/json' } })).json() as Promise<
      Record<string, unknown>
    >;
  const good = await verify(receipt.verifyUrl);
  demand(good.verdict === 'VALID' && good.amount === order.total, `the receipt is ${JSON.stringify(good)}`);
  const forged = await verify(receipt.verifyUrl.replace(/.$/, (last: string) => (last === 'A' ? 'B' : 'A')));
  demand(forged.verdict === 'INVALID', `a forged code is ${JSON.stringify(forged)}`);
  stage.tell(`   mã QR của biên lai: hợp lệ, ${dong(order.total)}; mã bị sửa: không hợp lệ`);
}

/**
 * A branch and its committee compare the dues of a period that is over: a difference is reported, an adjustment needs two officers, the figures
 * are upheld, confirmed and closed; minutes, book, report and receipt are taken home. Whatever a run before settled stays settled.
 */
export async function reconcile(stage: Stage): Promise<void> {
  stage.chapter('Đảng ủy Khu dân cư mở đối chiếu với chi bộ');
  const committee = await officer(stage, 'Đảng ủy Khu dân cư Việt Hưng', 'committee', committeeCode);
  const secretaries = [];
  for (const { code, persona } of branches)
    secretaries.push(await officer(stage, `Bí thư ${code}`, persona, code));
  const opened = await openOne(committee, secretaries);
  const { secretary } = opened;
  let { dossier } = opened;
  demandSound(dossier.status === 'OPEN' ? dossier : { ...dossier, figuresNow: dossier.figures });
  stage.tell(
    `   ${dossier.title}, ${dossier.number}: phải thu ${dong(dossier.figures.due)}, đã thu ${dong(dossier.figures.paid)}`,
  );

  const act = async (person: Person, what: string, field: string, more: object = {}): Promise<void> => {
    const input = { reconciliationId: dossier.id, expectedVersion: dossier.version, ...more };
    dossier = (await person.act(what, field, input, selected)).reconciliation;
    stage.tell(`   → ${dossier.status}`);
  };
  const now = () => ({ reconciliationId: dossier.id, expectedVersion: dossier.version });

  if (dossier.status === 'OPEN') {
    stage.chapter('Chi bộ báo chênh lệch, kế toán giữ nguyên số liệu');
    const finance = await officer(stage, 'Kế toán Thành ủy', 'finance', '05');
    const reason = 'Chi bộ tính thiếu một khoản';
    await act(secretary, 'báo chênh lệch phần trích giữ lại', 'disputeReconciliation', {
      figure: 'RETAINED',
      amount: (dossier.figures.retained ?? 0) + 1_000,
      reason,
    });
    const moves = [{ fromUnitId: committee.unitId, toUnitId: secretary.unitId, amount: 1_000 }];
    await act(finance, 'lập điều chỉnh 1.000 đồng', 'adjustReconciliation', { moves, reason });
    await finance.actRefused(
      'thử tự duyệt',
      'approveReconciliationAdjustment',
      now(),
      'SECOND_PERSON_REQUIRED',
    );
    await act(finance, 'rút điều chỉnh', 'rejectReconciliationAdjustment', {
      reason: 'Đối chiếu lại với sổ cái',
    });
    await act(finance, 'giữ nguyên số liệu', 'upholdReconciliation', { reason: 'Sổ cái khớp' });

    stage.chapter('Hai bên thống nhất');
    await act(secretary, 'xác nhận khớp số liệu', 'confirmReconciliation');
    await secretary.actRefused('thử chốt thay cấp trên', 'closeReconciliation', now(), 'ACTION_NOT_ALLOWED');
    await act(committee, 'chốt số liệu', 'closeReconciliation');
  }
  const { reconciliation } = await committee.ask(
    'query Minutes($id: UUID!) { reconciliation(id: $id) { minutesUrl } }',
    { id: dossier.id },
  );
  demand(
    startsWith(await download(stage, 'biên bản đối chiếu', reconciliation.minutesUrl), '%PDF'),
    'the minutes are no PDF',
  );

  stage.chapter('Sổ, báo cáo và biên lai');
  await checkBooks(stage, secretary, committee);
  await checkReceipt(stage, secretary);
}

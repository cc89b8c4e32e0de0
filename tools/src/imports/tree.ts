import { definition } from '@dang/orgtree/definition';
import { importPlan, type PlanImported } from '@dang/orgtree/reorganisation/import-plan';
import { importUnits } from '@dang/orgtree/unit-import/import-units';
import type { CellFault } from '@dang/orgtree/unit-import/table-words';
import { makeClock } from '@dang/service/clock';
import { openDatabase } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import { readRows } from '@dang/tabular/read-rows';
import { writeCsv } from '@dang/tabular/write-rows';
import { WrongCall } from '../launcher/tool.ts';
import { placeOf } from './place.ts';
import { progressLine } from './progress-line.ts';

type Options = { dryRun: boolean; report: string | undefined };

const number = new Intl.NumberFormat('vi-VN');
const say = (text: string) => void process.stdout.write(`${text}\n`);

/** Works on the tree's own database, with the limits of every transaction of that service. */
async function onTree<Result>(
  url: string,
  work: (em: Parameters<typeof importUnits>[0]) => Promise<Result>,
): Promise<Result> {
  const log = makeLogger({ service: 'orgtree', role: 'import', level: 'warn' });
  const orm = await openDatabase({ definition, url, poolSize: 2, log });
  try {
    return await work(orm.em.fork());
  } finally {
    await orm.close(true);
  }
}

async function report(file: string, { report: named }: Options, faults: readonly CellFault[]): Promise<void> {
  const reportFile = named ?? `${file.replace(/\.\w+$/, '')}.report.csv`;
  const rows = faults.map(({ row, column, value, reason }) => [row, column, value, reason]);
  await writeCsv(reportFile, ['Dòng', 'Cột', 'Giá trị', 'Lý do'], rows);
  say(`${number.format(faults.length)} lỗi; xem ${reportFile} (dòng, cột, giá trị, lý do).`);
}

/** `npm run import -- units file.csv [--dry-run] [--report bad-rows.csv]` */
export async function runUnits(file: string | undefined, options: Options): Promise<void> {
  if (!file) throw new WrongCall('Which file?');
  const { databaseUrl, today } = placeOf('orgtree');
  const line = progressLine();
  const found = await onTree(databaseUrl, (em) =>
    importUnits(em, {
      rows: readRows(file),
      today,
      dryRun: options.dryRun,
      onProgress: (done, total) =>
        line.show(`Đang thêm tổ chức: ${number.format(done)} / ${number.format(total)}`),
    }),
  );
  line.clear();
  say(
    `${options.dryRun ? 'Chạy thử, không thay đổi dữ liệu: sẽ thêm' : 'Đã thêm'} ${number.format(found.created)} tổ chức, ` +
      `${number.format(found.unchanged)} đã có, trong ${number.format(found.rows)} dòng.`,
  );
  if (found.faults.length > 0) await report(file, options, found.faults);
}

const outcomes: Record<PlanImported['state'], string> = {
  FAULTY: 'Không thực hiện được, chưa có gì thay đổi.',
  KNOWN: 'Quyết định này đã được nhập trước đây; không thay đổi gì.',
  PREVIEWED: 'Chạy thử, không thay đổi dữ liệu.',
  APPLIED: 'Đã thực hiện.',
  SCHEDULED: 'Đã ghi nhận; tự thực hiện vào ngày có hiệu lực.',
};

/** `npm run import -- reorganisation plan.csv [--dry-run] [--report faults.csv]` */
export async function runReorganisation(file: string | undefined, options: Options): Promise<void> {
  if (!file) throw new WrongCall('Which file?');
  const { databaseUrl, environment, today } = placeOf('orgtree');
  const now = makeClock(environment.CLOCK_START).now();
  const found = await onTree(databaseUrl, (em) =>
    importPlan(em, { rows: readRows(file), today, now, dryRun: options.dryRun }),
  );
  const { decision, preview, faults, state, steps } = found;
  if (decision) say(`Quyết định ${decision.number}, hiệu lực từ ${decision.effectiveOn}: ${steps} việc.`);
  for (const { what, before, after } of preview?.changes ?? []) {
    const stood = before ? `${before.code} ${before.name}` : '';
    const stands = after ? `${after.code} ${after.name}` : '';
    say(`  ${what.padEnd(8)} ${[stood, stands].filter((text) => text !== '').join(' → ')}`);
  }
  if (preview) {
    const { unitCount, membersMoved, temporaryMembersMoved, officersEnded, openDossiers } = preview;
    const dossiers =
      openDossiers.map(({ procedure, count }) => `${procedure} ${count}`).join(', ') || 'không có';
    say(
      `${number.format(unitCount)} tổ chức, ${number.format(membersMoved)} đảng viên chính thức và ` +
        `${number.format(temporaryMembersMoved)} tạm thời đổi chi bộ, ${officersEnded} chức vụ kết thúc, hồ sơ đang mở: ${dossiers}.`,
    );
  }
  say(outcomes[state]);
  if (faults.length > 0) await report(file, options, faults);
  if (state === 'FAULTY') process.exitCode = 1;
}

import { type ImportPhase, importMembers } from '@dang/identity/member-import/import-members';
import { sealingKeysOf } from '@dang/identity/sealing-keys';
import { WrongCall } from '../launcher/tool.ts';
import { placeOf } from './place.ts';
import { progressLine } from './progress-line.ts';

const number = new Intl.NumberFormat('vi-VN');

const doing: Record<ImportPhase, string> = {
  READING: 'Đang đọc tệp',
  CHECKING: 'Đang kiểm tra trùng lặp',
  MERGING: 'Đang nhập theo chi bộ',
};

/** `npm run import -- members file.csv [--dry-run] [--report bad-rows.csv]` */
export async function runMembers(
  file: string | undefined,
  options: { dryRun: boolean; report: string | undefined },
): Promise<void> {
  if (!file) throw new WrongCall('Which file?');
  const { databaseUrl, environment, today } = placeOf('identity');
  const reportFile = options.report ?? `${file.replace(/\.\w+$/, '')}.report.csv`;
  const line = progressLine();
  const began = performance.now();
  const summary = await importMembers({
    databaseUrl,
    file,
    reportFile,
    keys: sealingKeysOf(environment),
    today,
    dryRun: options.dryRun,
    onProgress: (phase, done, total) =>
      line.show(
        `${doing[phase]}: ${number.format(done)}${total === null ? '' : ` / ${number.format(total)}`} dòng`,
      ),
  });
  line.clear();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (summary.isResumed) say('Tiếp tục lần nhập bị gián đoạn của chính tệp này.');
  say(
    `${options.dryRun ? 'Chạy thử, không thay đổi dữ liệu: sẽ thêm' : 'Đã thêm'} ${number.format(summary.created)} đảng viên, ` +
      `${options.dryRun ? 'sẽ ' : ''}cập nhật ${number.format(summary.changed)}, trong ${number.format(summary.rows)} dòng (${seconds} s).`,
  );
  say(
    summary.reportLines === 0
      ? 'Không có dòng lỗi.'
      : `${number.format(summary.faulty)} dòng không nhập được; xem ${reportFile} (dòng, cột, giá trị, lý do).`,
  );
}

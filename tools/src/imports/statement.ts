import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readStatement } from '@dang/fees/bank-statement/read-statement';
import { readStatementLines } from '@dang/fees/bank-statement/statement-table';
import { definition } from '@dang/fees/definition';
import { makeClock } from '@dang/service/clock';
import { openDatabase } from '@dang/service/database';
import { keyRingOf } from '@dang/service/key-ring';
import { makeLogger } from '@dang/service/logger';
import { isRefusal } from '@dang/service/refusal';
import { readRows } from '@dang/tabular/read-rows';
import { WrongCall } from '../launcher/tool.ts';
import { placeOf } from './place.ts';

const number = new Intl.NumberFormat('vi-VN');

/** `npm run import -- statement file.csv`: a statement of the central account; the same content is read once, whatever the file is called. */
export async function runStatement(file: string | undefined, { dryRun }: { dryRun: boolean }): Promise<void> {
  if (!file) throw new WrongCall('Which file?');
  const { databaseUrl, environment, today } = placeOf('fees');
  const lines = await readStatementLines(readRows(file), today);
  const content = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 32);
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (dryRun)
    return void say(`Chạy thử, không thay đổi dữ liệu: ${number.format(lines.length)} dòng đọc được.`);
  const log = makeLogger({ service: 'fees', role: 'import', level: 'warn' });
  const orm = await openDatabase({ definition, url: databaseUrl, poolSize: 2, log });
  try {
    const given = {
      number: `Tệp ${content}`,
      source: 'FILE',
      day: null,
      lines,
    } as const;
    const at = makeClock(environment.CLOCK_START).now();
    const read = await readStatement(orm.em.fork(), given, {
      today,
      at,
      keys: keyRingOf(environment),
      actor: null,
    });
    say(isRefusal(read) ? 'Sao kê này đã được nhập.' : `Đã nhập ${number.format(lines.length)} dòng sao kê.`);
  } finally {
    await orm.close(true);
  }
}

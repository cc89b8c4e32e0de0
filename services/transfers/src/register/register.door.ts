import { getUnit } from '@dang/reference/units';
import type { Door } from '@dang/service/doors/door';
import { doorsEnvironment } from '@dang/service/doors/door-environment';
import { sendFile, signedGet } from '@dang/service/doors/signed-door';
import { signUrl } from '@dang/service/doors/signed-url';
import type { ServiceEnvironment } from '@dang/service/environment';
import { streamBook } from '@dang/tabular/stream-rows';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import {
  findRegisterLines,
  type IntroductionReach,
  type RegisterLine,
  type RegisterOf,
} from './register.rows.ts';

const LINK_MS = 15 * 60_000;
const PAGE = 500;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Where a register can be fetched as a table for the next 15 minutes, by whoever holds the address. */
export function registerUrl(
  environment: ServiceEnvironment,
  { unitId, year, direction }: RegisterOf,
): string {
  const path = `/files/transfers/registers/${unitId}/${year}/${direction}`;
  return signUrl(doorsEnvironment(environment), path, { expiresAt: new Date(Date.now() + LINK_MS) });
}

const headers = {
  OUT: ['Tổ chức cơ sở đảng nơi đến', 'Cấp ủy giới thiệu', 'Cấp ủy nơi nhận'],
  IN: ['Tổ chức cơ sở đảng nơi đi', 'Cấp ủy giới thiệu', 'Cấp ủy tiếp nhận'],
} as const;
const widths = [8, 14, 26, 12, 12, 12, 16, 34, 34, 34, 12, 22, 10];

const reaches: Record<IntroductionReach, string> = {
  SAME_SUPERIOR: 'Cùng cấp trên',
  SAME_PROVINCE: 'Cùng tỉnh, thành phố',
  OTHER_PROVINCE: 'Khác tỉnh, thành phố',
};

const printed = (day: string | null): string => day?.split('-').reverse().join('/') ?? '';

const cellsOf = (line: RegisterLine): string[] => [
  String(line.number),
  printed(line.enteredOn),
  line.fullName,
  printed(line.dateOfBirth),
  printed(line.joinDate),
  printed(line.officialDate),
  line.cardNumberMasked ?? '',
  line.counterpart ?? '',
  line.introducedBy ?? '',
  line.receivedBy ?? '',
  line.kind === 'OFFICIAL' ? 'Chính thức' : 'Tạm thời',
  reaches[line.reach],
  line.isVoid ? 'Đã hủy' : '',
];

async function* rowsOf(
  em: SqlEntityManager,
  environment: ServiceEnvironment,
  register: RegisterOf,
): AsyncGenerator<string[]> {
  let after = 0;
  for (;;) {
    const lines = await findRegisterLines(em, environment, register, { after, limit: PAGE });
    for (const line of lines) yield cellsOf(line);
    if (lines.length < PAGE) return;
    after = lines.at(-1)?.number ?? after;
  }
}

const shape = z.object({
  unitId: z.guid(),
  year: z.coerce.number().int().min(2000).max(2200),
  direction: z.enum(['OUT', 'IN']),
});

/** `/files/transfers/registers/<unit>/<year>/<OUT|IN>`: an introduction register as a table, to whoever holds a signed link. */
export const registerDoor: Door = (app, { orm, environment }) => {
  signedGet(
    app,
    '/files/transfers/registers/:unitId/:year/:direction',
    environment,
    async (params, reply) => {
      const { data: register } = shape.safeParse(params);
      if (!register) return undefined;
      const em = orm.em.fork();
      const { name, code } = await getUnit(em, register.unitId);
      const { year, direction } = register;
      const way = direction === 'OUT' ? 'chuyển đi' : 'chuyển đến';
      const sheet = {
        name: direction === 'OUT' ? 'Chuyển đi' : 'Chuyển đến',
        title: [name, `Sổ giới thiệu sinh hoạt đảng năm ${year} (mẫu 10-SHĐ) — ${way}`],
        header: [
          'Số GTSHĐ',
          direction === 'OUT' ? 'Ngày giới thiệu' : 'Ngày tiếp nhận',
          'Họ và tên',
          'Ngày sinh',
          'Ngày vào Đảng',
          'Ngày chính thức',
          'Số thẻ đảng viên',
          ...headers[direction],
          'Loại',
          'Phạm vi',
          'Ghi chú',
        ],
        widths,
        rows: rowsOf(em, environment, register),
      };
      const file = `so-gioi-thieu-${code}-${year}-${direction === 'OUT' ? 'di' : 'den'}.xlsx`;
      return sendFile(reply, { name: file, type: XLSX, body: streamBook([sheet]) });
    },
  );
};

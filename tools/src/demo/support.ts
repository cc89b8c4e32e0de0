import type { DemoSupport } from '@dang/orgtree/demo-support';
import { dossierNumber } from '@dang/vietnam/identifiers';
import { daysAfter, demoId, demoToday } from './demo-id.ts';
import { unitId } from './province.ts';
import { accountOf, ordinaryMember } from './waiting.ts';

const from = '2026-02-01';
const city = unitId('05');
const ward = unitId('05.200');

/** What the city tells everybody, the support team and hotline of the ward, and two calls that wait for it. */
export function demoSupport(): DemoSupport {
  const openedOn = daysAfter(demoToday, -1);
  const asker = ordinaryMember('05.200.044.000.001', 2);
  const other = ordinaryMember('05.200.045.000.001', 1);
  const common = { unitId: ward, openedOn };
  return {
    guide: [
      {
        unitId: city,
        kind: 'HOTLINE',
        key: 'tong-dai',
        title: 'Tổng đài hỗ trợ',
        phone: '1800 0000',
        place: 0,
        from,
      },
      {
        unitId: city,
        kind: 'GUIDE_TEXT',
        key: 'chuyen-sinh-hoat',
        title: 'Chuyển sinh hoạt đảng chính thức',
        body: 'Đảng viên gửi đề nghị trên cổng; chi bộ họp, cấp giấy giới thiệu; đảng viên mang hồ sơ niêm phong đến nơi nhận trong 30 ngày làm việc.',
        place: 0,
        from,
      },
      {
        unitId: city,
        kind: 'FAQ',
        key: 'dang-nhap-muc-2',
        title: 'Vì sao cần tài khoản định danh mức độ 2?',
        body: 'Chỉ mức độ 2 bảo đảm đúng người; nâng mức tại cơ quan Công an nơi cư trú.',
        place: 0,
        from,
      },
      ...(['Giới thiệu', 'Thủ tục hành chính', 'Hồ sơ', 'Hướng dẫn'] as const).map((title, place) => ({
        unitId: city,
        kind: 'MENU' as const,
        key: ['gioi-thieu', 'thu-tuc', 'ho-so', 'huong-dan'][place] as string,
        title,
        link: `/${['gioi-thieu', 'thu-tuc', 'ho-so', 'huong-dan'][place]}`,
        place,
        from,
      })),
      {
        unitId: ward,
        kind: 'SUPPORT_MEMBER',
        key: 'to-truong',
        title: 'Nguyễn Văn Hỗ',
        role: 'Tổ trưởng tổ hỗ trợ',
        place: 0,
        from,
      },
      {
        unitId: ward,
        kind: 'SUPPORT_MEMBER',
        key: 'can-bo-van-phong',
        title: 'Trần Thị Trợ',
        role: 'Cán bộ Văn phòng Đảng ủy, tiếp nhận tài khoản',
        place: 1,
        from,
      },
      {
        unitId: ward,
        kind: 'HOTLINE',
        key: 'duong-day-nong',
        title: 'Đường dây nóng phường Việt Hưng',
        phone: '024 0000 0200',
        place: 0,
        from,
      },
      {
        unitId: ward,
        kind: 'CONTACT',
        key: 'van-phong',
        title: 'Văn phòng Đảng ủy phường Việt Hưng',
        email: 'vanphong@viethung.example.vn',
        place: 0,
        from,
      },
    ],
    tickets: [
      {
        ...common,
        id: demoId('ticket:1'),
        number: dossierNumber('05.200', 'TICKET', openedOn, 1),
        accountId: accountOf(asker),
        memberId: asker.id,
        askerName: asker.fullName,
        category: 'DUES',
        procedure: 'DUES',
        aboutUnitId: unitId('05.200.044.000.001'),
        body: 'Tôi đã đóng đảng phí tháng 6 nhưng hệ thống vẫn báo còn nợ.',
      },
      {
        ...common,
        id: demoId('ticket:2'),
        number: dossierNumber('05.200', 'TICKET', openedOn, 2),
        accountId: accountOf(other),
        memberId: other.id,
        askerName: other.fullName,
        category: 'TRANSFER',
        procedure: 'OFFICIAL_TRANSFER',
        aboutUnitId: unitId('05.200.045.000.001'),
        body: 'Quyết định điều động chưa có số, tôi có nộp đề nghị trước được không?',
      },
    ],
  };
}

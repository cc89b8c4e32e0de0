import { onePage } from './files.ts';

/** A report of one page, as a member would have written it. */
export const reportPdf = (name: string): Promise<Buffer> =>
  onePage({
    title: 'Báo cáo thực hiện nhiệm vụ nơi cư trú',
    heading: 'BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ NƠI CƯ TRÚ',
    paragraph: `${name} đã tham gia đầy đủ các cuộc họp của chi bộ và tổ dân phố.`,
    who: name,
  });

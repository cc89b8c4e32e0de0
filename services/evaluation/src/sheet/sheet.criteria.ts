/** One of the six criteria of the sheet as printed, and its choices, of which exactly one is ticked. */
interface Criterion {
  readonly text: string;
  readonly choices: Readonly<Record<string, string>>;
}

/**
 * The criteria of PHIẾU NHẬN XÉT (Regulation 213-QĐ/TW; domain 7.4), by the field that holds the choice, in the order of the form.
 * The texts are those of the form and never change by themselves.
 */
export const criteria = {
  exemplaryConduct: {
    text: 'Nêu gương về phẩm chất chính trị, đạo đức, lối sống và phát huy vai trò tiền phong, gương mẫu của người cán bộ, đảng viên trước nhân dân nơi cư trú',
    choices: {
      EXEMPLARY_GOOD: 'Nêu gương tốt',
      EXEMPLARY: 'Nêu gương',
      NOT_EXEMPLARY: 'Chưa nêu gương',
    },
  },
  civicDuty: {
    text: 'Gương mẫu thực hiện nghĩa vụ công dân; tuyên truyền, vận động gia đình và nhân dân trên địa bàn dân cư thực hiện các chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước và các quy định của địa phương nơi cư trú. Tham gia và vận động gia đình tham gia các cuộc vận động, các phong trào thi đua do địa phương phát động',
    choices: { LEADING: 'Gương mẫu đi đầu', MODEL: 'Gương mẫu', NOT_MODEL: 'Chưa gương mẫu' },
  },
  meetingAttendance: {
    text: 'Tham gia đầy đủ, nghiêm túc các cuộc họp định kỳ và tích cực tham gia các cuộc họp khác do cấp ủy nơi cư trú triệu tập; tham gia các cuộc họp của nhân dân nơi cư trú',
    choices: {
      FULL: 'Tham gia đầy đủ',
      PARTIAL: 'Tham gia chưa đầy đủ',
      NONE: 'Không tham gia',
    },
  },
  contactKeeping: {
    text: 'Thường xuyên giữ mối liên hệ với chi ủy, trưởng thôn, bản, tổ trưởng tổ dân phố, ban công tác mặt trận nơi cư trú để nắm bắt tình hình nhân dân; phản ánh những ý kiến của nhân dân tới cơ quan có thẩm quyền. Tích cực tham gia góp ý kiến với chi ủy, chi bộ, đảng ủy cơ sở nơi cư trú về các công việc chung của địa phương, nhất là những vấn đề bức xúc ở thôn, bản, tổ dân phố',
    choices: {
      REGULAR_ACTIVE: 'Thường xuyên, tích cực',
      REGULAR: 'Thường xuyên',
      IRREGULAR: 'Chưa thường xuyên',
    },
  },
  mobilisation: {
    text: 'Tuyên truyền, vận động nhân dân tham gia góp ý xây dựng Đảng, xây dựng chính quyền ở cơ sở; giám sát cán bộ, đảng viên trong việc tu dưỡng, rèn luyện đạo đức, lối sống và thực hiện trách nhiệm nêu gương. Vận động gia đình và nhân dân xây dựng mối quan hệ gắn bó đoàn kết xây dựng đời sống văn hóa ở khu dân cư',
    choices: { VERY_ACTIVE: 'Rất tích cực', ACTIVE: 'Tích cực', NOT_ACTIVE: 'Chưa tích cực' },
  },
  proposal: {
    text: 'Đề nghị cấp ủy cơ sở nơi đảng viên công tác biểu dương hoặc xem xét xử lý theo quy định đối với đảng viên chưa thực hiện tốt',
    choices: {
      COMMEND: 'Biểu dương',
      NO_PROPOSAL: 'Không đề nghị',
      CONSIDER_ACTION: 'Xem xét xử lý',
    },
  },
} as const satisfies Record<string, Criterion>;

export type CriterionField = keyof typeof criteria;

/** What was chosen so far; null where nothing was. */
export type Choices = { readonly [F in CriterionField]: keyof (typeof criteria)[F]['choices'] | null };

/** The fields in the order of the form. */
export const criterionFields = Object.keys(criteria) as CriterionField[];

/** The column that holds the choice of a criterion. */
export const columnOf: Readonly<Record<CriterionField, string>> = {
  exemplaryConduct: 'exemplary_conduct',
  civicDuty: 'civic_duty',
  meetingAttendance: 'meeting_attendance',
  contactKeeping: 'contact_keeping',
  mobilisation: 'mobilisation',
  proposal: 'proposal',
};

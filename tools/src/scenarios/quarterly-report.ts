import { randomUUID } from 'node:crypto';
import type { Person, Stage } from './stage.ts';
import { demand } from './surprise.ts';

const ward = '05.200';
const committee = '05.200.044';
const branch1 = '05.200.044.000.001';
const branch2 = '05.200.044.000.002';

const days = { from: '2026-04-01', through: '2026-06-30' };
const figures =
  'members accounts activeMembers dossiersOpened dossiersClosed closedOnTime duesDue duesPaid unpaidCharges';
const selected = `report { id version status number partsTotal partsAggregated figures { ${figures} installRate usageRate } }`;

type Figures = Record<string, number | null>;
type Report = {
  id: string;
  version: number;
  status: string;
  number: string;
  partsTotal: number;
  partsAggregated: number;
  figures: Figures;
};

/** Somebody with the id of the unit in whose capacity they act. */
async function officer(
  stage: Stage,
  label: string,
  persona: string,
  code: string,
): Promise<Person & { unitId: string }> {
  const person = await stage.signIn(label, persona);
  const { unitByCode } = await person.ask('query Find($code: String!) { unitByCode(code: $code) { id } }', {
    code,
  });
  demand(unitByCode, `there is no unit ${code}`);
  await person.takeUp(unitByCode.id);
  return Object.assign(person, { unitId: unitByCode.id as string });
}

/** The report of a unit among the parts of another one. */
async function partOf(person: Person, wholeId: string, code: string): Promise<Report> {
  const { quarterlyReport } = await person.ask(
    `query Parts($id: UUID!) { quarterlyReport(id: $id) { parts(first: 100) { edges { node {
       unit { code } id version status number partsTotal partsAggregated figures { ${figures} installRate usageRate }
     } } } } }`,
    { id: wholeId },
  );
  const found = quarterlyReport.parts.edges.find(
    ({ node }: { node: { unit: { code: string } } }) => node.unit.code === code,
  );
  demand(found, `${code} has no report below ${wholeId}`);
  return found.node;
}

/** Are these figures the sums of the others, count by count? */
function demandSum(whole: Report, parts: readonly Report[]): void {
  for (const field of figures.split(' ')) {
    const sum = parts.reduce((total, part) => total + Number(part.figures[field]), 0);
    demand(
      whole.figures[field] === sum,
      `${field} of ${whole.number} is ${whole.figures[field]}, its parts make ${sum}`,
    );
  }
  const { members, accounts, installRate } = whole.figures;
  const share = Math.round((Number(accounts) / Number(members)) * 10_000) / 10_000;
  demand(installRate === share, `the install rate is ${installRate}, its counts make ${share}`);
}

const percent = (rate: number | null | undefined): string =>
  rate == null ? '–' : `${(rate * 100).toFixed(1).replace('.', ',')} %`;

const told = ({ members, accounts, installRate, usageRate, duesPaid, duesDue }: Figures): string =>
  `${members} đảng viên, ${accounts} tài khoản (${percent(installRate)}), sử dụng ${percent(usageRate)}, đảng phí ${duesPaid}/${duesDue} đồng`;

/**
 * The ward asks for a report on a quarter: two branches send theirs with figures from the data, the committee sends one back
 * and takes over both, adds them up, and the ward does the same; every sum is compared with its parts and with the data.
 */
export async function quarterlyReport(stage: Stage): Promise<void> {
  stage.chapter('Văn phòng Đảng ủy phường yêu cầu báo cáo');
  const office = await officer(stage, 'Văn phòng Đảng ủy phường Việt Hưng', 'ward-office', ward);
  const requested = await office.act(
    'yêu cầu báo cáo đột xuất quý II/2026',
    'requestReports',
    { title: `Kết quả triển khai quý II (${randomUUID().slice(0, 8)})`, ...days, dueOn: '2026-07-31' },
    selected,
  );
  let wardReport: Report = requested.report;
  demand(wardReport.partsTotal > 1, 'the ward asked, and no unit below has a report');

  stage.chapter('Hai chi bộ báo cáo');
  const superior = await officer(stage, 'Đảng ủy Khu dân cư Việt Hưng', 'committee', committee);
  let committeeReport = await partOf(office, wardReport.id, committee);
  const act = async (
    person: Person,
    what: string,
    field: string,
    report: Report,
    more: object = {},
  ): Promise<Report> => {
    const result = await person.act(
      what,
      field,
      { reportId: report.id, expectedVersion: report.version, ...more },
      selected,
    );
    stage.tell(`   → ${result.report.status}`);
    return result.report;
  };
  const writers = [
    { code: branch1, person: await officer(stage, 'Bí thư Chi bộ 1', 'secretary', branch1) },
    { code: branch2, person: await officer(stage, 'Bí thư Chi bộ 2', 'secretary2', branch2) },
  ];
  const sent: Report[] = [];
  for (const { code, person } of writers) {
    const draft = await partOf(superior, committeeReport.id, code);
    const saved = await act(person, 'ghi khó khăn, kiến nghị', 'saveReportDraft', draft, {
      difficulties: 'Một số đảng viên cao tuổi chưa dùng điện thoại thông minh.',
      recommendations: 'Mở lớp hướng dẫn tại nhà văn hóa.',
    });
    const report = await act(person, 'gửi báo cáo', 'submitReport', saved);
    stage.tell(`   ${told(report.figures)}`);
    const { unit } = await person.ask(
      `query Now($id: UUID!) { unit(id: $id) { figures(from: "${days.from}", through: "${days.through}") { ${figures} } } }`,
      { id: person.unitId },
    );
    for (const [field, value] of Object.entries(unit.figures))
      demand(
        report.figures[field] === value,
        `${field} is ${report.figures[field]} in the report and ${value} in the data`,
      );
    sent.push(report);
  }

  stage.chapter('Đảng ủy Khu dân cư');
  const [first, second] = sent;
  const [writer] = writers;
  if (!first || !second || !writer) throw new Error('two branches report');
  await superior.actRefused(
    'thử tổng hợp khi chưa tiếp nhận báo cáo nào',
    'aggregateReports',
    { reportId: committeeReport.id, expectedVersion: committeeReport.version },
    'NO_ACCEPTED_REPORT',
  );
  const returned = await act(superior, 'trả lại báo cáo của Chi bộ 1', 'returnReport', first, {
    reason: 'Bổ sung số đảng viên cần hỗ trợ',
  });
  const again = await act(writer.person, 'gửi lại', 'submitReport', returned);
  await office.actRefused(
    'thử tiếp nhận báo cáo của chi bộ thay Đảng ủy Khu dân cư',
    'acceptReport',
    { reportId: again.id, expectedVersion: again.version },
    'ACTION_NOT_ALLOWED',
  );
  const accepted = [
    await act(superior, 'tiếp nhận báo cáo của Chi bộ 1', 'acceptReport', again),
    await act(superior, 'tiếp nhận báo cáo của Chi bộ 2', 'acceptReport', second),
  ];
  committeeReport = await act(superior, 'tổng hợp', 'aggregateReports', committeeReport);
  demandSum(committeeReport, accepted);
  stage.tell(`   ${told(committeeReport.figures)}`);
  committeeReport = await act(superior, 'gửi báo cáo lên phường', 'submitReport', committeeReport);

  stage.chapter('Đảng ủy phường');
  committeeReport = await act(office, 'tiếp nhận báo cáo của Khu dân cư', 'acceptReport', committeeReport);
  wardReport = await act(office, 'tổng hợp', 'aggregateReports', wardReport);
  demandSum(wardReport, [committeeReport]);
  demand(wardReport.partsAggregated === 1, `one report is added up, not ${wardReport.partsAggregated}`);
  wardReport = await act(office, 'gửi báo cáo', 'submitReport', wardReport);
  demand(
    wardReport.status === 'ACCEPTED',
    `nobody asked the ward, its report should be ACCEPTED, not ${wardReport.status}`,
  );
  const below = await partOf(office, wardReport.id, committee);
  demand(below.status === 'AGGREGATED', `the committee's report should be AGGREGATED, it is ${below.status}`);

  const stranger = await stage.signIn('Đảng viên Chi bộ 1', 'neighbour');
  const ticket = await stranger.act(
    'hỏi tổ hỗ trợ',
    'openTicket',
    { category: 'APPLICATION', text: 'Không thấy nút Đánh giá trên ứng dụng.' },
    'ticket { id version number }',
  );
  const answered = await office.act(
    `trả lời yêu cầu ${ticket.ticket.number}`,
    'answerTicket',
    {
      ticketId: ticket.ticket.id,
      expectedVersion: ticket.ticket.version,
      text: 'Nút hiện ra khi hồ sơ đã kết thúc.',
    },
    'ticket { id version status }',
  );
  await stranger.act(
    'cảm ơn, đóng yêu cầu',
    'closeTicket',
    { ticketId: answered.ticket.id, expectedVersion: answered.ticket.version },
    'ticket { status }',
  );
}

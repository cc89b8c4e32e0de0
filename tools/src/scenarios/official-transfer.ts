import { patiently, reach } from './patience.ts';
import type { Person, Play, Stage } from './stage.ts';
import { demand } from './surprise.ts';

const origin = '05.200.044.000.001';
const destination = '05.202.010.000.001';
const residence = '05.201.021.000.021';

const acted = 'transfer { id number version status letter { number boxes { index status } } }';

interface TransferSeen {
  id: string;
  number: string;
  version: number;
  status: string;
}

function demandStatus({ status }: TransferSeen, wanted: string): void {
  demand(status === wanted, `the dossier should be ${wanted}, it is ${status}`);
}

/** Ids of units by their codes, in one request. */
export async function unitIds(person: Person, codes: readonly string[]): Promise<string[]> {
  const fields = codes.map((code, at) => `u${at}: unitByCode(code: "${code}") { id }`).join(' ');
  const data = await person.ask(`{ ${fields} }`);
  return codes.map((code, at) => {
    demand(data[`u${at}`], `there is no unit ${code}`);
    return data[`u${at}`].id;
  });
}

/** A new citizen registers with the origin branch and becomes its member, by the front door, charged from the month in `dues` on. */
export async function newMember(
  stage: Stage,
  secretary: Person,
  originId: string,
  residenceId: string,
  dues: { monthlyDues: number; monthlyDuesFrom: string } = {
    monthlyDues: 60_000,
    monthlyDuesFrom: '2026-08',
  },
): Promise<Person> {
  const minted = await patiently(stage.tell, () =>
    reach(`${stage.running.sandbox}/vneid/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }),
  );
  const citizen = (await minted.json()) as { personalId: string; fullName: string };
  stage.tell(`VNeID biết công dân mới ${citizen.fullName}.`);
  const applicant = await stage.signIn(citizen.fullName, citizen.personalId);
  const { account } = await applicant.act(
    'khai thông tin đảng viên, đăng ký với Chi bộ 1',
    'submitRegistration',
    {
      branchId: originId,
      residenceBranchId: residenceId,
      profileNumber: citizen.personalId.slice(-8),
      joinDate: '2015-03-03',
      officialDate: '2016-03-03',
      ...dues,
    },
    'account { id version status }',
  );
  await secretary.act(
    `duyệt tài khoản của ${citizen.fullName}`,
    'approveAccount',
    { accountId: account.id, expectedVersion: account.version },
    'account { id status }',
  );
  const member = await stage.signIn(citizen.fullName, citizen.personalId);
  await stage.until(
    'Cây tổ chức, đảng phí đã biết đảng viên mới',
    () => member.ask('{ me { id branch { id } dues { paidThrough } } }'),
    ({ me }) => me?.branch?.id === originId && me.dues?.paidThrough !== null && me.dues !== null,
  );
  return member;
}

/** The letter waits for the copies that the transfers service keeps of standings: a moment after the standing changed. */
async function issueLetter(stage: Stage, secretary: Person, transfer: TransferSeen): Promise<TransferSeen> {
  let seen = transfer;
  await stage.until(
    'Dịch vụ chuyển sinh hoạt đã biết tình hình đóng đảng phí',
    () =>
      secretary.ask(
        'query Ready($id: UUID!) { transfer(id: $id) { availableActions { action allowed code } } }',
        {
          id: transfer.id,
        },
      ),
    (answer) =>
      answer.transfer.availableActions.some(
        (one: { action: string; allowed: boolean }) => one.action === 'ISSUE_LETTER' && one.allowed,
      ),
  );
  const result = await secretary.act(
    'ký ô 1, cấp giấy giới thiệu loại 10 ô',
    'issueLetter',
    { transferId: seen.id, expectedVersion: seen.version },
    acted,
  );
  seen = result.transfer;
  const boxes = result.transfer.letter.boxes.map(
    ({ index, status }: { index: number; status: string }) => `${index} ${status}`,
  );
  stage.tell(`   → ${boxes.join(' · ')}`);
  return seen;
}

function kill(stage: Stage, names: readonly string[]): void {
  for (const name of names) {
    const pid = stage.running.pids[name];
    demand(pid !== undefined, `there is no process ${name} to kill`);
    process.kill(pid, 'SIGKILL');
    stage.tell(`kill -9 ${name} (${pid})`);
  }
}

const isCompletion = ({ node }: { node: { kind: string } }): boolean => node.kind === 'TRANSFER_COMPLETED';

const outcome = `query AfterTransfer {
  me {
    fullName
    branch { code name }
    memberships { from to kind unit { code name } }
    dues { chargedFrom chargedBy { code name } chargings { from through cause branch { code name } } }
    positions { title unit { code name } from through endedOn endedReason current }
    transfers(first: 1) { edges { node { number status closedOn } } }
  }
}`;

/**
 * An official transfer within the province, from request to admission, by the people whose step each one is; then one
 * query that shows what every service made of it. With `kill`, those processes die by SIGKILL just before the admission.
 */
export async function officialTransfer(stage: Stage, play: Play): Promise<void> {
  stage.chapter('Người tham gia');
  const secretary = await stage.signIn('Bí thư Chi bộ 1', 'secretary');
  const [originId = '', destinationId = '', residenceId = ''] = await unitIds(secretary, [
    origin,
    destination,
    residence,
  ]);
  await secretary.takeUp(originId);
  const member = await newMember(stage, secretary, originId, residenceId);
  const { me } = await member.ask('{ me { id fullName } }');
  await secretary.act(
    `phân công ${me.fullName} thu đảng phí của Chi bộ 1`,
    'appointDelegate',
    {
      memberId: me.id,
      unitId: originId,
      title: 'Người thu đảng phí',
      from: '2026-07-06',
      through: '2026-12-31',
    },
    'delegation { id }',
  );

  stage.chapter('Nơi đi');
  const request = await member.act(
    'đề nghị chuyển sinh hoạt đảng chính thức đến Chi bộ Kinh doanh 1',
    'requestOfficialTransfer',
    {
      destinationBranchId: destinationId,
      reason: 'CHANGE_WORKPLACE',
      decisionNumber: '128/QĐ-SH',
      decisionDate: '2026-06-25',
      decisionIssuer: 'Công ty Cổ phần Sông Hồng',
      effectiveDate: '2026-07-01',
    },
    acted,
  );
  let transfer: TransferSeen = request.transfer;
  stage.tell(`   → hồ sơ ${transfer.number}`);
  const stranger = await stage.signIn('Đảng viên khác của Chi bộ 1', 'neighbour');
  const hidden = await stranger.ask('query Hidden($id: UUID!) { transfer(id: $id) { id } }', {
    id: transfer.id,
  });
  demand(hidden.transfer === null, 'a stranger could read the dossier');
  stage.tell('Đảng viên khác không thấy hồ sơ.');

  const step = async (person: Person, what: string, field: string, more: Record<string, unknown> = {}) => {
    const result = await person.act(
      what,
      field,
      { transferId: transfer.id, expectedVersion: transfer.version, ...more },
      acted,
    );
    transfer = result.transfer;
    stage.tell(`   → ${transfer.status}`);
  };
  await step(secretary, 'ghi kết quả họp kiểm điểm', 'recordReviewMeeting', {
    meeting: {
      date: '2026-07-06',
      present: 17,
      totalMembers: 20,
      conclusion: 'Đồng ý giới thiệu chuyển sinh hoạt đảng.',
    },
  });
  transfer = await issueLetter(stage, secretary, transfer);
  const officer = async (label: string, persona: string, code: string): Promise<Person> => {
    const person = await stage.signIn(label, persona);
    const [unitId = ''] = await unitIds(person, [code]);
    await person.takeUp(unitId);
    return person;
  };
  const committee = await officer('Đảng ủy Khu dân cư Việt Hưng', 'committee', '05.200.044');
  await committee.actRefused(
    'thử ký ô với phiên bản cũ',
    'signLetterBox',
    { transferId: transfer.id, expectedVersion: transfer.version - 1 },
    'VERSION_CONFLICT',
  );
  await step(committee, 'nhận xét bản tự kiểm điểm, ký ô 3', 'signLetterBox', {
    comment: 'Nhất trí với bản tự kiểm điểm.',
  });
  await step(
    await officer('Đảng ủy phường Việt Hưng', 'ward', '05.200'),
    'ký ô 4, chuyển nơi đến',
    'signLetterBox',
  );
  demandStatus(transfer, 'SENT');
  await step(committee, 'niêm phong hồ sơ, giao đảng viên mang theo', 'recordSealedFile', {
    sealedOn: '2026-07-06',
    documents: [
      { name: 'Phiếu đảng viên', pages: 8 },
      { name: 'Bản tự kiểm điểm', pages: 3 },
    ],
  });

  stage.chapter('Nơi đến');
  await step(await officer('Đảng ủy phường Tây Hồ', 'company-ward', '05.202'), 'ký ô 7', 'signLetterBox');
  await step(
    await officer('Đảng ủy Công ty Sông Hồng', 'company-committee', '05.202.010'),
    'ký ô 8',
    'signLetterBox',
  );
  const host = await officer('Bí thư Chi bộ Kinh doanh 1', 'company-secretary', destination);
  await step(host, 'nhận giấy giới thiệu và hồ sơ niêm phong', 'recordPresentation', {
    receivedOn: '2026-07-06',
    sealIntact: true,
  });
  kill(stage, play.kill);
  await step(host, 'họp, tiếp nhận đảng viên', 'admitMember', {
    meeting: { date: '2026-07-06', present: 12, totalMembers: 14, conclusion: 'Nhất trí tiếp nhận.' },
  });
  demandStatus(transfer, 'COMPLETED');

  stage.chapter('Một câu hỏi, năm dịch vụ');
  const answer = await stage.until(
    'Mọi dịch vụ đã theo sự kiện TransferCompleted',
    () => member.ask(outcome),
    ({ me: now }) =>
      now?.branch?.code === destination &&
      now.memberships.length === 2 &&
      now.memberships.some(
        (one: { unit: { code: string }; to: string }) => one.unit?.code === origin && one.to === '2026-07-06',
      ) &&
      now.memberships.some(
        (one: { unit: { code: string }; to: string | null }) =>
          one.unit?.code === destination && one.to === null,
      ) &&
      now.dues?.chargedBy?.code === destination &&
      now.dues.chargedFrom === '2026-08' &&
      now.dues.chargings.length === 1 &&
      now.positions?.length === 1 &&
      now.positions.every((one: { endedReason: string | null }) => one.endedReason === 'TRANSFER_COMPLETED'),
    60_000,
  );
  const { notices } = await stage.until(
    'Thông báo đã đến đảng viên',
    () => member.ask('{ notices(first: 5) { edges { node { kind body } } } }'),
    (told) => told.notices.edges.some(isCompletion),
    60_000,
  );
  stage.tell(`“${notices.edges.find(isCompletion).node.body}”`);
  process.stdout.write(`${outcome}\n${JSON.stringify(answer, null, 2)}\n`);
}

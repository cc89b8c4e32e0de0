import type { Person, Stage } from './stage.ts';
import { demand } from './surprise.ts';
import { type Desks, Dossier } from './transfer.desk.ts';
import { checkLetter } from './transfer.letter.ts';
import { requestPapers } from './transfer.papers.ts';

/** From where to where: the committee there gives the member to another of its branches than was asked for. */
export const way = {
  from: '05.200.044.000.001',
  asked: '05.202.010.000.002',
  committee: '05.202.010',
  host: '05.202.010.000.001',
} as const;

const boxes = [1, 2, 3, 4, 5, 6, 7, 8];

/** What a member says who goes to work elsewhere from today until the end of this day. */
const requestOf = async (stage: Stage, desks: Desks, member: Person, through: string) => ({
  destinationBranchId: await desks.idOf(way.asked),
  reason: 'WORK',
  from: '2026-07-06',
  through,
  purpose: 'Biệt phái sang Công ty Cổ phần Sông Hồng',
  decisionNumber: '131/QĐ-BP',
  decisionDate: '2026-06-29',
  decisionIssuer: 'Ủy ban nhân dân phường Việt Hưng',
  documents: await requestPapers(stage, member),
});

/** Two months are too short, a year is too long; each refusal says what to do instead (T75). */
export async function wrongTerms(member: Person, input: Record<string, unknown>): Promise<void> {
  const ask = (what: string, through: string, code: string) =>
    member.actRefused(what, 'requestTemporaryTransfer', { ...input, through }, code);
  await ask('đề nghị sinh hoạt tạm thời 2 tháng', '2026-09-05', 'STAY_TOO_SHORT');
  const { suggestion } = await ask('đề nghị 12 tháng', '2027-07-05', 'STAY_TOO_LONG');
  demand(
    suggestion === 'requestOfficialTransfer',
    `a year should suggest an official transfer, not ${suggestion}`,
  );
}

const memberships = `{ me { status branch { code }
  memberships { kind from to rights unit { code membershipCount } } } }`;

/** Somebody who stays, with their dossier. */
export interface Staying {
  readonly dossier: Dossier;
  readonly member: Person;
}

type Membership = {
  kind: string;
  to: string | null;
  rights: string[];
  unit: { code: string; membershipCount: number };
};

const temporaryOne = (rows: Membership[]) => rows.find(({ kind }) => kind === 'TEMPORARY');

/** Whoever stays is a member of both branches, counts at home only, and has every right there and the restricted ones here (T77). */
async function rightsOfStay(stage: Stage, member: Person, counted: number): Promise<void> {
  const { me } = await stage.until(
    'Cây tổ chức đã biết nơi sinh hoạt tạm thời',
    () => member.ask(memberships),
    ({ me: now }) => temporaryOne(now.memberships)?.unit.code === way.host,
  );
  const temporary = temporaryOne(me.memberships) as Membership;
  const official = me.memberships.find(({ kind }: Membership) => kind === 'OFFICIAL') as Membership;
  demand(me.branch.code === way.from && official.to === null, 'the member should still belong to the origin');
  stage.tell(`   chính thức tại ${official.unit.code}: ${official.rights.join(', ')}`);
  stage.tell(`   tạm thời tại ${temporary.unit.code}: ${temporary.rights.join(', ')}`);
  for (const right of ['VOTE', 'STAND', 'ELECT', 'COUNT']) {
    demand(official.rights.includes(right), `the member should ${right} at the official branch`);
    demand(!temporary.rights.includes(right), `the member should not ${right} at the temporary branch`);
  }
  demand(
    temporary.unit.membershipCount === counted,
    `the branch should count ${counted}, not ${temporary.unit.membershipCount}`,
  );
}

const countOf = async (person: Person, code: string): Promise<number> =>
  (await person.ask(`{ unitByCode(code: "${code}") { membershipCount } }`)).unitByCode.membershipCount;

/** Somebody new who stays at the host branch: from the request to the first day, by a letter of eight boxes. */
export async function beginStay(
  stage: Stage,
  desks: Desks,
  tried: (member: Person, input: Record<string, unknown>) => Promise<void> = async () => undefined,
): Promise<Staying> {
  const member = await desks.newMemberOf(way.from);
  const input = await requestOf(stage, desks, member, '2027-01-05');
  await tried(member, input);
  const dossier = await Dossier.open(stage, member, 'đề nghị 6 tháng', 'requestTemporaryTransfer', input);
  const secretary = await desks.of(way.from);
  await dossier.untilAllowed(
    secretary,
    'ISSUE_LETTER',
    'Dịch vụ chuyển sinh hoạt đã biết tình hình đóng đảng phí',
  );
  await dossier.act(secretary, 'xác nhận, ký ô 1', 'issueLetter');
  demand(
    dossier.usedBoxes().join() === boxes.join(),
    `boxes ${boxes} should be used, not ${dossier.usedBoxes()}`,
  );
  await dossier.signOnward(desks, 3);
  dossier.mustBe('SENT');
  const committee = await desks.of(way.committee);
  await dossier.act(committee, 'nhận giấy, phân công về Chi bộ Kinh doanh 1', 'receiveStayLetter', {
    assignBranchId: await desks.idOf(way.host),
  });
  await dossier.signOnward(desks);
  dossier.mustBe('AT_DEST_BRANCH');
  const host = await desks.of(way.host);
  const counted = await countOf(host, way.host);
  await dossier.act(host, 'tiếp nhận đảng viên sinh hoạt tạm thời, ký ô 4', 'confirmTemporaryStay');
  dossier.mustBe('ACTIVE_TEMPORARY');
  await rightsOfStay(stage, member, counted);
  return { dossier, member };
}

/** The branch comments, the letter goes back through both committees, and the origin receives the member. */
export async function returnHome(stage: Stage, desks: Desks, { dossier, member }: Staying): Promise<void> {
  stage.chapter('Nhận xét và trở về');
  const host = await desks.of(way.host);
  await dossier.refused(
    host,
    'gửi trả không có nhận xét',
    'writeStayComment',
    { comment: ' ' },
    'STAY_COMMENT_REQUIRED',
  );
  await dossier.untilAllowed(host, 'WRITE_STAY_COMMENT', 'Đảng phí đã đóng hết tháng');
  await dossier.act(host, 'nhận xét vào ô 5, ký và gửi trả', 'writeStayComment', {
    comment: 'Đồng chí tham gia sinh hoạt đầy đủ, hoàn thành tốt nhiệm vụ được giao.',
  });
  dossier.mustBe('RETURNING');
  await dossier.signOnward(desks);
  dossier.mustBe('BACK_AT_ORIGIN');
  await checkLetter(stage, await desks.of(way.from), dossier, 4);
  await dossier.act(await desks.of(way.from), 'tiếp nhận đảng viên trở về, ký ô 8', 'receiveMemberBack');
  dossier.mustBe('COMPLETED');
  await stage.until(
    'Cây tổ chức đã kết thúc sinh hoạt tạm thời',
    () => member.ask(memberships),
    ({ me }) => temporaryOne(me.memberships)?.to === '2026-07-06' && me.branch.code === way.from,
  );
}

import { foldDiacritics } from '@dang/vietnam/text';
import { onePage, upload } from './files.ts';
import {
  branchCode,
  type Citizen,
  decided,
  formOf,
  type House,
  newCitizen,
  openHouse,
  post,
  profileOf,
  seen,
  signInRefused,
} from './registering.ts';
import type { Person, Stage } from './stage.ts';
import { demand } from './surprise.ts';

/** Registers with what the member database knows, is approved, and is a member everywhere. */
async function registerFromRegistry(
  stage: Stage,
  house: House,
): Promise<{ citizen: Citizen; member: Person }> {
  stage.chapter('Đảng viên đăng ký lần đầu');
  const citizen = await newCitizen(stage);
  await post(stage, '/registry/members', {
    personalId: citizen.personalId,
    fullName: citizen.fullName,
    dateOfBirth: citizen.dateOfBirth,
    profileNumber: profileOf(citizen),
    joinDate: '2015-03-03',
    officialDate: '2016-03-03',
    branchCode,
  });
  const applicant = await stage.signIn(citizen.fullName, citizen.personalId);
  const opened = await applicant.ask('{ account { status fullName } me { id } }');
  demand(opened.account.status === 'DRAFT' && opened.me === null, 'a first sign-in should open a draft');
  const { match } = await applicant.act(
    'LẤY THÔNG TIN ĐẢNG VIÊN theo số lý lịch',
    'lookUpRegistry',
    { profileNumber: profileOf(citizen) },
    'match { found joinDate branch { id } }',
  );
  demand(match.found && match.branch?.id === house.branchId, 'the member database should know this member');
  const form = formOf(house, citizen, { profileNumber: null, joinDate: null, officialDate: null });
  await applicant.act('lưu nháp', 'saveRegistrationDraft', { form }, seen);
  const { account } = await applicant.act(
    'gửi chi bộ (Lưu)',
    'submitRegistration',
    form,
    `account { id version status registrySource registryDifferences { field } form { joinDate } }`,
  );
  demand(account.status === 'PENDING_BRANCH', 'a plain member should wait at the branch');
  demand(
    account.registrySource === 'REGISTRY' && account.form.joinDate === '2015-03-03',
    'the registry should fill the form',
  );
  await house.secretary.act(`duyệt ${citizen.fullName}`, 'approveAccount', decided(account), seen);
  const member = await stage.signIn(citizen.fullName, citizen.personalId);
  await stage.until(
    'Cây tổ chức đã biết đảng viên mới',
    () => member.ask('{ me { id branch { id } } }'),
    ({ me }) => me?.branch?.id === house.branchId,
  );
  return { citizen, member };
}

/** Claims to lead the branch: the branch cannot approve; the superior approves the person and not the position (T52, T53). */
async function claimToLead(stage: Stage, house: House): Promise<void> {
  stage.chapter('Người khai là bí thư');
  const citizen = await newCitizen(stage);
  const applicant = await stage.signIn(citizen.fullName, citizen.personalId);
  const { account } = await applicant.act(
    'đăng ký, chức vụ: Bí thư',
    'submitRegistration',
    formOf(house, citizen, { position: 'SECRETARY' }),
    seen,
  );
  demand(account.status === 'PENDING_SUPERIOR', 'a claim to lead should wait at the superior');
  await house.secretary.actRefused('thử duyệt', 'approveAccount', decided(account), 'ACTION_NOT_ALLOWED');
  await house.committee.act(`duyệt tài khoản ${citizen.fullName}`, 'approveAccount', decided(account), seen);
  const member = await stage.signIn(citizen.fullName, citizen.personalId);
  const mine = 'myPositionClaims { id version status role }';
  const { myPositionClaims: first } = await member.ask(`{ ${mine} }`);
  demand(first[0]?.status === 'PENDING', 'the claim should wait for itself');
  const claimed = (claim: { id: string; version: number }) => ({
    claimId: claim.id,
    expectedVersion: claim.version,
  });
  await house.committee.act(
    'không công nhận chức vụ',
    'rejectPositionClaim',
    { ...claimed(first[0]), reason: 'Chi bộ đã có bí thư' },
    'claim { status }',
  );
  const after = await member.ask(`{ account { status positions { id } } ${mine} }`);
  demand(
    after.account.status === 'ACTIVE' &&
      after.account.positions.length === 0 &&
      after.myPositionClaims[0].status === 'REJECTED',
    'the account should be that of a plain member',
  );
  await stage.until(
    'Cây tổ chức đã biết đảng viên mới',
    () => member.ask('{ me { branch { id } } }'),
    ({ me }) => me?.branch?.id === house.branchId,
  );
  const { claim } = await member.act(
    'đề nghị lại: Phó bí thư chi bộ',
    'claimPosition',
    { unitId: house.branchId, role: 'BRANCH_DEPUTY_SECRETARY', from: '2026-07-01' },
    'claim { id version status }',
  );
  await house.committee.act('công nhận chức vụ', 'approvePositionClaim', claimed(claim), 'claim { status }');
  await member.takeUp(house.branchId);
  const { pendingAccounts } = await member.ask('{ pendingAccounts(first: 1) { edges { node { id } } } }');
  stage.tell(
    `${citizen.fullName} xử lý hồ sơ với tư cách Phó bí thư (${pendingAccounts.edges.length} tài khoản chờ trên trang đầu).`,
  );
  const { account: own } = await member.ask('{ account { positions { id } } }');
  await house.committee.act(
    'kết thúc chức vụ',
    'endPosition',
    { positionId: own.positions[0].id, reason: 'Kết thúc phân công' },
    'position { id endedOn }',
  );
}

/** Is rejected with a reason, reads it at the next sign-in, and sends the form again. */
async function rejectedAndSentAgain(stage: Stage, house: House): Promise<void> {
  stage.chapter('Bị từ chối, khai lại');
  const citizen = await newCitizen(stage);
  const applicant = await stage.signIn(citizen.fullName, citizen.personalId);
  const first = await applicant.act(
    'đăng ký',
    'submitRegistration',
    formOf(house, citizen, { joinDate: '2014-03-03' }),
    seen,
  );
  await house.secretary.act(
    'từ chối: sai ngày vào đảng',
    'rejectAccount',
    { ...decided(first.account), reason: 'Ngày vào đảng chưa đúng hồ sơ' },
    seen,
  );
  const again = await stage.signIn(citizen.fullName, citizen.personalId);
  const { account } = await again.ask('{ account { status rejectionReason } }');
  demand(
    account.rejectionReason === 'Ngày vào đảng chưa đúng hồ sơ',
    'the reason should be what the applicant reads',
  );
  stage.tell(`${citizen.fullName} đọc lý do: “${account.rejectionReason}”`);
  const second = await again.act('khai lại', 'submitRegistration', formOf(house, citizen), seen);
  await house.secretary.act('duyệt', 'approveAccount', decided(second.account), seen);
}

/** Asks for a change, which holds once it is approved. */
async function changeOfInformation(
  stage: Stage,
  house: House,
  member: Person,
  citizen: Citizen,
): Promise<void> {
  stage.chapter('Thay đổi thông tin');
  const wanted = String((Number(profileOf(citizen)) + 1) % 100_000_000);
  const { change } = await member.act(
    'đề nghị đổi số lý lịch, khai số điện thoại',
    'requestAccountChange',
    { profileNumber: wanted, extended: { phone: '0912 345 678' } },
    'change { id version status number changes { field } }',
  );
  stage.tell(`   → hồ sơ ${change.number}`);
  const profile = async () => (await member.ask('{ me { profileNumber } }')).me.profileNumber;
  demand((await profile()) === profileOf(citizen), 'the old data should hold until the change is approved');
  await member.actRefused(
    'đề nghị đổi chi bộ',
    'requestAccountChange',
    { branchId: house.residenceId },
    'CHANGE_ALREADY_OPEN',
  );
  await house.secretary.act(
    'duyệt thay đổi',
    'approveAccountChange',
    { changeId: change.id, expectedVersion: change.version },
    'change { status }',
  );
  demand((await profile()) === wanted, 'the new data should hold now');
  await member.actRefused(
    'đề nghị đổi chi bộ',
    'requestAccountChange',
    { branchId: house.residenceId },
    'BRANCH_CHANGE_NEEDS_TRANSFER',
  );
}

/** The paper form of a citizen as the office scans it. */
const scanOf = async (stage: Stage, house: House, { fullName }: Citizen): Promise<string> => {
  const page = {
    title: 'Phiếu đăng ký',
    heading: 'PHIẾU ĐĂNG KÝ TÀI KHOẢN',
    paragraph: `${fullName} đăng ký bằng bản giấy.`,
  };
  const bytes = await onePage({ ...page, who: fullName });
  return upload(stage, house.office, {
    mutation: 'prepareAccountUpload',
    fileName: 'phieu-dang-ky.pdf',
    bytes,
  });
};

/** Comes on paper with its scan, is decided like any other, and is found by name; the owner takes the account up with VNeID. */
async function fromPaper(stage: Stage, house: House): Promise<void> {
  stage.chapter('Hồ sơ giấy');
  const citizen = await newCitizen(stage);
  const paper = {
    channel: 'PAPER',
    paperReference: `GP-${profileOf(citizen)}`,
    personalId: citizen.personalId,
    fullName: citizen.fullName,
    dateOfBirth: citizen.dateOfBirth,
    form: formOf(house, citizen, { permanentAddress: { province: 'Hà Nội', ward: 'Việt Hưng' } }),
  };
  await house.office.actRefused(
    'nhập phiếu giấy không có bản quét',
    'enterRegistration',
    { ...paper, scanIds: [] },
    'SCAN_REQUIRED',
  );
  const { account } = await house.office.act(
    `nhập phiếu giấy của ${citizen.fullName}`,
    'enterRegistration',
    { ...paper, scanIds: [await scanOf(stage, house, citizen)] },
    'account { id version status channel }',
  );
  const { accounts } = await house.office.ask(
    'query Find($text: String) { accounts(text: $text, first: 100) { edges { node { id } } } }',
    { text: foldDiacritics(citizen.fullName).toLowerCase() },
  );
  demand(
    accounts.edges.some(({ node }: { node: { id: string } }) => node.id === account.id),
    'the account should be found by its name without marks',
  );
  await house.secretary.act('duyệt', 'approveAccount', decided(account), seen);
  const member = await stage.signIn(citizen.fullName, citizen.personalId);
  const own = await member.ask('{ account { id status channel } }');
  demand(
    own.account.id === account.id && own.account.channel === 'PAPER',
    'the account should be its owner’s',
  );
  stage.tell(`${citizen.fullName} đăng nhập VNeID, nhận tài khoản đã nhập từ giấy.`);
}

/**
 * The front door (P0): a member registers with what the member database knows, one claims to lead the branch, one is rejected
 * and sends again, one asks for a change, one comes on paper; and who may not enter does not. All people are new each time.
 */
export async function register(stage: Stage): Promise<void> {
  stage.chapter('Người tham gia');
  const house = await openHouse(stage);
  const { citizen, member } = await registerFromRegistry(stage, house);
  await claimToLead(stage, house);
  await rejectedAndSentAgain(stage, house);
  await changeOfInformation(stage, house, member, citizen);
  await fromPaper(stage, house);
  stage.chapter('Không qua cửa');
  await signInRefused(stage, 'Người có định danh mức 1', 'level1', 'VNEID_LEVEL_TOO_LOW');
  await signInRefused(stage, 'Đảng viên trong Công an', 'police', 'EXCLUDED_FORCE');
}

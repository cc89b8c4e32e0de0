import { contractBreaches } from '@dang/events/contract';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { MemberTransferredIn } from '@dang/events/contracts/transfers/member-transferred-in';
import { openText } from '@dang/service/sealed-text';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { enter, incoming, newcomer, somebody, someLetter } from '../../test/letter-in.ts';
import {
  desks,
  officer,
  openTransfers,
  TODAY,
  type TransferStage,
  units,
} from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { host, hostCommittee } = desks;
const told = async (name: string): Promise<Record<string, unknown>[]> =>
  (await stage.published())
    .filter(({ type }) => type.split('.')[2] === name)
    .map(({ data }) => data as Record<string, unknown>);
const shown = async (id: string, actor = host) =>
  (
    await stage.ask(
      `query ($id: UUID!) { transfer(id: $id) { status originText origin { id } waitingFor { id } subject { fullName cardNumberMasked }
         outside { end provinceCode answers { answer } } letter { outsideNumber status duesPaidThrough boxes { index status signedByName } }
         sealedFile { documents { name } } history { action label } availableActions { action allowed } } }`,
      { id },
      actor,
    )
  ).transfer;
const memberOf = async (id: string) => {
  const [row] = await stage
    .em()
    .execute<{ m: string }[]>('select member_id as m from transfer_dossier where id = ?', [id]);
  return row?.m as string;
};
/** From the letter to the admission. */
async function admit(id: string, by = host) {
  await stage.done(by, 'takeOverIncomingLetter', id);
  await stage.done(by, 'recordPresentation', id);
  return stage.done(by, 'admitMember', id);
}

describe('a letter that came on paper from outside', () => {
  test('waits for the branch, is taken over, and ends with the admission, told with what the registry needs', async () => {
    await stage.published();
    const { id, status, waitingFor } = await incoming(stage, host, { person: newcomer });
    expect([status, waitingFor?.id]).toEqual(['INCOMING_PAPER', units.sales]);
    const [state] = await told('DossierStateChanged');
    expect(contractBreaches(DossierStateChanged, state)).toEqual([]);
    expect(state).toMatchObject({ state: 'INCOMING_PAPER', unitId: units.sales });
    expect(await shown(id)).toMatchObject({
      origin: null,
      originText: someLetter.originText,
      subject: { fullName: 'Trần Văn Bình', cardNumberMasked: '*****456' },
      outside: { end: 'ORIGIN', provinceCode: null, answers: [] },
      letter: { outsideNumber: '15-GT/ĐU', status: 'ISSUED', duesPaidThrough: '2026-07' },
      sealedFile: { documents: [{ name: 'Phiếu đảng viên' }] },
      history: [{ action: 'ENTER_INCOMING', label: 'Nhập giấy giới thiệu từ ngoài hệ thống' }],
    });
    expect(await admit(id)).toMatchObject({ status: 'COMPLETED', closedOn: TODAY });
    const events = await stage.published();
    const names = events.map(({ type }) => type.split('.')[2]);
    expect(names).not.toContain('TransferCompleted');
    const arrived = events.filter(({ type }) => type.includes('MemberTransferredIn')).map(({ data }) => data);
    expect(arrived).toHaveLength(1);
    expect(contractBreaches(MemberTransferredIn, arrived[0])).toEqual([]);
    expect(arrived[0]).toMatchObject({
      transferId: id,
      memberId: await memberOf(id),
      person: {
        fullName: 'Trần Văn Bình',
        gender: 'MALE',
        legacyCardNumber: '38123456',
        cardNumberSealed: null,
      },
      origin: someLetter.originText,
      destinationBranchId: units.sales,
      duesPaidThrough: '2026-07',
      completedOn: TODAY,
    });
    const { boxes } = (await shown(id)).letter;
    expect(boxes.map(({ status: box }: { status: string }) => box)).toEqual([
      ...Array.from({ length: 9 }, () => 'OUTSIDE'),
      'SIGNED',
    ]);
  });

  test('names nobody by what cannot be printed', async () => {
    for (const fullName of ['Trần\u0007Bình', 'Trần\nBình', 'Trần \u202ehnìB']) {
      const { refusal } = await enter(stage, host, { person: somebody({ fullName }) });
      expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'person.fullName' });
    }
  });

  test('names a profile by its number, as short as the registry keeps it', async () => {
    for (const profileNumber of ['x'.repeat(501), '123456789', 'LL-12']) {
      const { refusal } = await enter(stage, host, { person: somebody({ profileNumber }) });
      expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'person.profileNumber' });
    }
  });

  test('is signed digitally by a grassroots branch, on the form that names where it came from', async () => {
    const market = officer('market', 'BRANCH_SECRETARY');
    const { id } = await incoming(stage, market, { destinationBranchId: units.market });
    expect(await admit(id, market)).toMatchObject({ status: 'COMPLETED' });
  });

  test('may be entered by a committee above the branch, and is sent back with a reason', async () => {
    const { id } = await incoming(stage, hostCommittee);
    const { transfer } = await stage.act(host, 'sendBackIncomingLetter', id, { reason: 'Nhầm chi bộ' });
    expect(transfer).toMatchObject({ status: 'CANCELLED', closedOn: TODAY });
    expect((await shown(id)).letter).toMatchObject({ status: 'VOID' });
    const names = (await stage.published()).map(({ type }) => type.split('.')[2]);
    expect(names).not.toContain('LetterVoided');
    expect(names).not.toContain('LetterAnswered');
  });

  test('a 12-digit card is sealed, and goes sealed into the event', async () => {
    await stage.published();
    const { id } = await incoming(stage, host, { person: somebody({ cardNumber: '038185004321' }) });
    await admit(id);
    const [arrived] = await told('MemberTransferredIn');
    const {
      person: { cardNumberSealed, legacyCardNumber },
    } = arrived as unknown as { person: Record<string, string> };
    expect(legacyCardNumber).toBeNull();
    expect(openText(stage.environment.PROVINCE_KEY, cardNumberSealed ?? '')).toBe('038185004321');
    expect((await shown(id)).subject.cardNumberMasked).toBe('*********321');
  });

  test.each([
    ['by post it is, not online', { channel: 'ONLINE' }, 'INVALID_INPUT', 'channel'],
    ['with a reason of a stay', { reason: 'STUDY' }, 'INVALID_INPUT', 'reason'],
    ['for nobody', { person: somebody({ fullName: ' ' }) }, 'INVALID_INPUT', 'person.fullName'],
    [
      'for who is not born',
      { person: somebody({ dateOfBirth: '2026-07-07' }) },
      'INVALID_INPUT',
      'person.dateOfBirth',
    ],
    ['with half a card', { person: somebody({ cardNumber: '1234' }) }, 'INVALID_INPUT', 'person.cardNumber'],
    [
      'official before joining',
      { person: somebody({ officialDate: '2009-01-01' }) },
      'INVALID_INPUT',
      'person.officialDate',
    ],
    ['from nowhere', { originText: '' }, 'INVALID_INPUT', 'originText'],
    ['of tomorrow', { letterDate: '2026-07-07' }, 'INVALID_INPUT', 'letterDate'],
    ['older than its decision', { letterDate: '2026-06-19' }, 'INVALID_INPUT', 'letterDate'],
    ['with dues of the month before', { duesPaidThrough: '2026-06' }, 'INVALID_INPUT', 'duesPaidThrough'],
    [
      'with an empty file',
      { sealedFile: { documents: [], sealedOn: TODAY } },
      'INVALID_INPUT',
      'sealedFile.documents',
    ],
    [
      'for a committee',
      { destinationBranchId: units.company },
      'DESTINATION_NOT_A_BRANCH',
      'destinationBranchId',
    ],
    ['without a scan', { scanIds: [] }, 'SCAN_REQUIRED', 'scanIds'],
  ])('%s is refused and leaves nothing', async (_, more, code, field) => {
    const count = async () => (await stage.em().execute('select from transfer_dossier')).length;
    const before = await count();
    expect((await enter(stage, hostCommittee, more)).refusal).toMatchObject({ code, field });
    expect(await count()).toBe(before);
  });
});

describe('who is known here', () => {
  const known = {
    dateOfBirth: '1970-03-03',
    joinDate: '2000-01-01',
    fullName: 'Lê Thị Mai',
    legacyCardNumber: '12345670',
  };
  const as = (more: object) =>
    somebody({ fullName: 'LÊ THỊ  MAI', dateOfBirth: '1970-03-03', joinDate: '2000-01-01', ...more });

  test('and belongs to a branch is refused: by the card, or by name, birth and day of joining', async () => {
    await stage.newMember('branch2', known);
    for (const person of [as({ cardNumber: '12.345670', fullName: 'Lê Mai' }), as({ cardNumber: null })])
      expect((await enter(stage, host, { person })).refusal).toMatchObject({
        code: 'MEMBER_HAS_BRANCH',
        field: 'person',
      });
    // another card, another day of joining: somebody else
    for (const person of [
      as({}),
      as({ cardNumber: null, joinDate: '2001-01-01', officialDate: '2002-01-01' }),
    ])
      expect((await enter(stage, host, { person })).refusal).toBeNull();
  });

  test('and has left the province comes back as the same member', async () => {
    const born = { dateOfBirth: '1971-04-04', legacyCardNumber: '22345678' };
    const { memberId } = await stage.newMember(null, { ...known, ...born, status: 'TRANSFERRED_OUT' });
    const person = as({ dateOfBirth: '1971-04-04', cardNumber: '22345678' });
    const { id } = await incoming(stage, host, { person });
    expect(await memberOf(id)).toBe(memberId);
    expect(await admit(id)).toMatchObject({ status: 'COMPLETED' });
  });

  test('and was expelled does not come back', async () => {
    const born = { dateOfBirth: '1972-04-04', legacyCardNumber: '32345678' };
    await stage.newMember(null, { ...known, ...born, status: 'EXPELLED' });
    const person = as({ dateOfBirth: '1972-04-04', cardNumber: '32345678' });
    expect((await enter(stage, host, { person })).refusal).toMatchObject({ code: 'MEMBER_NOT_ACTIVE' });
  });

  test('and was entered already is not entered twice, also by two at once; sent back, they keep their id', async () => {
    const person = somebody();
    const both = await Promise.all([enter(stage, host, { person }), enter(stage, hostCommittee, { person })]);
    expect(both.map(({ refusal }) => refusal?.code ?? 'done').toSorted()).toEqual([
      'TRANSFER_ALREADY_OPEN',
      'done',
    ]);
    const first = both.flatMap(({ transfer }) => transfer ?? [])[0];
    const memberId = await memberOf(first?.id ?? '');
    await stage.done(host, 'sendBackIncomingLetter', first?.id ?? '', { reason: 'Thiếu bản kiểm điểm' });
    const again = await incoming(stage, host, { person });
    expect(await memberOf(again.id)).toBe(memberId);
  });

  test('and was placed while the letter waited is not admitted', async () => {
    const born = { dateOfBirth: '1973-04-04', legacyCardNumber: '42345678' };
    const { memberId } = await stage.newMember(null, { ...known, ...born, status: 'TRANSFERRED_OUT' });
    const { id } = await incoming(stage, host, {
      person: as({ dateOfBirth: '1973-04-04', cardNumber: '42345678' }),
    });
    await stage.done(host, 'takeOverIncomingLetter', id);
    await stage.done(host, 'recordPresentation', id);
    await stage
      .em()
      .execute('update placement_copy set branch_id = ? where member_id = ?', [units.branch2, memberId]);
    expect(await stage.refused(host, 'admitMember', id)).toBe('MEMBER_HAS_BRANCH');
  });
});

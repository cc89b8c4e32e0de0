import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCsv } from '@dang/tabular/write-rows';
import { runMembers } from '../imports/members.ts';
import { newMember, unitIds } from './new-member.ts';
import { patiently, reach } from './patience.ts';
import type { Person, Stage } from './stage.ts';
import { demand } from './surprise.ts';
import { requestPapers } from './transfer.papers.ts';

const city = '05';
const originCode = '05.200.044.000.001';
const residenceCode = '05.201.021.000.021';
/** The units of the play stand from this day on, and are rearranged on that one: members come to them in between. */
const founded = { number: '08-QĐ/TU', decidedOn: '2026-05-20', effectiveOn: '2026-06-01' };
const decided = { number: '12-QĐ/TU', decidedOn: '2026-06-25', effectiveOn: '2026-07-01' };

const done =
  'reorganisation { id status membersMoved changes(first: 100) { edges { node { unit { id } what after { code } } } } }';

type Unit = { id: string; code: string };
type Seen = { id: string; expectedVersion: number };

/** A unit for this play alone. */
async function make(board: Person, name: string, type: string, parentId: string): Promise<Unit> {
  const kind = type === 'SUPERIOR' ? 'COMMUNE' : 'RESIDENTIAL';
  const { reorganisation } = await board.act(
    `thành lập ${name}`,
    'createUnit',
    { decision: founded, unit: { parentId, type, kind, name } },
    done,
  );
  const [{ node }] = reorganisation.changes.edges;
  return { id: node.unit.id, code: node.after.code };
}

interface House {
  ward: Unit;
  otherWard: Unit;
  committee: Unit;
  other: Unit;
  branches: Record<'a' | 'b' | 'c' | 'd', Unit>;
}

/** Two wards; a committee with branches A and B, and another with C and D. */
async function build(board: Person, cityId: string): Promise<House> {
  const ward = await make(board, 'Đảng bộ phường Thử nghiệm', 'SUPERIOR', cityId);
  const otherWard = await make(board, 'Đảng bộ phường Tiếp nhận', 'SUPERIOR', cityId);
  const committee = await make(board, 'Đảng bộ Khu dân cư Một', 'GRASSROOTS_COMMITTEE', ward.id);
  const other = await make(board, 'Đảng bộ Khu dân cư Hai', 'GRASSROOTS_COMMITTEE', ward.id);
  const branches = {
    a: await make(board, 'Chi bộ A', 'BRANCH', committee.id),
    b: await make(board, 'Chi bộ B', 'BRANCH', committee.id),
    c: await make(board, 'Chi bộ C', 'BRANCH', other.id),
    d: await make(board, 'Chi bộ D', 'BRANCH', other.id),
  };
  return { ward, otherWard, committee, other, branches };
}

/** Citizens whom nobody knows yet, taken in as members of the branches by the import from the member database. */
async function enrol(stage: Stage, branches: readonly Unit[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dang-scenario-'));
  try {
    const rows = await Promise.all(
      branches.map(async ({ code }) => {
        const minted = await patiently(stage.tell, () =>
          reach(`${stage.running.sandbox}/vneid/people`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: '{}',
          }),
        );
        const { personalId, fullName, dateOfBirth, gender } = (await minted.json()) as Record<string, string>;
        const born = (dateOfBirth ?? '').split('-').reverse().join('/');
        const isWoman = gender === 'FEMALE' || gender === 'Nữ';
        return [
          fullName ?? '',
          isWoman ? 'Nữ' : 'Nam',
          born,
          personalId ?? '',
          code,
          '02/06/2026',
          '03/03/2015',
          '03/03/2016',
        ];
      }),
    );
    const file = join(folder, 'members.csv');
    await writeCsv(
      file,
      [
        ...['Họ và tên', 'Giới tính', 'Sinh ngày', 'Số định danh cá nhân', 'Tổ chức Đảng đang sinh hoạt'],
        ...['Ngày vào chi bộ', 'Ngày vào Đảng', 'Ngày vào Đảng chính thức'],
      ],
      rows,
    );
    stage.tell(`Nhập ${rows.length} đảng viên từ tệp:`);
    await runMembers(file, { dryRun: false, report: undefined });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function seen(board: Person, { id }: Unit): Promise<Seen> {
  const { unit } = await board.ask('query Version($id: UUID!) { unit(id: $id) { version } }', { id });
  return { id, expectedVersion: unit.version };
}

const previewed = `query Preview($effectiveOn: Date!, $steps: [TreeStepInput!]!) {
  previewReorganisation(effectiveOn: $effectiveOn, steps: $steps) {
    faults { code message } unitCount membersMoved officersEnded openDossiers { procedure count }
    changes { what before { code name } after { code name } }
  }
}`;

/**
 * Rearranges a ward made for the purpose: looks at it first, then merges two branches, moves a grassroots organisation to another ward and
 * dissolves a branch, all by one decision; members, an open transfer and the history follow. Plays again on the same data.
 */
export async function reorganise(stage: Stage): Promise<void> {
  stage.chapter('Trước khi sắp xếp');
  const board = await stage.signIn('Ban Tổ chức Thành ủy', 'org-board');
  const [cityId = '', originId = '', residenceId = ''] = await unitIds(board, [
    city,
    originCode,
    residenceCode,
  ]);
  await board.takeUp(cityId);
  const house = await build(board, cityId);
  const { a, b, c, d } = house.branches;
  await stage.until(
    'Mọi đơn vị đã có trong kết quả tìm kiếm',
    () => board.ask(`{ searchUnits(text: "chi bo", under: "${house.ward.id}") { edges { node { id } } } }`),
    ({ searchUnits }) => searchUnits.edges.length === 4,
  );
  await enrol(stage, [a, b, d]);
  await stage.until(
    'Cây tổ chức đã biết ba đảng viên mới',
    () => board.ask(`{ unit(id: "${house.ward.id}") { membershipCount } }`),
    ({ unit }) => unit.membershipCount === 3,
  );
  const secretary = await stage.signIn('Bí thư Chi bộ 1', 'secretary');
  await secretary.takeUp(originId);
  const member = await newMember(stage, secretary, originId, residenceId);
  const { transfer } = await member.act(
    'đề nghị chuyển sinh hoạt đảng chính thức đến Chi bộ B',
    'requestOfficialTransfer',
    {
      destinationBranchId: b.id,
      reason: 'CHANGE_WORKPLACE',
      decisionNumber: '128/QĐ-SH',
      decisionDate: '2026-06-25',
      decisionIssuer: 'Công ty Cổ phần Sông Hồng',
      effectiveDate: '2026-07-01',
      documents: await requestPapers(stage, member),
    },
    'transfer { id number }',
  );

  stage.chapter('Xem trước, rồi sắp xếp');
  const merged = {
    parentId: house.committee.id,
    type: 'BRANCH',
    kind: 'RESIDENTIAL',
    name: 'Chi bộ Hợp nhất',
  };
  const steps = [
    { merge: { units: [await seen(board, a), await seen(board, b)], into: merged } },
    { move: { unit: await seen(board, house.other), parentId: house.otherWard.id } },
    { dissolve: { unit: await seen(board, d), successorId: c.id } },
  ];
  const { previewReorganisation: preview } = await board.ask(previewed, {
    effectiveOn: decided.effectiveOn,
    steps,
  });
  demand(preview.faults.length === 0, `the preview finds faults: ${JSON.stringify(preview.faults)}`);
  demand(preview.membersMoved === 3, `three members should move, not ${preview.membersMoved}`);
  for (const { what, before, after } of preview.changes)
    stage.tell(
      `   ${what}: ${before ? `${before.code} ${before.name}` : '—'} → ${after ? `${after.code} ${after.name}` : '—'}`,
    );
  const untouched = await board.ask(`{ unit(id: "${a.id}") { name } }`);
  demand(untouched.unit.name === 'Chi bộ A', 'a preview should change nothing');
  await board.actRefused(
    'thử giải thể Chi bộ A mà không nêu nơi tiếp nhận',
    'dissolveUnit',
    { decision: decided, step: { unit: await seen(board, a) } },
    'UNIT_NOT_EMPTY',
  );
  const { reorganisation } = await board.act(
    'thi hành quyết định',
    'planReorganisation',
    { decision: decided, steps },
    done,
  );
  demand(reorganisation.status === 'APPLIED', `it should be done, it is ${reorganisation.status}`);
  const made = reorganisation.changes.edges.find(
    ({ node }: { node: { what: string } }) => node.what === 'CREATED',
  );
  const mergedId: string = made.node.unit.id;

  stage.chapter('Sau khi sắp xếp');
  const answer = await board.ask(
    `query After($merged: UUID!, $a: UUID!, $c: UUID!, $ward: UUID!, $other: UUID!, $otherWard: UUID!) {
      merged: unit(id: $merged) { code name membershipCount
        members { edges { node { memberships { from to cause endCause unit { name } } } } } }
      gone: unit(id: $a) { name }
      then: unit(id: $a, asOf: "2026-06-30") { name membershipCount parent { name } }
      c: unit(id: $c) { code membershipCount ancestors { name } changes { edges { node { what before { code } after { code } } } } }
      ward: unit(id: $ward) { membershipCount before: membershipCount(asOf: "2026-06-30") }
      choices: unitChoices(superiorId: $otherWard, grassrootsId: $other) { grassroots { name } branches { name } }
    }`,
    {
      merged: mergedId,
      a: a.id,
      c: c.id,
      ward: house.ward.id,
      other: house.other.id,
      otherWard: house.otherWard.id,
    },
  );
  demand(answer.gone === null && answer.then.membershipCount === 1, 'the past and the present should differ');
  demand(
    answer.merged.membershipCount === 2 && answer.c.membershipCount === 2 - 1,
    'the members should have followed',
  );
  const histories = answer.merged.members.edges.map(
    ({ node }: { node: { memberships: { cause: string }[] } }) =>
      node.memberships.map(({ cause }) => cause).join(' ← '),
  );
  demand(
    histories.every((causes: string) => causes === 'REORGANISATION ← IMPORT'),
    `the move should be on record: ${histories}`,
  );
  demand(
    answer.ward.membershipCount === 2 && answer.ward.before === 3,
    'the numbers should be those of each day',
  );
  demand(answer.choices.branches.length === 1, 'one branch should be left to choose');
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  await stage.until(
    `Hồ sơ ${transfer.number} đã theo về Chi bộ Hợp nhất`,
    () =>
      member.ask(
        'query Mine($id: UUID!) { transfer(id: $id) { number destination { id name } history { label reason } } }',
        {
          id: transfer.id,
        },
      ),
    ({ transfer: now }) => now.destination.id === mergedId && now.number === transfer.number,
  );
}

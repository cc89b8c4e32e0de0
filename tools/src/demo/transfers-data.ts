import type { TransfersDemoData } from '@dang/transfers/demo-data';
import { demoId } from './demo-id.ts';
import { membersOwing } from './fees-data.ts';
import { positions, secretaries } from './officers.ts';
import type { DemoMember } from './people.ts';
import { membersIn } from './people.ts';
import { pathTo } from './province.ts';

type DemoDossier = TransfersDemoData['dossiers'][number];
type DemoIncoming = TransfersDemoData['incoming'][number];

const estate = '05.200.044.000';
const company = '05.202.010.000';

const abroad = '38.168.053.000.001';

/** An official dossier of every state: how far it has come, from where to where, and the day of the request. */
const wanted: [state: DemoDossier['state'], origin: string, destination: string, requestedOn: string][] = [
  ['SUBMITTED', `${estate}.002`, `${company}.001`, '2026-07-02'],
  ['SUPPLEMENT_REQUESTED', `${estate}.003`, `${company}.002`, '2026-06-29'],
  ['ORIGIN_MET', `${estate}.002`, '05.201.021.000.021', '2026-06-29'],
  ['REJECTED', `${estate}.004`, `${company}.001`, '2026-06-08'],
  ['IN_ORIGIN_CHAIN', `${estate}.003`, `${company}.001`, '2026-06-24'],
  ['SENT', `${estate}.005`, `${company}.001`, '2026-06-17'],
  ['IN_DEST_CHAIN', `${estate}.004`, `${company}.002`, '2026-06-15'],
  ['RETURNED_BY_DEST', `${estate}.006`, `${company}.003`, '2026-06-15'],
  ['AT_DEST_BRANCH', `${estate}.006`, `${company}.001`, '2026-06-11'],
  ['CANCELLED', `${estate}.005`, '05.203.002.000.002', '2026-06-10'],
  ['SENT_OUT', `${estate}.004`, abroad, '2026-06-16'],
  ['DRAFT', `${estate}.002`, `${company}.003`, '2026-07-03'],
];

/** The one that is over: the member belongs to the destination since the day of admission. */
const completed = {
  origin: `${estate}.006`,
  destination: `${company}.004`,
  requestedOn: '2026-05-11',
  admittedOn: '2026-05-22',
};

type Stay = { from: string; through: string; lastActOn?: string; duesAt?: 'TEMPORARY' | 'OFFICIAL' };

const halfYear: Stay = { from: '2026-08-01', through: '2027-01-31' };
const earlier = { from: '2026-02-02', duesAt: 'OFFICIAL' } as const;

/**
 * A temporary dossier of every state, and of stays that run one for each of their reminders: long to go, ending soon, over (T79). Dues of
 * stays that began before the first letter of this summer stay with the origin.
 */
const stays: [
  state: DemoDossier['state'],
  destination: string,
  requestedOn: string,
  stay: Stay,
  name?: string,
][] = [
  ['SUBMITTED', '05.201.021.000.019', '2026-07-02', halfYear],
  ['SUPPLEMENT_REQUESTED', `${company}.002`, '2026-06-30', halfYear],
  ['REJECTED', `${company}.002`, '2026-06-10', halfYear],
  ['IN_ORIGIN_CHAIN', `${company}.002`, '2026-06-29', halfYear],
  ['SENT', '05.201.021.000.018', '2026-06-24', halfYear],
  ['SENT_OUT', abroad, '2026-06-18', halfYear],
  ['IN_DEST_CHAIN', '05.203.002.000.002', '2026-06-22', halfYear],
  ['RETURNED_BY_DEST', `${company}.003`, '2026-06-17', halfYear],
  ['AT_DEST_BRANCH', `${company}.003`, '2026-06-24', halfYear],
  ['ACTIVE_TEMPORARY', `${company}.002`, '2026-06-22', { from: '2026-06-30', through: '2027-05-31' }],
  ['ACTIVE_TEMPORARY', `${company}.003`, '2026-01-19', { ...earlier, through: '2026-07-31' }, 'soon'],
  ['ACTIVE_TEMPORARY', '05.203.002.000.003', '2026-01-19', { ...earlier, through: '2026-06-30' }, 'over'],
  [
    'EXTENSION_REQUESTED',
    '05.201.021.000.020',
    '2026-01-20',
    { ...earlier, through: '2026-08-31', lastActOn: '2026-07-02' },
  ],
  [
    'RETURNING',
    `${company}.002`,
    '2026-01-20',
    { ...earlier, through: '2026-07-10', lastActOn: '2026-07-03' },
  ],
  [
    'BACK_AT_ORIGIN',
    `${company}.003`,
    '2026-01-21',
    { ...earlier, through: '2026-07-03', lastActOn: '2026-06-29' },
  ],
  [
    'COMPLETED',
    `${company}.004`,
    '2026-01-21',
    { ...earlier, through: '2026-05-29', lastActOn: '2026-05-20' },
  ],
  [
    'CONVERTED',
    '05.203.002.000.004',
    '2026-01-22',
    { ...earlier, through: '2026-08-31', lastActOn: '2026-07-01' },
  ],
  ['CANCELLED', `${company}.004`, '2026-06-11', halfYear],
  ['DRAFT', `${company}.004`, '2026-07-03', halfYear],
];

const busy = new Set(positions.map(({ holder }) => holder.id));

/** Whose letters carry digital signatures, thirteen in all: enough to look at, few enough for a quick start. */
const signedLetters = new Set(['AT_DEST_BRANCH', 'SENT_OUT', 'stay:ACTIVE_TEMPORARY', 'stay:BACK_AT_ORIGIN']);

/** Somebody of the branch who may ask for a transfer: no position, dues paid, nothing under inspection. */
function applicantOf(branchCode: string): DemoMember {
  const fit = membersIn(branchCode).find(
    (one) =>
      !busy.has(one.id) &&
      one.persona === null &&
      one.hasAccount &&
      one.officialDate !== null &&
      !one.underInspection &&
      !membersOwing.has(one.id),
  );
  if (!fit) throw new Error(`Nobody in ${branchCode} may ask for a transfer`);
  busy.add(fit.id);
  return fit;
}

/** Who moves from where to where, and how far it has come; `name` tells dossiers of one state apart. */
interface Wanted extends Pick<DemoDossier, 'kind' | 'state' | 'reason' | 'requestedOn' | 'stay'> {
  name: string;
  member: DemoMember;
  origin: string;
  destination: string;
  decisionNumber: number;
}

function dossierOf({ name, member, origin, destination, decisionNumber, ...given }: Wanted): DemoDossier {
  const { id, fullName, gender, dateOfBirth, joinDate, officialDate, legacyCardNumber, profileNumber } =
    member;
  return {
    id: demoId(`transfer:${name}`),
    letterId: demoId(`letter:${name}`),
    member: { id, fullName, gender, dateOfBirth, joinDate, officialDate, legacyCardNumber, profileNumber },
    originPath: pathTo(origin),
    destinationPath: pathTo(destination),
    channel: 'ONLINE',
    decision: {
      number: `${decisionNumber}/QĐ-SH`,
      date: given.kind === 'OFFICIAL' ? '2026-05-04' : '2026-01-12',
      issuer: 'Công ty Cổ phần Sông Hồng',
      effectiveDate: given.stay?.from ?? '2026-05-15',
    },
    signed: signedLetters.has(name),
    convertsId: null,
    ...given,
  };
}

function officialOf(member: DemoMember, row: (typeof wanted)[number]): DemoDossier {
  const [state, origin, destination, requestedOn] = row;
  const decisionNumber = 120 + wanted.indexOf(row);
  const plain = { kind: 'OFFICIAL', reason: 'CHANGE_WORKPLACE', stay: null } as const;
  return dossierOf({
    ...plain,
    name: state,
    state,
    member,
    origin,
    destination,
    requestedOn,
    decisionNumber,
  });
}

/** A stay of somebody of the estate, whose branches take turns. */
function temporaryOf([state, destination, requestedOn, stay, name]: (typeof stays)[number], at: number) {
  const origin = `${estate}.00${2 + (at % 5)}`;
  const reason = (['STUDY', 'WORK', 'LABOUR'] as const)[at % 3] ?? 'STUDY';
  return dossierOf({
    kind: 'TEMPORARY',
    name: `stay:${name ?? state}`,
    state,
    member: applicantOf(origin),
    origin,
    destination,
    requestedOn,
    reason,
    stay: {
      purpose: 'Thực hiện nhiệm vụ theo quyết định của cơ quan',
      duesAt: 'TEMPORARY',
      lastActOn: null,
      ...stay,
    },
    decisionNumber: 200 + at,
  });
}

const admitted = applicantOf(completed.destination);

/** The transfer that is over, as the organisation tree must tell it. */
export const completedTransfer = {
  ...completed,
  memberId: admitted.id,
  dossier: officialOf(admitted, [
    'COMPLETED',
    completed.origin,
    completed.destination,
    completed.requestedOn,
  ]),
};

const official = [...wanted.map((row) => officialOf(applicantOf(row[1]), row)), completedTransfer.dossier];
const temporary = stays.map(temporaryOf);

/** The official transfer by which a stay becomes permanent, as the origin's agreement opened it. */
function conversionOf(stay: DemoDossier): DemoDossier {
  return {
    ...stay,
    id: demoId('transfer:conversion'),
    letterId: demoId('letter:conversion'),
    kind: 'OFFICIAL',
    state: 'SUBMITTED',
    reason: 'CHANGE_WORKPLACE',
    stay: null,
    signed: false,
    convertsId: stay.id,
    requestedOn: '2026-07-02',
    decision: { ...stay.decision, effectiveDate: '2026-07-01' },
  };
}

const conversions = temporary.filter(({ state }) => state === 'CONVERTED').map(conversionOf);
const dossiers = [...official, ...temporary, ...conversions];

const host = pathTo(`${company}.001`).at(-1) as DemoIncoming['destination'];

/** Somebody who comes from the army with a letter on paper, and is nobody's member here yet. */
const incoming: DemoIncoming = {
  id: demoId('transfer:INCOMING_PAPER'),
  member: {
    id: demoId('member:incoming'),
    fullName: 'Lương Văn Quyết',
    gender: 'MALE',
    dateOfBirth: '1994-04-21',
    joinDate: '2018-05-19',
    officialDate: '2019-05-19',
    legacyCardNumber: '71234567',
    profileNumber: '710042',
  },
  originText: 'Chi bộ Đại đội 3, Đảng bộ Trung đoàn 101',
  destination: host,
  reason: 'RESIGNED_DEMOBILISED',
  decision: {
    number: '88/QĐ-BTL',
    date: '2026-06-15',
    issuer: 'Bộ Tư lệnh Quân khu',
    effectiveDate: '2026-06-20',
  },
  letter: { number: '42/GT', issuedOn: '2026-06-22', duesPaidThrough: '2026-06' },
  enteredOn: '2026-07-01',
};

/** What transfers holds of the demo province: a dossier of either kind in every state. */
export function transfersData(): TransfersDemoData {
  return {
    dossiers,
    incoming: [incoming],
    officers: secretaries().map(({ unitId, holder, title }) => ({
      unitId,
      memberId: holder.id,
      name: holder.fullName,
      title,
    })),
  };
}

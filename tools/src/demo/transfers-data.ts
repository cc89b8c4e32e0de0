import type { TransfersDemoData } from '@dang/transfers/demo-data';
import { demoId } from './demo-id.ts';
import { membersOwing } from './fees-data.ts';
import { positions, secretaries } from './officers.ts';
import type { DemoMember } from './people.ts';
import { membersIn } from './people.ts';
import { pathTo } from './province.ts';

type DemoDossier = TransfersDemoData['dossiers'][number];

const estate = '05.200.044.000';
const company = '05.202.010.000';

/** A dossier of every state: how far it has come, from where to where, and the day of the request. */
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
];

/** The one that is over: the member belongs to the destination since the day of admission. */
const completed = {
  origin: `${estate}.006`,
  destination: `${company}.004`,
  requestedOn: '2026-05-11',
  admittedOn: '2026-05-22',
};

const busy = new Set(positions.map(({ holder }) => holder.id));

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

function dossierOf(
  member: DemoMember,
  [state, origin, destination, requestedOn]: (typeof wanted)[number],
): DemoDossier {
  const { id, fullName, dateOfBirth, joinDate, officialDate, legacyCardNumber, profileNumber } = member;
  return {
    id: demoId(`transfer:${state}`),
    letterId: demoId(`letter:${state}`),
    state,
    member: { id, fullName, dateOfBirth, joinDate, officialDate, legacyCardNumber, profileNumber },
    originPath: pathTo(origin),
    destinationPath: pathTo(destination),
    reason: 'CHANGE_WORKPLACE',
    channel: 'ONLINE',
    decision: {
      number: `${120 + wanted.findIndex(([one]) => one === state)}/QĐ-SH`,
      date: '2026-05-04',
      issuer: 'Công ty Cổ phần Sông Hồng',
      effectiveDate: '2026-05-15',
    },
    requestedOn,
  };
}

const admitted = applicantOf(completed.destination);

/** The transfer that is over, as the organisation tree must tell it. */
export const completedTransfer = {
  ...completed,
  memberId: admitted.id,
  dossier: dossierOf(admitted, ['COMPLETED', completed.origin, completed.destination, completed.requestedOn]),
};

const dossiers = [...wanted.map((row) => dossierOf(applicantOf(row[1]), row)), completedTransfer.dossier];

/** What transfers holds of the demo province: a dossier in every state. */
export function transfersData(): TransfersDemoData {
  return {
    dossiers,
    officers: secretaries().map(({ unitId, holder, title }) => ({
      unitId,
      memberId: holder.id,
      name: holder.fullName,
      title,
    })),
  };
}

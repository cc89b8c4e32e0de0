import type { Actor } from '@dang/access/actor';
import { setDossier, type Wanted } from './set-dossier.ts';
import { desks, TODAY, type TransferStage, units } from './transfer-stage.ts';

const { secretary, committee, ward, hostWard, hostCommittee, host } = desks;

/** An act that goes through in a state, and whose it is; null: the applicant's. */
export type Possible = readonly [mutation: string, actor: Actor | null];

interface Situation {
  readonly wanted: Partial<Wanted>;
  /** Of the sealed file: is it sealed, and was it presented? */
  readonly file?: 'SEALED' | 'PRESENTED';
  readonly acts: readonly Possible[];
}

const stay = { kind: 'TEMPORARY' } as const;

/** States of both tables, and what can be done there by the usual people without anything more being brought. */
export const situations: Readonly<Record<string, Situation>> = {
  'a request': {
    wanted: {},
    acts: [
      ['requestTransferSupplement', secretary],
      ['recordReviewMeeting', secretary],
      ['rejectTransfer', secretary],
      ['withdrawTransfer', null],
    ],
  },
  'a supplement that is asked for': {
    wanted: { status: 'SUPPLEMENT_REQUESTED' },
    acts: [
      ['supplementTransfer', null],
      ['withdrawTransfer', null],
    ],
  },
  'a member who was reviewed': {
    wanted: { status: 'ORIGIN_MET' },
    acts: [
      ['issueLetter', secretary],
      ['rejectTransfer', secretary],
      ['withdrawTransfer', null],
    ],
  },
  'a letter at the origin': {
    wanted: { signed: 1 },
    acts: [
      ['signLetterBox', committee],
      ['returnLetterBox', committee],
      ['withdrawTransfer', null],
    ],
  },
  'a letter that came back to box 1': {
    wanted: { signed: 1, handedBack: true },
    acts: [
      ['signLetterBox', secretary],
      ['voidLetter', secretary],
      ['withdrawTransfer', null],
    ],
  },
  'a letter that was sent': {
    wanted: { signed: 3 },
    file: 'SEALED',
    acts: [
      ['signLetterBox', hostWard],
      ['returnTransfer', hostWard],
      ['recordSealedFile', committee],
      ['reportFileLoss', null],
    ],
  },
  'a letter that was returned': {
    wanted: { signed: 3, status: 'RETURNED_BY_DEST' },
    acts: [
      ['correctAndResendTransfer', ward],
      ['cancelTransfer', secretary],
      ['voidLetter', secretary],
    ],
  },
  'a member who is waited for': {
    wanted: { signed: 5 },
    file: 'SEALED',
    acts: [
      ['recordPresentation', host],
      ['returnTransfer', host],
      ['reportFileLoss', null],
    ],
  },
  'a member who has come': {
    wanted: { signed: 5 },
    file: 'PRESENTED',
    acts: [
      ['admitMember', host],
      ['returnTransfer', host],
    ],
  },
  'a letter for a stay that was sent': {
    wanted: { ...stay, signed: 2 },
    acts: [
      ['receiveStayLetter', hostCommittee],
      ['returnTransfer', hostCommittee],
    ],
  },
  'a stay that may begin': {
    wanted: { ...stay, signed: 3 },
    acts: [
      ['confirmTemporaryStay', host],
      ['returnTransfer', host],
    ],
  },
  'a stay that runs': {
    wanted: { ...stay, signed: 4 },
    acts: [
      ['writeStayComment', host],
      ['addStayNote', host],
      ['requestStayExtension', null],
      ['requestStayConversion', null],
    ],
  },
  'a longer term that is asked for': {
    wanted: { ...stay, signed: 4, status: 'EXTENSION_REQUESTED' },
    acts: [
      ['grantStayExtension', hostCommittee],
      ['refuseStayExtension', hostCommittee],
      ['addStayNote', host],
    ],
  },
  'a letter on its way back': {
    wanted: { ...stay, signed: 5 },
    acts: [
      ['signLetterBox', hostCommittee],
      ['returnLetterBox', hostCommittee],
    ],
  },
};

/** A dossier of a fresh member from branch 1 to the sales branch in this situation. */
export async function inSituation(stage: TransferStage, name: string) {
  const { wanted, file } = situations[name] as Situation;
  const applicant = await stage.newMember();
  const usual = {
    kind: 'OFFICIAL',
    originId: units.branch1,
    destinationId: units.sales,
    signed: null,
  } as const;
  const em = stage.em().fork();
  const id = await em.transactional(async (inner) => {
    const made = await setDossier(inner, { ...usual, ...wanted, memberId: applicant.memberId });
    if (file === undefined) return made;
    const received = file === 'PRESENTED' ? TODAY : null;
    await inner.execute(
      `insert into sealed_file (dossier_id, documents, sealed_on, sealed_by_name, carried_by_name, received_on, seal_intact)
       values (?, '[{"name": "Phiếu đảng viên", "pages": 8}]', ?, 'Cán bộ', 'Đảng viên', ?, ?)`,
      [made, TODAY, received, received && true],
    );
    await inner.execute('update transfer_dossier set presented_on = ? where id = ?', [received, made]);
    return made;
  });
  return { id, applicant };
}

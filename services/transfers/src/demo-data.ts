import { recordSignature } from '@dang/documents/signing/sign-document';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { LetterIssued } from '@dang/events/contracts/transfers/letter-issued';
import { TemporaryStayEnded } from '@dang/events/contracts/transfers/temporary-stay-ended';
import { TemporaryStayStarted } from '@dang/events/contracts/transfers/temporary-stay-started';
import { recordEvents } from '@dang/events/outbox';
import { dossierNumber } from '@dang/vietnam/identifiers';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DemoDossier, DemoOfficer } from './demo/demo-dossier.ts';
import { type DemoIncoming, incomingDossier, loadIncoming } from './demo/incoming.ts';
import type { Play } from './demo/play.ts';
import { playDossier } from './demo/play-dossier.ts';
import {
  boxRows,
  entryRows,
  letterRows,
  meetingRows,
  playedDossier,
  registeredRows,
  sealedFileRows,
} from './demo/played-rows.ts';
import {
  conversionRows,
  endedFacts,
  extensionRows,
  noteRows,
  startedFacts,
  stayRows,
} from './demo/played-stays.ts';
import { type DemoSigning, type NumberedLetter, signDemoLetters } from './demo/sign-demo-letters.ts';
import { stateOf } from './dossier/dossier.events.ts';
import { findDossiers } from './dossier/dossier.reads.ts';
import type { DossierRow } from './dossier/dossier.row.ts';

/**
 * What the demo province holds of transfers: dossiers by the state they have come to, and who acts for each unit of their
 * chains. Steps, letters, boxes, register numbers, meetings, stays and history follow from the rules. They are told as states; of facts
 * the letters still on their way, which stop the origin charging (the member of a `COMPLETED` one already belongs to the destination), and
 * stays that began and ended.
 */
export interface TransfersDemoData {
  dossiers: DemoDossier[];
  /** Letters that came on paper from outside of the system, and wait to be taken over. */
  incoming: DemoIncoming[];
  /** One for every unit that takes a step. */
  officers: DemoOfficer[];
}

/**
 * Loads the demo province into an empty database, in one transaction with its events, after the boxes that are to carry digital signatures were
 * signed (none without `signing`); a second call does nothing.
 */
export async function loadDemoData(
  em: SqlEntityManager,
  data: TransfersDemoData,
  signing: DemoSigning | null,
): Promise<void> {
  const loaded = await em.execute(`select from demo_load where name = 'province'`);
  if (loaded.length > 0) return;
  const officers = new Map(data.officers.map((officer) => [officer.unitId, officer]));
  const plays = data.dossiers.map((dossier) => playDossier(dossier, officers));
  const entries = numberedEntries(plays);
  const dossiers = numberedDossiers(plays);
  const incoming = numberedIncoming(data.incoming);
  const signed = signing ? await signDemoLetters(signing, numberedBoxes(plays, dossiers, entries)) : [];
  await em.transactional(async (inner) => {
    const first = await inner.execute(
      `insert into demo_load (name) values ('province') on conflict do nothing returning name`,
    );
    if (first.length === 0) return;
    await insertRows(
      inner,
      'transfer_dossier',
      [...dossiers, ...incoming].map((row) => columnsOf({ ...row, letterId: null })),
    );
    await insertRows(inner, 'introduction_letter', numberedLetters(plays, entries));
    await inner.execute(
      'update transfer_dossier d set letter_id = l.id from introduction_letter l where l.dossier_id = d.id',
    );
    await insertRows(inner, 'letter_box', plays.flatMap(boxRows));
    for (const { letterId, index, prepared } of signed) {
      const signatureId = await recordSignature(inner, prepared, { chain: true });
      await inner.execute('update letter_box set signature_id = ? where letter_id = ? and box_index = ?', [
        signatureId,
        letterId,
        index,
      ]);
    }
    await insertRows(inner, 'register_entry', entries);
    await insertRows(inner, 'dossier_entry', plays.flatMap(entryRows));
    await insertRows(inner, 'sealed_file', plays.flatMap(sealedFileRows));
    await insertRows(inner, 'branch_meeting', plays.flatMap(meetingRows));
    await insertRows(inner, 'temporary_stay', plays.flatMap(stayRows));
    await insertRows(inner, 'stay_note', plays.flatMap(noteRows));
    await insertRows(inner, 'stay_extension', plays.flatMap(extensionRows));
    await insertRows(inner, 'stay_conversion', conversionRows(plays));
    await inner.execute(
      `insert into register_counter (unit_id, year, direction, last)
       select unit_id, year, direction, max(seq) from register_entry group by unit_id, year, direction`,
    );
    await inner.execute(
      `insert into dossier_counter (unit_id, day, last)
       select coalesce(origin_branch_id, destination_branch_id), requested_on, count(*) from transfer_dossier group by 1, 2`,
    );
    for (const one of data.incoming)
      await loadIncoming(inner, one, officers.get(one.destination.id) as DemoOfficer);
    const ids = [...dossiers, ...incoming].map(({ id }) => id);
    const rows = await findDossiers(inner, ids, { sql: 'd.submitted', values: [] });
    const events = rows.map((row) => ({ aggregateId: row.id, version: row.version, data: stateOf(row) }));
    await recordEvents(inner, DossierStateChanged, events, { service: 'transfers' });
    await recordEvents(inner, LetterIssued, plays.flatMap(letterOnItsWay), { service: 'transfers' });
    const numberOf = new Map(dossiers.map(({ id, number }) => [id, number]));
    const factsOf = <Fact>(tell: (play: Play, number: string) => Fact[]) =>
      plays.flatMap((play) => tell(play, numberOf.get(play.wanted.id) ?? ''));
    await recordEvents(inner, TemporaryStayStarted, factsOf(startedFacts), { service: 'transfers' });
    await recordEvents(inner, TemporaryStayEnded, factsOf(endedFacts), { service: 'transfers' });
  });
}

/** The fact of a letter that has not arrived yet; none for a dossier without one. */
function letterOnItsWay(play: Play) {
  const { wanted, origin } = play;
  return letterRows(play)
    .filter(({ status }) => status === 'ISSUED')
    .map(({ id, issued_on, dues_paid_through }) => ({
      aggregateId: wanted.id,
      data: {
        transferId: wanted.id,
        letterId: id,
        memberId: wanted.member.id,
        originBranchId: origin.id,
        kind: wanted.kind,
        keepsDues: wanted.stay?.duesAt === 'OFFICIAL',
        duesPaidThrough: dues_paid_through,
        issuedOn: issued_on,
      },
    }));
}

/** Hands out 1, 2, 3 … for each key. */
function counter(): (key: string) => number {
  const last = new Map<string, number>();
  return (key) => {
    const next = (last.get(key) ?? 0) + 1;
    last.set(key, next);
    return next;
  };
}

type NumberedEntry = ReturnType<typeof registeredRows>[number] & { seq: number };

/** The entries of each register, numbered in the order of their days. */
function numberedEntries(plays: readonly Play[]): NumberedEntry[] {
  const next = counter();
  return plays
    .flatMap(registeredRows)
    .toSorted((a, b) => a.entered_on.localeCompare(b.entered_on))
    .map((entry) => ({ ...entry, seq: next(`${entry.unit_id} ${entry.year} ${entry.direction}`) }));
}

/** Every letter with its dossier and the numbers of its boxes. */
const numberedBoxes = (
  plays: readonly Play[],
  dossiers: readonly DossierRow[],
  entries: readonly NumberedEntry[],
): NumberedLetter[] =>
  plays.map((play, at) => ({
    play,
    dossier: dossiers[at] as DossierRow,
    numbers: new Map(
      entries
        .filter(({ letter_id }) => letter_id === play.wanted.letterId)
        .map((entry) => [entry.box_index, entry]),
    ),
  }));

/** A letter's number is that of its box 1. */
function numberedLetters(plays: readonly Play[], entries: readonly NumberedEntry[]) {
  return plays.flatMap(letterRows).map((letter) => {
    const entry = entries.find((one) => one.letter_id === letter.id && one.box_index === 1);
    return { ...letter, number: entry?.seq, register_year: entry?.year };
  });
}

function numberedDossiers(plays: readonly Play[]): DossierRow[] {
  const next = counter();
  return plays.map((play) => {
    const { origin, wanted } = play;
    const sequence = next(`${origin.id} ${wanted.requestedOn}`);
    const procedure = wanted.kind === 'OFFICIAL' ? 'P3' : 'P4';
    return playedDossier(play, dossierNumber(origin.code, procedure, wanted.requestedOn, sequence));
  });
}

/** A letter from outside takes its number of the branch that it comes to, where nobody leaves on that day. */
function numberedIncoming(letters: readonly DemoIncoming[]): DossierRow[] {
  const next = counter();
  return letters.map((letter) => {
    const { destination, enteredOn } = letter;
    const sequence = next(`${destination.id} ${enteredOn}`);
    return incomingDossier(letter, dossierNumber(destination.code, 'P3', enteredOn, sequence));
  });
}

/** The columns of a row by the names of its fields: `requestedOn` is kept as `requested_on`. */
const columnsOf = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );

/** Inserts rows whose keys are columns of the table; all rows have the same keys. */
async function insertRows(em: SqlEntityManager, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  if (rows.length === 0) return;
  await em.execute(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, ?::jsonb)`,
    [JSON.stringify(rows)],
  );
}

import { join } from 'node:path';
import { freePort } from '@dang/tools/servers/free-port';
import { startPostgres } from '@dang/tools/servers/postgres-server';
import { foreignShare, readCpuUse } from '../lib/environment-facts.ts';
import type { Scenario } from '../lib/scenario.ts';
import { median } from '../lib/stats.ts';
import { type DocumentsStage, openDocuments, people } from './documents.stage.ts';
import { inOwnFolder } from './start.system.ts';

const MEMBERS = 500;
const SHEETS_A_CALL = 30;

const list = 'commentList { id version status }';
const chosen = 'items { id item { id version } refusal { code } }';

type Choice = { itemId: string; expectedVersion: number };

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

/** Makes a list of these members and takes it to its approver. */
async function submittedList(house: DocumentsStage, memberIds: readonly string[]) {
  const made = await house.act(
    people.workplace,
    'createCommentList',
    { unitId: house.company, year: 2026, purpose: 'YEARLY', memberIds },
    list,
  );
  const { id: listId, version: expectedVersion } = made.commentList;
  const done = await house.act(people.workplace, 'submitCommentList', { listId, expectedVersion }, list);
  return { listId, expectedVersion: done.commentList.version as number };
}

/** Approves and sends a list; both are looked at together, as whoever waits does. */
async function approveAndSend(
  house: DocumentsStage,
  { listId, expectedVersion }: { listId: string; expectedVersion: number },
) {
  const { commentList } = await house.act(
    people.workplace,
    'approveCommentList',
    { listId, expectedVersion },
    list,
  );
  await house.act(
    people.workplace,
    'sendCommentList',
    { listId, expectedVersion: commentList.version },
    list,
  );
}

type Sent = { seconds: number[]; statements: number[] };

/** Lists of 500 members, approved and sent; and how many statements that is, for 500 and for 50. */
async function sendLists(house: DocumentsStage, times: number): Promise<Sent> {
  const seconds: number[] = [];
  const statements: number[] = [];
  for (const members of [50, MEMBERS]) {
    const ready = await submittedList(house, await house.enrol(members, 'all wards'));
    statements.push(await house.statementsOf(() => approveAndSend(house, ready)));
  }
  for (let n = 0; n < times; n += 1) {
    const ready = await submittedList(house, await house.enrol(MEMBERS, 'all wards'));
    seconds.push(await secondsOf(() => approveAndSend(house, ready)));
    const [counted] = await house
      .em()
      .execute<{ n: number }[]>('select count(*)::int as n from comment_item where list_id = ?', [
        ready.listId,
      ]);
    if (counted?.n !== MEMBERS) throw new Error(`the list made ${counted?.n} items`);
  }
  return { seconds, statements };
}

/** So many sheets that are approved and wait to be signed. */
async function approvedSheets(house: DocumentsStage, count: number): Promise<Choice[]> {
  const ready = await submittedList(house, await house.enrol(count, 'first ward'));
  await approveAndSend(house, ready);
  const items: { id: string; version: number }[] = await house
    .em()
    .execute('select id, version from comment_item where list_id = ?', [ready.listId]);
  const choices: Choice[] = [];
  const content = {
    exemplaryConduct: 'EXEMPLARY_GOOD',
    civicDuty: 'LEADING',
    meetingAttendance: 'FULL',
    contactKeeping: 'REGULAR_ACTIVE',
    mobilisation: 'VERY_ACTIVE',
    proposal: 'COMMEND',
    otherComment: 'Gia đình văn hóa tiêu biểu nhiều năm, tích cực tham gia tổ hòa giải.',
    meetingOn: '2026-07-05',
    frontCommitteeMet: true,
  };
  const after = ({ items: done }: { items: { item: { id: string; version: number } }[] }) =>
    done.map(({ item }) => ({ itemId: item.id, expectedVersion: item.version }));
  for (let from = 0; from < items.length; from += SHEETS_A_CALL) {
    const part = items.slice(from, from + SHEETS_A_CALL);
    const itemIds = part.map(({ id }) => id);
    const started = after(await house.act(people.branch, 'startCommentSheets', { itemIds }, chosen));
    const sheets = started.map((item) => ({ ...item, content }));
    const saved = after(await house.act(people.branch, 'saveCommentSheets', { sheets }, chosen));
    const submitted = after(await house.act(people.branch, 'submitCommentSheets', { items: saved }, chosen));
    choices.push(
      ...after(await house.act(people.ward, 'approveCommentSheets', { items: submitted }, chosen)),
    );
  }
  return choices;
}

type Signed = { rates: number[]; cpuMs: number[] };

/** Signs and sends sheets as a ward does, 30 a call: sheets a second of each call, and what a sheet takes of this process. */
async function signSheets(house: DocumentsStage, choices: readonly Choice[]): Promise<Signed> {
  const rates: number[] = [];
  const cpuMs: number[] = [];
  for (let from = 0; from < choices.length; from += SHEETS_A_CALL) {
    const items = choices.slice(from, from + SHEETS_A_CALL);
    const before = process.cpuUsage();
    const seconds = await secondsOf(() =>
      house.act(people.ward, 'signAndSendCommentSheets', { items }, chosen),
    );
    const { user, system } = process.cpuUsage(before);
    rates.push(items.length / seconds);
    cpuMs.push((user + system) / 1_000 / items.length);
  }
  return { rates, cpuMs };
}

/** Sheets rendered, signed, checked, kept and delivered; lists of 500 members approved and sent. */
export const documents: Scenario = ({ isQuick, say }) =>
  inOwnFolder('documents', async (folder) => {
    const postgres = await startPostgres({
      dataDirectory: join(folder, 'postgres'),
      port: await freePort(),
      durable: true,
      say,
    });
    const house = await openDocuments(postgres.url('postgres'), folder);
    try {
      const before = readCpuUse();
      const { seconds, statements } = await sendLists(house, isQuick ? 2 : 5);
      const [few = 0, many = 0] = statements;
      say(`lists sent in ${median(seconds).toFixed(2)} s`);
      const calls = isQuick ? 2 : 6;
      const choices = await approvedSheets(house, (calls + 1) * SHEETS_A_CALL);
      const signed = await signSheets(house, choices);
      const [rates, cpuMs] = [signed.rates.slice(1), signed.cpuMs.slice(1)];
      const [kept] = await house
        .em()
        .execute<{ n: number }[]>(
          `select count(*)::int as n from comment_sheet where status = 'DELIVERED' and signature_id is not null`,
        );
      if (kept?.n !== choices.length)
        throw new Error(`${kept?.n} sheets are delivered, not ${choices.length}`);
      const share = foreignShare(before, readCpuUse());
      return {
        figures: [
          {
            goal: 'documents-sheets',
            value: median(rates),
            low: Math.min(...rates),
            high: Math.max(...rates),
          },
          {
            goal: 'documents-list',
            value: median(seconds),
            low: Math.min(...seconds),
            high: Math.max(...seconds),
          },
          { goal: 'documents-statements', value: many - few },
        ],
        table: [
          ['work', 'median', 'least to most'],
          [
            'sheets a second, 30 a call',
            median(rates).toFixed(1),
            `${Math.min(...rates).toFixed(1)}–${Math.max(...rates).toFixed(1)}`,
          ],
          [
            'CPU of this process a sheet, ms',
            median(cpuMs).toFixed(0),
            `${Math.min(...cpuMs).toFixed(0)}–${Math.max(...cpuMs).toFixed(0)}`,
          ],
          [
            `a list of ${MEMBERS} approved and sent, seconds`,
            median(seconds).toFixed(2),
            `${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)}`,
          ],
          [`statements for it (for a list of 50: ${few})`, `${many}`, ''],
        ],
        notes: [
          `Through the graph of evaluation on a durable PostgreSQL, from the mutation to its answer. A sheet is rendered as PDF with its fonts and QR code, signed by a key behind HTTP (the stand-in, a process of its own on the same cores), checked against issuer and list of revocations, encrypted, written with fsync, and delivered with its history, events and audit line. The first call of ${SHEETS_A_CALL} warms up and is not counted. Lists go to eight wards; every run is checked: as many items as members, as many signed sheets as asked for.`,
        ],
        packages: ['@mikro-orm/postgresql', 'pdfkit', 'pkijs'],
        foreign: [share?.foreign ?? null],
      };
    } finally {
      await house.close();
      await postgres.stop();
    }
  });

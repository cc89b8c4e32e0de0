import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Journey, People } from './transfers.people.ts';

// biome-ignore lint/suspicious/noExplicitAny: an answer of the graph is read by the shape its query wrote down.
type Answer = Record<string, any>;

/** Asks the graph as this person; throws on an error. */
export type Ask = (actor: Actor, query: string, variables: Record<string, unknown>) => Promise<Answer>;

/** What is done in a transfer, in its order; a letter has from one to four boxes that are signed digitally. */
export const steps = {
  documents: 'the member brings two documents, of one page each',
  request: 'the member asks',
  desk: 'a secretary opens the desk: 20 dossiers with what can be done',
  meeting: 'the branch records its review',
  issue: 'the branch issues the letter (box 1, by name)',
  box: 'a committee signs its box: PDF, signature, register',
  seal: 'the branch seals the file',
  present: 'the member presents letter and file',
  admit: 'the branch admits the member (box 10, by name)',
} as const;

export type Step = keyof typeof steps;

/** Does one step, and may look at the clock or count before and after. */
export type Observe = <Result>(step: Step, work: () => Promise<Result>) => Promise<Result>;

/** What a journey came to. */
export type Arrival = { transferId: string; memberId: string; destinationBranchId: string; signed: number };

type Seen = { id: string; version: number; status: string; waitingFor: { id: string } | null };

const seen = 'transfer { id version status waitingFor { id } }';
const deskQuery = `query Desk { transferDesk(first: 20) { edges { node {
  id number status dueOn overdue requestedAt subject { fullName } availableActions { action label allowed reason } } } } }`;

/** Does one mutation; a refusal is a fault of the bench. */
async function act(
  ask: Ask,
  actor: Actor,
  [field, selection, kind = `${field[0]?.toUpperCase()}${field.slice(1)}Input`]: [string, string, string?],
  input: object,
): Promise<Answer> {
  const document = `mutation ${field}($input: ${kind}!) { ${field}(input: $input) { ${selection} refusal { code field } } }`;
  const { [field]: answer } = await ask(actor, document, {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  if (answer.refusal) throw new Error(`${field}: ${answer.refusal.code} ${answer.refusal.field ?? ''}`);
  return answer;
}

/** The member announces a file and puts its bytes to the address that comes back; answers its id. */
async function bring(ask: Ask, actor: Actor, bytes: Buffer): Promise<string> {
  const file = { fileName: 'quyet-dinh.pdf', contentType: 'application/pdf', size: bytes.length };
  const prepared = ['prepareTransferUpload', 'upload { id url }', 'PrepareUploadInput'] as [
    string,
    string,
    string,
  ];
  const { upload } = await act(ask, actor, prepared, file);
  const answer = await fetch(upload.url, {
    method: 'PUT',
    headers: { 'content-type': file.contentType },
    body: new Uint8Array(bytes),
  });
  if (!answer.ok) throw new Error(`a file was not taken: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
  return upload.id;
}

/** From the request to the admission, each step by whom the graph says it waits for. `day` is today, `YYYY-MM-DD`. */
export async function travel(
  { traveller, destinationBranchId }: Journey,
  given: { ask: Ask; people: People; observe: Observe; paper: Buffer; day: string },
): Promise<Arrival> {
  const { ask, people, observe, paper, day } = given;
  const { actor, branchId } = traveller;
  const [origin, host] = [people.leaderOf(branchId), people.leaderOf(destinationBranchId)];
  const fileIds = await observe('documents', () =>
    Promise.all([bring(ask, actor, paper), bring(ask, actor, paper)]),
  );
  const opened = await observe('request', () =>
    act(ask, actor, ['requestOfficialTransfer', seen], {
      destinationBranchId,
      reason: 'CHANGE_WORKPLACE',
      decisionNumber: '128/QĐ-SH',
      decisionDate: day,
      decisionIssuer: 'Công ty Cổ phần Sông Hồng',
      effectiveDate: day,
      documents: fileIds.map((fileId, at) => ({ fileId, role: at === 0 ? 'DECISION' : 'SELF_CRITICISM' })),
    }),
  );
  let now: Seen = opened.transfer;
  const doStep = async (step: Step, by: Actor, field: string, more: object = {}): Promise<void> => {
    const about = { transferId: now.id, expectedVersion: now.version };
    now = (await observe(step, () => act(ask, by, [field, seen], { ...about, ...more }))).transfer;
  };
  const meeting = {
    date: day,
    present: 17,
    totalMembers: 20,
    conclusion: 'Nhất trí.',
    votesFor: 17,
    votesAgainst: 0,
  };

  await observe('desk', () => ask(origin, deskQuery, {}));
  await doStep('meeting', origin, 'recordReviewMeeting', { meeting });
  await doStep('issue', origin, 'issueLetter');
  let signed = 0;
  while (now.status !== 'AT_DEST_BRANCH') {
    if (now.waitingFor === null) throw new Error(`a letter waits for nobody: ${now.status}`);
    const signer = people.leaderOf(now.waitingFor.id);
    await observe('desk', () => ask(signer, deskQuery, {}));
    await doStep('box', signer, 'signLetterBox', { comment: 'Nhất trí với bản tự kiểm điểm của đồng chí.' });
    signed += 1;
  }
  const documents = [
    { name: 'Phiếu đảng viên', pages: 8 },
    { name: 'Bản tự kiểm điểm', pages: 3 },
  ];
  await doStep('seal', origin, 'recordSealedFile', { sealedOn: day, documents });
  await doStep('present', host, 'recordPresentation', { receivedOn: day, sealIntact: true });
  await doStep('admit', host, 'admitMember', { meeting });
  return { transferId: now.id, memberId: actor.memberId, destinationBranchId, signed };
}

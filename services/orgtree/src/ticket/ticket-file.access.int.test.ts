import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { readFile } from '@dang/documents/files/stored-file';
import { pathOf, uploadFile } from '@dang/documents/testing-files';
import { samplePng } from '@dang/documents/testing-samples';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openReporting, people, type Subgraph } from '../../test/report-stage.ts';
import { onTicket, openTicket, ticketAct } from '../../test/ticket-stage.ts';
import { definition } from '../definition.ts';

let subgraph: Subgraph;
let doors: ReturnType<typeof openTestDoors>;
beforeAll(async () => {
  subgraph = await openReporting('2026-07-06');
  doors = openTestDoors(subgraph, definition.doors ?? []);
});
afterAll(async () => {
  await doors?.close();
  await subgraph?.close();
});

const mutation = 'prepareTicketUpload';
const bring = (actor: Actor) => uploadFile(subgraph, doors.app, { mutation, actor, file: samplePng() });
const shown = async (actor: Actor, id: string) => {
  const { data } = await subgraph.execute(
    `{ ticket(id: "${id}") { attachments { id fileName contentType size url } } }`,
    {},
    actor,
  );
  return data?.ticket?.attachments ?? null;
};
const codeOf = (answer: { refusal: { code: string } | null }) => answer.refusal?.code ?? 'done';

describe('Mutation.prepareTicketUpload', () => {
  const prepare = async (actor: Actor | null, change: object = {}) => {
    const { data, errors } = await subgraph.execute(
      `mutation ($input: PrepareUploadInput!) { ${mutation}(input: $input) { upload { id } refusal { code } } }`,
      {
        input: {
          idempotencyKey: randomUUID(),
          fileName: 'man-hinh.png',
          contentType: 'image/png',
          size: 90,
          ...change,
        },
      },
      actor,
    );
    return errors?.[0]?.extensions?.code ?? data?.[mutation].refusal?.code ?? 'done';
  };
  test('is closed to nobody and open to whoever may ask, applicants too', async () => {
    expect(await prepare(null)).toBe('UNAUTHENTICATED');
    for (const actor of [people.binh, people.applicant, people.support])
      expect(await prepare(actor)).toBe('done');
  });
  test('takes nothing secret, and no path', async () => {
    expect(await prepare(people.binh, { classification: 'TOP_SECRET' })).toBe('FILE_CLASSIFIED');
    expect(await prepare(people.binh, { fileName: '../man-hinh.png' })).toBe('FILE_NAME_INVALID');
  });
});

describe('files of a ticket', () => {
  test('are seen by the asker and the support team, in the order in which they came, and by nobody else', async () => {
    const first = await bring(people.binh);
    const { id } = await openTicket(subgraph, people.binh, { fileIds: [first] });
    const second = await bring(people.binh);
    const reply = { text: 'Thêm ảnh', fileIds: [second] };
    expect(codeOf(await onTicket(subgraph, 'replyToTicket', people.binh, id, reply))).toBe('done');
    for (const actor of [people.binh, people.support, people.city]) {
      const files = await shown(actor, id);
      expect(files.map((file: { id: string }) => file.id)).toEqual([first, second]);
      const fetched = await doors.app.inject({ url: pathOf(files[0].url) });
      expect([fetched.statusCode, fetched.rawPayload.equals(samplePng().bytes)]).toEqual([200, true]);
    }
    for (const actor of [people.an, people.applicant, people.otherWard, people.admin])
      expect(await shown(actor, id)).toBeNull();
  });

  test('are one’s own, brought, and of one ticket; else nothing is opened', async () => {
    const mine = await bring(people.binh);
    const ask = (actor: Actor, fileIds: string[]) =>
      ticketAct(subgraph, 'openTicket', actor, { category: 'OTHER', text: 'Hỏi', fileIds }).then(codeOf);
    expect(await ask(people.an, [mine])).toBe('FILE_NOT_UPLOADED');
    expect(await ask(people.binh, [randomUUID()])).toBe('FILE_NOT_UPLOADED');
    expect(await ask(people.binh, [mine, randomUUID()])).toBe('FILE_NOT_UPLOADED');
    expect(await ask(people.binh, [mine, mine])).toBe('done');
    expect(await ask(people.binh, [mine])).toBe('FILE_IN_USE');
    expect(
      await ask(
        people.binh,
        Array.from({ length: 21 }, () => randomUUID()),
      ),
    ).toBe('BAD_USER_INPUT');
    const [{ count } = { count: 0 }] = await subgraph
      .em()
      .execute<{ count: number }[]>(`select count(*)::int as count from ticket where body = 'Hỏi'`);
    expect(count).toBe(1);
  });

  test('a list of tickets asks for all their files at once', async () => {
    for (let number = 0; number < 3; number += 1)
      await openTicket(subgraph, people.an, { fileIds: [await bring(people.an)] });
    const statements: string[] = [];
    const logger = subgraph.orm.config.getLogger();
    const { log, isEnabled } = logger;
    Object.assign(logger, {
      isEnabled: () => true,
      log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
    });
    const { data, errors } = await subgraph.execute(
      '{ myTickets { edges { node { attachments { id } } } } }',
      {},
      people.an,
    );
    Object.assign(logger, { log, isEnabled });
    expect(errors).toBeUndefined();
    expect(statements).toHaveLength(2);
    const lengths = data?.myTickets.edges.map(
      ({ node }: { node: { attachments: [] } }) => node.attachments.length,
    );
    expect(lengths).toEqual([1, 1, 1]);
  });

  test('go with a ticket that is forgotten', async () => {
    const file = await bring(people.an);
    const { id } = await openTicket(subgraph, people.an, { fileIds: [file] });
    expect(codeOf(await onTicket(subgraph, 'closeTicket', people.an, id))).toBe('done');
    await subgraph
      .em()
      .execute(`update ticket set closed_on = '2020-01-01', opened_on = '2020-01-01' where id = ?`, [id]);
    await subgraph.runJob('apply-retention');
    expect(await readFile(subgraph.em(), subgraph.environment, file)).toBeNull();
    await expect(
      subgraph.em().execute('delete from stored_file where attached_kind is not null'),
    ).rejects.toThrow('is not deleted');
  });
});

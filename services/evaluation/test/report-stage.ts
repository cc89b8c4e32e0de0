import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { uploadFile } from '@dang/documents/testing-files';
import { samplePdf } from '@dang/documents/testing-samples';
import { testActor } from '@dang/service/testing';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { definition } from '../src/definition.ts';
import { type ItemWish, openItems } from './item-stage.ts';

export type ReportStage = Awaited<ReturnType<typeof openReports>>;

const answer = `selfReport { status version generalComment file { fileName } channel enteredByTitle sentAt } refusal { code field }`;

/** Items with a report that is asked for, and ways to write it as anybody. */
export async function openReports() {
  const items = await openItems();
  const doors = openTestDoors(items, definition.doors ?? []);
  return {
    ...items,
    /** A member who is asked for a report, and the item with which they are. */
    async asked(wish: ItemWish = {}) {
      const member = testActor();
      const item = await items.item({
        selfReportRequired: true,
        memberId: member.memberId as string,
        ...wish,
      });
      return { member, item };
    },
    /** A file that this person has brought; answers its id. */
    async bring(actor: Actor, fileName = 'bao-cao.pdf'): Promise<string> {
      const file = await samplePdf(fileName);
      return uploadFile(items, doors.app, { mutation: 'prepareCommentUpload', actor, file });
    },
    /** Writes a report as it stands now; answers what came of it, or the code of the error. */
    async write(actor: Actor | null, name: string, itemId: string, more: Record<string, unknown> = {}) {
      const [row] = await items
        .em()
        .execute<{ version: number }[]>('select version from self_report where item_id = ?', [itemId]);
      const input = { idempotencyKey: randomUUID(), itemId, expectedVersion: row?.version ?? 1, ...more };
      const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
      const { data, errors } = await items.execute(
        `mutation ($input: ${type}) { done: ${name}(input: $input) { ${answer} } }`,
        { input },
        actor,
      );
      return data?.done ?? { error: errors?.[0]?.extensions?.code };
    },
    /** The report as somebody sees it on its item; undefined where the item is not there for them. */
    async seen(actor: Actor, itemId: string) {
      const { data, errors } = await items.execute(
        `query ($id: UUID!) { commentItem(id: $id) { selfReportMissing selfReport {
           status generalComment file { fileName url } availableActions { action allowed code } history { label byTitle } } } }`,
        { id: itemId },
        actor,
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return data?.commentItem ?? undefined;
    },
    async close() {
      await doors.close();
      await items.close();
    },
  };
}

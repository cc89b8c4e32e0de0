import { randomUUID } from 'node:crypto';
import { makeForm } from '@dang/documents/form';
import { patiently, reach } from './patience.ts';
import type { Person, Stage } from './stage.ts';
import { demand } from './surprise.ts';

/** A real PDF of one page, as somebody would have written or scanned it; `who` stands in its footer. */
export const onePage = (page: {
  title: string;
  heading: string;
  paragraph: string;
  who: string;
}): Promise<Buffer> =>
  makeForm({ title: page.title, madeAt: new Date('2026-07-06T03:00:00Z'), footer: page.who }, (form) => {
    form.title(page.heading);
    form.paragraph(page.paragraph);
  });

/** Announces a PDF through `mutation` (`prepareCommentUpload`) and puts its bytes to the address that comes back; answers its id. */
export async function upload(
  stage: Stage,
  person: Person,
  { mutation, fileName, bytes }: { mutation: string; fileName: string; bytes: Buffer },
): Promise<string> {
  const { [mutation]: announced } = await person.ask(
    `mutation Announce($input: PrepareUploadInput!) {
       ${mutation}(input: $input) { upload { id url contentType } refusal { code message } } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        fileName,
        contentType: 'application/pdf',
        size: bytes.length,
      },
    },
  );
  demand(!announced.refusal, `the file was refused: ${announced.refusal?.code}`);
  const { id, url, contentType } = announced.upload;
  const answer = await patiently(stage.tell, () =>
    reach(url, { method: 'PUT', headers: { 'content-type': contentType }, body: new Uint8Array(bytes) }),
  );
  demand(answer.ok, `the file was not taken: ${answer.status} ${await answer.text()}`);
  stage.tell(`${person.label}: tải lên ${fileName} (${bytes.length.toLocaleString('vi-VN')} byte)`);
  return id;
}

/** Fetches what is behind a link of ours. */
export async function download(stage: Stage, what: string, url: string | null | undefined): Promise<Buffer> {
  demand(typeof url === 'string', `there is no link to ${what}`);
  const answer = await fetch(url);
  const bytes = Buffer.from(await answer.arrayBuffer());
  demand(answer.status === 200, `${what} is ${answer.status}: ${bytes.subarray(0, 200)}`);
  stage.tell(`   tải ${what}: ${bytes.length.toLocaleString('vi-VN')} byte`);
  return bytes;
}

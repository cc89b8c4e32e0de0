import type { Actor } from '@dang/access/actor';
import type { Door } from '@dang/service/doors/door';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { uploadFile } from './testing-files.ts';
import { samplePdf } from './testing-samples.ts';

type House = Parameters<typeof openTestDoors>[0] & Parameters<typeof uploadFile>[0];

/** Brings one scan through doors that are opened for it alone: for tests whose subject is the paper case, not its files. */
export async function bringScan(
  house: House,
  { doors, mutation, actor }: { doors: readonly Door[] | undefined; mutation: string; actor: Actor },
): Promise<string> {
  const opened = openTestDoors(house, doors ?? []);
  try {
    return await uploadFile(house, opened.app, { mutation, actor, file: await samplePdf() });
  } finally {
    await opened.close();
  }
}

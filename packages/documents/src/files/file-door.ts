import type { Door } from '@dang/service/doors/door';
import { byteBudget } from './byte-budget.ts';
import { downloadDoor } from './download.door.ts';
import { uploadDoor } from './upload.door.ts';

/** Bytes of files that one process holds at once. */
const BUDGET_BYTES = 96 * 1024 * 1024;

/** The door of a service's files: bringing announced ones, fetching stored ones. */
export const fileDoor =
  (service: string): Door =>
  (app, parts) => {
    const budget = byteBudget(BUDGET_BYTES);
    uploadDoor(app, parts, { service, budget });
    downloadDoor(app, parts, { service, budget });
  };

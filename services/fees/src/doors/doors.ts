import { fileDoor } from '@dang/documents/files/file-door';
import type { Door } from '@dang/service/doors/door';
import { bookDoor } from '../book/book.door.ts';
import { callbackDoor } from '../callback/callback.door.ts';
import { exportDoor } from '../export/export.door.ts';
import { receiptDoor } from '../receipt/receipt.door.ts';
import { minutesDoor, minutesVerification } from '../reconciliation/minutes.door.ts';
import { verificationDoor } from '../verification/verification.door.ts';

/** Everything that is reached beside the graph. */
export const doors: readonly Door[] = [
  bookDoor,
  callbackDoor,
  exportDoor,
  fileDoor('fees'),
  minutesDoor,
  minutesVerification,
  receiptDoor,
  verificationDoor,
];

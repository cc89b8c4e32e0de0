import { placeNow } from '@dang/telemetry/trace';
import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';

/** What is never written to a log in clear, wherever in the logged object it stands; `detail` is PostgreSQL's, with the row. */
const SECRET_KEYS = [
  'authorization',
  'personalId',
  'phone',
  'cardNumber',
  'accountNumber',
  'token',
  'accessToken',
  'refreshToken',
  'idToken',
  'password',
  'secret',
  'detail',
];
const DEPTHS = ['', '*.', '*.*.', '*.*.*.'];

/** Personal ids, phone numbers and tokens inside other texts, such as the message of a driver. */
const SECRET_TEXTS = /(?<![\w-])0\d{9}(\d\d)?(?![\w-])|\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const HIDDEN = '[hidden]';

/** The row that PostgreSQL quotes below a violated constraint; the driver puts it into the message, and so into the stack. */
const QUOTED_ROW = /\n\s*- detail:[^\n]*(?:\n(?!\s+at )[^\n]*)*/g;
const withoutRow = (text: string | undefined) => text?.replace(QUOTED_ROW, '');

/** An error without what drivers add to it: statements, parameters and rows stay out of logs. */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: withoutRow(error.message),
    code,
    stack: withoutRow(error.stack),
    cause: plainError(error.cause),
  };
}

function standardOutput(): DestinationStream {
  const destination = pino.destination({ fd: 1, sync: true });
  // the reader of a pipe may go away while we still drain
  destination.on('error', () => undefined);
  return destination;
}

/** Whatever is said within a request, an event or a job names its trace. */
function traceNow(): object {
  const place = placeNow();
  return place === undefined ? {} : { traceId: place.traceId };
}

/** JSON lines on standard output, for one process of one service; personal data and tokens are hidden. */
export function makeLogger(
  { service, role, level }: { service: string; role: string; level: string },
  destination: DestinationStream = standardOutput(),
): Logger {
  return pino(
    {
      level,
      base: { service, role, pid: process.pid },
      redact: { paths: DEPTHS.flatMap((depth) => SECRET_KEYS.map((key) => depth + key)), censor: HIDDEN },
      serializers: { err: plainError, error: plainError },
      mixin: traceNow,
      hooks: { streamWrite: (line) => line.replace(SECRET_TEXTS, HIDDEN) },
    },
    destination,
  );
}

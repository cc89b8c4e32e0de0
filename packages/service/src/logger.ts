import type { Logger } from 'pino';
import { pino } from 'pino';

/** What is never written to a log in clear, wherever in the logged object it stands. */
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
];
const DEPTHS = ['', '*.', '*.*.', '*.*.*.'];

/** An error without what drivers add to it: statements, parameters and rows stay out of logs. */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, stack } = error;
  const code = 'code' in error ? error.code : undefined;
  const [message] = error.message.split('\n');
  return {
    type: name,
    message,
    code,
    stack: stack?.replace(error.message, message ?? ''),
    cause: plainError(error.cause),
  };
}

/** JSON lines on standard output, for one process of one service. */
export function makeLogger({
  service,
  role,
  level,
}: {
  service: string;
  role: string;
  level: string;
}): Logger {
  const destination = pino.destination({ fd: 1, sync: true });
  // the reader of a pipe may go away while we still drain
  destination.on('error', () => undefined);
  return pino(
    {
      level,
      base: { service, role, pid: process.pid },
      redact: { paths: DEPTHS.flatMap((depth) => SECRET_KEYS.map((key) => depth + key)), censor: '[hidden]' },
      serializers: { err: plainError, error: plainError },
    },
    destination,
  );
}

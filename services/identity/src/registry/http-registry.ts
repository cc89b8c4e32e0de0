import { measured } from '@dang/service/outside/measured';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { memberStatuses } from '../member/member.rules.ts';
import {
  type RegistryMember,
  type RegistryPort,
  type RegistryQuery,
  RegistryUnavailable,
} from './registry.port.ts';

const ANSWER_BYTES = 4_000_000;
const TEXT_CHARS = 500;
const text = z
  .string()
  .max(TEXT_CHARS)
  .transform((given) => given.normalize('NFC').trim());
const day = z.iso.date();
const digits = (shape: RegExp) => z.string().regex(shape).nullable();

const memberShape = z.object({
  id: text,
  revision: z.int().nonnegative(),
  personalId: z.string().regex(/^\d{12}$/),
  fullName: text.refine((name) => name !== ''),
  otherName: text.nullable(),
  gender: z.enum(['MALE', 'FEMALE']).nullable(),
  dateOfBirth: day,
  permanentAddress: text.nullable(),
  cardNumber: digits(/^\d{12}$/),
  legacyCardNumber: digits(/^\d{8}$/),
  profileNumber: digits(/^\d{1,8}$/),
  joinDate: day.nullable(),
  officialDate: day.nullable(),
  status: z.enum(memberStatuses),
  forceCategory: z.enum(['NONE', 'POLICE', 'ARMY']),
  branchCode: text.nullable(),
});
const answerShape = z.object({ members: z.array(memberShape).max(500) });

/** How the member database is reached over HTTP: a bearer secret, one time limit for the whole answer, one for its size. */
export function httpRegistry(options: { url: string; secret: string; timeoutMs: number }): RegistryPort {
  const { url, secret, timeoutMs } = options;
  const dispatcher = new Agent({ connections: 4, keepAliveTimeout: 2_000, maxResponseSize: ANSWER_BYTES });
  const ask = async (path: string, body: object | null): Promise<RegistryMember[]> => {
    try {
      const answer = await request(`${url}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
        dispatcher,
      });
      const content = await answer.body.text();
      if (answer.statusCode !== 200) throw new RegistryUnavailable(`it answered ${answer.statusCode}`);
      const read = answerShape.safeParse(JSON.parse(content));
      if (read.success) return read.data.members;
      const faults = read.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')} ${issue.code}`);
      throw new RegistryUnavailable(`its answer is not as agreed: ${faults.join(', ')}`);
    } catch (error) {
      if (error instanceof RegistryUnavailable) throw error;
      throw new RegistryUnavailable(`no answer: ${(error as Error).name}`, { cause: error });
    }
  };
  return {
    search: (query: RegistryQuery) => measured('registry', () => ask('/search', query)),
    changesSince: (revision, limit) =>
      measured('registry', () => ask(`/changes?since=${revision}&limit=${limit}`, null)),
  };
}

import { measured } from '@dang/service/outside/measured';
import { whyNoAnswer } from '@dang/service/outside/no-answer';
import { outsideText } from '@dang/service/outside/outside-text';
import { readAnswer } from '@dang/service/outside/read-answer';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { memberStatuses } from '../member/member.rules.ts';
import {
  type RegistryChanges,
  type RegistryPort,
  type RegistryQuery,
  RegistryUnavailable,
} from './registry.port.ts';

const ANSWER_BYTES = 4_000_000;
const TEXT_CHARS = 500;
const text = outsideText(TEXT_CHARS).transform((given) => given.normalize('NFC'));
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

/** Changes are read member by member: one whose row is not as agreed keeps nobody from the others, nor from those that follow. */
const changesShape = z
  .object({ members: z.array(z.looseObject({ revision: z.int().nonnegative() })).max(500) })
  .transform(({ members: given }): RegistryChanges => {
    const read = given.map((row) => memberShape.safeParse(row));
    const members = read.flatMap(({ data }) => (data ? [data] : []));
    const unreadable = given.filter((_, at) => !read[at]?.success).map(({ revision }) => revision);
    return { members, unreadable, last: given.at(-1)?.revision ?? null };
  })
  .refine(({ members }) => members.every(({ revision }, at) => revision >= (members[at - 1]?.revision ?? 0)));

/** How the member database is reached over HTTP: a bearer secret, one time limit for the whole answer, one for its size. */
export function httpRegistry(options: { url: string; secret: string; timeoutMs: number }): RegistryPort {
  const { url, secret, timeoutMs } = options;
  const dispatcher = new Agent({ connections: 4, keepAliveTimeout: 2_000, maxResponseSize: ANSWER_BYTES });
  const ask = async <T>(path: string, shape: z.ZodType<T>, body: object | null): Promise<T> => {
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
      const { data, fault } = readAnswer(content, shape);
      if (fault !== undefined) throw new RegistryUnavailable(fault);
      return data;
    } catch (error) {
      if (error instanceof RegistryUnavailable) throw error;
      throw new RegistryUnavailable(`no answer: ${whyNoAnswer(error)}`, { cause: error });
    }
  };
  return {
    async search(query: RegistryQuery) {
      const { members } = await measured('registry', () => ask('/search', answerShape, query));
      return members;
    },
    async changesSince(revision, limit) {
      const path = `/changes?since=${revision}&limit=${limit}`;
      const changes = await measured('registry', () => ask(path, changesShape, null));
      if (changes.last !== null && changes.last <= revision)
        throw new RegistryUnavailable('it does not go on');
      return changes;
    },
  };
}

import { type Finding, findingsOf } from './finding.ts';
import { whyNot } from './why-not.ts';

const ANSWER_MS = 4_000;

/** Are these processes ready to take requests, and if not, what do they miss? */
export async function examineReadiness(addresses: Readonly<Record<string, string>>): Promise<Finding[]> {
  return await Promise.all(
    Object.entries(addresses).map(async ([name, address]) => {
      const { fine, trouble } = findingsOf(name);
      try {
        const answer = await fetch(address, { signal: AbortSignal.timeout(ANSWER_MS) });
        const text = await answer.text();
        return answer.ok ? fine('is ready') : trouble(`is not ready: ${text.slice(0, 300)}`);
      } catch (error) {
        return trouble(`is not reached: ${whyNot(error, address)}`);
      }
    }),
  );
}

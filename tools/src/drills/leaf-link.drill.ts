import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arrivedStream } from '@dang/events/link-streams';
import type { Drill } from '../drill.ts';
import { lettersArrived, messagesIn, sendLetters, until } from './leaf-link/letters.ts';
import { type LinkedProvinces, linkProvinces } from './leaf-link/provinces.ts';

const LETTERS = 1_000;
const PATIENCE_MS = 90_000;

type Say = (what: string, figure: string) => void;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

async function rehearse({ provinces }: LinkedProvinces, cut_s: number, say: Say): Promise<void> {
  const [here, there, third] = provinces;
  if (!here || !there || !third) throw new Error('three provinces are needed');
  const haveArrived = (count: number) => async () =>
    (await messagesIn(there, arrivedStream(there.code))) >= count;

  const first = await sendLetters(here, 1);
  say('link made to first letter there', seconds(await until(haveArrived(1), PATIENCE_MS)));
  const second = await sendLetters(here, 1);
  say('a letter on its way, link up', seconds(await until(haveArrived(2), PATIENCE_MS)));

  here.cable.cut();
  const begun = performance.now();
  const meanwhile = await sendLetters(here, LETTERS);
  const took = performance.now() - begun;
  say(
    `${LETTERS} letters kept at home, link cut`,
    `${seconds(took)}, ${Math.round((LETTERS / took) * 1000)} a second`,
  );
  await new Promise((resolve) => setTimeout(resolve, cut_s * 1000));
  const seen = await messagesIn(there, arrivedStream(there.code));
  if (seen !== 2) throw new Error(`${seen - 2} letters came through a cut link`);

  here.cable.mend();
  say('link mended to all of them there', seconds(await until(haveArrived(2 + LETTERS), PATIENCE_MS)));
  const arrived = await lettersArrived(there, here.code);
  const sent = [...first, ...second, ...meanwhile];
  const isSame = arrived.length === sent.length && arrived.every((id, index) => id === sent[index]);
  if (!isSame) throw new Error('letters are missing, doubled or out of order');
  say('missing, doubled or out of order', '0');
  const strays = await messagesIn(third, arrivedStream(third.code));
  if (strays > 0) throw new Error(`${strays} letters came to a province that they were not for`);
  say('seen by a third province', '0');
}

/** The link between provinces, cut (for 5 s, or as many as are said) while letters are sent: local work goes on, and what was kept back arrives once and in order, and nowhere else. */
export const drill: Drill = {
  summary: 'three provinces and a hub: the link is cut, work goes on, letters catch up',
  async run([cut_s = '5']) {
    const folder = mkdtempSync(join(tmpdir(), 'dang-leaf-link-'));
    let linked: LinkedProvinces | undefined;
    const stop = async () => {
      await linked?.close();
      rmSync(folder, { recursive: true, force: true });
    };
    const onSignal = () => void stop().then(() => process.exit(130));
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    try {
      linked = await linkProvinces(folder, ['05', '38', '01']);
      await rehearse(linked, Number(cut_s), (what, figure) => {
        process.stdout.write(`${what.padEnd(40)} ${figure}\n`);
      });
    } finally {
      await stop();
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    }
  },
};

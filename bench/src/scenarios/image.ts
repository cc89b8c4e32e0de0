import { bootImage } from '@dang/tools/drills/image/boot-image';
import type { Scenario } from '../lib/scenario.ts';

/** The image as a province gets it: how large it is, and how long its processes take until they are ready, one after the other. */
export const image: Scenario = async ({ say }) => {
  const { megabytes, processes } = await bootImage(say);
  const ready = processes.map(({ readySeconds }) => readySeconds);
  return {
    figures: [
      { goal: 'image-size', value: megabytes },
      { goal: 'image-ready', value: Math.max(...ready) },
    ],
    table: [
      ['process', 'ready after s', 'memory MB', 'ended after s'],
      ...processes.map(({ name, readySeconds, memoryBytes, endedSeconds }) => [
        name,
        readySeconds.toFixed(2),
        (memoryBytes / 1e6).toFixed(0),
        endedSeconds.toFixed(2),
      ]),
    ],
    notes: [
      'One image for every process, unpacked. Each is started on a read-only root as its own user and as process 1, after its migrations, while those before it go on running; ready is what its probe says. The figure is that of the slowest.',
    ],
    packages: ['@apollo/gateway', '@mikro-orm/postgresql', 'pg'],
    foreign: [],
  };
};

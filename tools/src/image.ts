import { parseArgs } from 'node:util';
import { buildImage, engineHere, sizeOf } from './image/build.ts';
import { packageCache, prepareImage } from './image/prepare.ts';
import { updateBase } from './image/rootfs.ts';
import { runTool } from './launcher/tool.ts';

const usage = `npm run image -- [--tag <release>] [--prepare-only] [--update-base] [--archive <file.tar>]

Makes the one image of all processes. --prepare-only makes the two folders that the Dockerfile copies and stops;
--update-base pins the versions of Debian's packages that are offered now; --archive writes an OCI archive as well.`;

await runTool(usage, async () => {
  const { values } = parseArgs({
    options: {
      tag: { type: 'string', default: 'development' },
      'prepare-only': { type: 'boolean', default: false },
      'update-base': { type: 'boolean', default: false },
      archive: { type: 'string' },
    },
  });
  if (values['update-base']) await updateBase(packageCache);
  const { files, packages } = await prepareImage();
  process.stdout.write(`${files} files of ours and ${packages} packages are in .data/image.\n`);
  if (values['prepare-only']) return;
  const image = await buildImage({ release: values.tag, archive: values.archive });
  const { unpackedBytes } = await sizeOf(image);
  process.stdout.write(`${image}: ${(unpackedBytes / 1e6).toFixed(1)} MB, made by ${engineHere()}.\n`);
});

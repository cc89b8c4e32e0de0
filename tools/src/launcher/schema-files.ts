import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sdlOf } from '@dang/service/schema';
import { type DocumentNode, parse } from 'graphql';
import { root } from './running.ts';
import type { ServiceName } from './settings.ts';

/** The whole schema of one subgraph, from its files. */
export const schemaFilesOf = (name: ServiceName): DocumentNode =>
  parse(sdlOf(pathToFileURL(join(root, 'services', name, 'src/'))));

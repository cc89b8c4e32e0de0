import { runService } from '../src/run-service.ts';
import { definition } from './definition.ts';

await runService(definition);

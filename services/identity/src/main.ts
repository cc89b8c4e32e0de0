import { runService } from '@dang/service/run-service';
import { definition } from './definition.ts';

await runService(definition);

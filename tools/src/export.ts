import { runResults } from './exports/results.ts';
import { runTool, WrongCall } from './launcher/tool.ts';

const usage = `npm run export -- results <unit code> <year> <file.xlsx|file.csv>

Works on what \`npm start\` runs, else on DATABASE_URL_<SERVICE>.`;

await runTool(usage, async ([what, ...given]) => {
  if (what === undefined) throw new WrongCall('What shall be exported?');
  if (what !== 'results') throw new WrongCall(`There is no export called ${what}.`);
  await runResults(given);
});

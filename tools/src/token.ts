import { findPersona, personaNames } from './demo/personas.ts';
import { getRunning } from './launcher/running.ts';
import { Mistake, runTool, WrongCall } from './launcher/tool.ts';
import { openStage } from './scenarios/stage.ts';
import { Surprise } from './scenarios/surprise.ts';

const usage = `npm run -s token -- <persona>

Signs a persona of the demo province in, through the stand-in of VNeID, and prints the access token; it holds for ten minutes.
Personas: ${personaNames.join(', ')}.`;

await runTool(usage, async ([name]) => {
  if (name === undefined) throw new WrongCall('Which persona?');
  const persona = findPersona(name);
  if (!persona) throw new WrongCall(`There is no persona ${name}.`);
  try {
    const person = await openStage(getRunning(), process.stderr).signIn(persona.fullName, persona.persona);
    if (persona.actsIn) await person.takeUp(persona.actsIn.unitId);
    process.stdout.write(`${person.accessToken}\n`);
  } catch (error) {
    throw error instanceof Surprise ? new Mistake(`${persona.persona}: ${error.message}`) : error;
  }
});

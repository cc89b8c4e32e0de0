import { findPersona, personaNames } from './demo/personas.ts';
import { getRunning } from './launcher/running.ts';
import { openStage } from './scenarios/stage.ts';
import { Surprise } from './scenarios/surprise.ts';

/** Ends the process with one sentence for people. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const [name] = process.argv.slice(2);
const persona = name === undefined ? undefined : findPersona(name);
if (!persona) {
  const fault = name === undefined ? 'Which persona?' : `There is no persona ${JSON.stringify(name)}.`;
  refuse(`${fault} Choose one of: ${personaNames.join(', ')}.`);
}

try {
  const person = await openStage(getRunning(), process.stderr).signIn(persona.fullName, persona.persona);
  if (persona.actsIn) await person.takeUp(persona.actsIn.unitId);
  process.stdout.write(`${person.accessToken}\n`);
} catch (error) {
  refuse(error instanceof Surprise ? `${persona.persona}: ${error.message}` : String(error));
}

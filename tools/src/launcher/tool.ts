/** What keeps a tool from its work, said in one sentence and without a stack. */
export class Mistake extends Error {}

/** A tool was called as it cannot be called: said in one sentence, how it is called follows by itself. */
export class WrongCall extends Mistake {}

/** Exit codes of every tool, so that a script can tell what it found from what it mistyped. */
const NOT_WELL = 1;
const WRONG_CALL = 2;

const isOption = (error: Error & { code?: string }): boolean =>
  error.code?.startsWith('ERR_PARSE_ARGS') === true;

/**
 * Runs a tool with the words of its call. `--help` says how it is called and does nothing else. Ends with 2 where the call was wrong, usage and
 * all; with 1 where it did not work: a mistake in its own words, everything else as what did not work. A tool that looks at something sets 1 itself
 * when it is not well.
 */
export async function runTool(
  usage: string,
  main: (words: readonly string[]) => void | Promise<void>,
): Promise<void> {
  const words = process.argv.slice(2);
  // whoever reads only the beginning (`| head`) has seen enough
  process.stdout.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  try {
    await main(words);
    // a connection that somebody still waits for in vain, or to a server that stands still, keeps no tool from its end
    process.exit();
  } catch (thrown) {
    const error = thrown as Error & { code?: string };
    if (error instanceof WrongCall || isOption(error)) {
      // Node explains behind the first sentence how an option is made a word, which is never meant here
      const [said = ''] = error.message.split('. ');
      process.stderr.write(`${isOption(error) ? `${said}.` : error.message}\n\n${usage}\n`);
      process.exit(WRONG_CALL);
    }
    const isTheirs = error instanceof Mistake;
    process.stderr.write(
      `${isTheirs ? error.message : `This did not work: ${error.message || error.code}`}\n`,
    );
    process.exit(NOT_WELL);
  }
}

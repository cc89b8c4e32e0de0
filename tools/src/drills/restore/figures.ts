/** Lines of a table, filled while a drill goes on. */
export interface Figures {
  add(what: string, figure: string): void;
  print(): void;
}

export function makeFigures(): Figures {
  const lines: [string, string][] = [];
  return {
    add: (what, figure) => lines.push([what, figure]),
    print: () => {
      const width = Math.max(...lines.map(([what]) => what.length));
      process.stdout.write(
        `\n${lines.map(([what, figure]) => `${what.padEnd(width)}  ${figure}`).join('\n')}\n`,
      );
    },
  };
}

/** How long something took, in seconds with one place. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

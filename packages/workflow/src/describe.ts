import { SAME_STATE, type Workflow } from './workflow.ts';

/** The procedure as a markdown table, for documentation that cannot drift from what the server enforces. */
export function describeWorkflow(workflow: Workflow): string {
  const state = (code: string) => `\`${code}\` (${workflow.states[code]?.label})`;
  const codes = (list: readonly string[]) => list.map((code) => `\`${code}\``).join(', ');
  const rows = workflow.transitions.map((row) => {
    const needs = [
      ...(row.stepUp ? ['fresh sign-in'] : []),
      ...(row.reasonRequired ? ['reason'] : []),
      ...(row.guards ?? []).map((guard) => `\`${guard}\``),
    ];
    const cells = [
      codes(row.from),
      `\`${row.action}\` ${row.label}`,
      codes(row.by),
      needs.join(', '),
      row.to === SAME_STATE ? 'the same' : codes(row.to),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const finals = Object.keys(workflow.states).filter((code) => workflow.states[code]?.final);
  return [
    `**${workflow.name}** starts as ${[workflow.initial, ...(workflow.alsoInitial ?? [])].map(state).join(' or ')}; ends as ${finals.map(state).join(', ')}.`,
    '',
    '| from | action | who | needs | to |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    `States: ${Object.keys(workflow.states).map(state).join(' · ')}`,
  ].join('\n');
}

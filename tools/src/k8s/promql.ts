/** What an expression of PromQL asks: each metric with the labels by which it is chosen. */
export interface AskedMetric {
  name: string;
  labels: string[];
}

const aggregations = ['sum', 'min', 'max', 'avg', 'count', 'topk', 'bottomk'];
const functions = [
  'rate',
  'increase',
  'histogram_quantile',
  'max_over_time',
  'min_over_time',
  'avg_over_time',
  'predict_linear',
  'time',
  'vector',
];
const words = [
  'by',
  'without',
  'on',
  'ignoring',
  'group_left',
  'group_right',
  'and',
  'or',
  'unless',
  'bool',
  'offset',
];
const token =
  /\s+|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)|(?<text>"(?:[^"\\]|\\.)*")|(?<range>\[(?:\d+[smhdw]|\$__\w+)\])|(?<number>\d+(?:\.\d+)?)|(?<open>[({])|(?<close>[)}])|(?<sign>=~|!~|!=|==|>=|<=|[=<>+\-*/,])/y;

function tokensOf(expression: string): { kind: string; text: string }[] {
  const tokens = [];
  token.lastIndex = 0;
  while (token.lastIndex < expression.length) {
    const at = token.lastIndex;
    const match = token.exec(expression);
    if (!match) throw new Error(`cannot be read from "${expression.slice(at, at + 30)}" on`);
    const found = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined);
    if (found) tokens.push({ kind: found[0], text: found[1] ?? '' });
  }
  return tokens;
}

/**
 * Reads an expression as far as a test needs it: brackets close, every word is a metric, a label, an aggregation or a
 * function that we know. Answers the metrics. @throws with what is wrong.
 */
export function metricsIn(expression: string): AskedMetric[] {
  const tokens = tokensOf(expression);
  const asked: AskedMetric[] = [];
  const closings: string[] = [];
  // inside the brackets of `by (…)` and `{…}` words are labels
  let labelDepth: number | null = null;
  for (const [index, { kind, text }] of tokens.entries()) {
    const next = tokens[index + 1]?.text;
    if (kind === 'open') {
      closings.push(text === '(' ? ')' : '}');
      const before = tokens[index - 1]?.text ?? '';
      if (labelDepth === null && (text === '{' || ['by', 'without', 'on', 'ignoring'].includes(before)))
        labelDepth = closings.length;
    } else if (kind === 'close') {
      if (labelDepth === closings.length) labelDepth = null;
      if (closings.pop() !== text) throw new Error(`a bracket is closed by ${text} that was not opened`);
    } else if (kind === 'name' && labelDepth !== null) {
      if (['=', '=~', '!=', '!~'].includes(next ?? '')) asked.at(-1)?.labels.push(text);
    } else if (kind === 'name' && next === '(') {
      if (![...aggregations, ...functions, ...words].includes(text))
        throw new Error(`${text} is no function`);
    } else if (kind === 'name' && !words.includes(text) && !aggregations.includes(text)) {
      asked.push({ name: text, labels: [] });
    }
  }
  if (closings.length > 0) throw new Error(`${closings.join('')} is missing at the end`);
  if (asked.length === 0) throw new Error('asks nothing');
  return asked;
}

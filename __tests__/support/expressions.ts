import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

export type Contexts = Readonly<Record<string, unknown>>;

/** What the status functions of a job or step answer. */
export interface Status {
  readonly failed: boolean;
}

/** A text with every `${{ }}` evaluated, by GitHub's own evaluator. */
export function interpolate(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => evaluate(expression, contexts).coerceString());
}

/** Whether a job or a step runs: without a status function in its condition it also needs that nothing failed. */
export function condition(text: string | undefined, contexts: Contexts, status: Status): boolean {
  const expression = (text ?? 'success()').trim().replace(/^\$\{\{(.*)\}\}$/s, '$1');
  const explicit = /\b(success|failure|cancelled|always)\s*\(/.test(expression);
  if (!explicit && status.failed) return false;
  const value = evaluate(expression, contexts, status);
  // As GitHub has it: false, 0, '' and null are false.
  return !['', '0', 'false'].includes(value.coerceString());
}

function evaluate(expression: string, contexts: Contexts, status: Status = { failed: false }): data.ExpressionData {
  const answers = { success: !status.failed, failure: status.failed, always: true, cancelled: false };
  const functions = Object.entries(answers).map(([name, answer]) => ({
    ...{ name, minArgs: 0, maxArgs: 0 },
    call: () => new data.BooleanData(answer),
  }));
  const { tokens } = new Lexer(expression.trim()).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), functions).parse();
  const values = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(parsed, values, new Map(functions.map((one) => [one.name, one]))).evaluate();
}

import { describe, expect, test } from '@jest/globals';
import { type AnswerFacts, type Conditions, loadConditions } from '../../../src/services/health/condition.ts';
import { cpuMs } from '../../support/cpu-time.ts';

const { compile }: Conditions = await loadConditions();
const facts: AnswerFacts = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: { db: { ok: true }, tasks: 3, load: 0.25, names: ['a', 'b'], state: 'busy', none: null },
  text: 'hello',
  latency: 299.9,
  certificate: undefined,
  captured: { task: 't-1' },
};

test.each([
  'status == 200 && body.db.ok && latency < duration("300ms")',
  'status in [200, 204]',
  'headers["content-type"].startsWith("application/")',
  'body.tasks >= 3 && body.load < 0.5 && body.tasks == 3',
  '"a" in body.names && size(body.names) == 2',
  'text.matches("^h.*o$")',
  'body.none == null && !has(body.missing)',
  'captured.task == "t-1"',
  'certificate == null',
  '(1 + 2) * 3 == 9 && true',
  'true && (status) == (200) && !(status == 300) && (1) in [1]',
  '(status == 300 || body.db.ok) && (body.db).ok && ((text == "hello"))',
  'true && (body.tasks > 1.0 ? text : "") == "hello" && r"a\\b" == "a\\\\b" && "\\"" != "\'"',
  'body.state == "busy" || body.state == "idle"',
])('%s is true', (source) => {
  expect(compile(source).refuted(facts)).toBeUndefined();
});

test.each([
  ['status == 200 && body.tasks > 3', 'body.tasks > 3 is false'],
  ['latency < duration("250ms")', 'latency < duration("250ms") is false'],
  ['body.missing == 1', 'body.missing == 1 cannot be computed: No such key: missing'],
  ['body.state', 'body.state gives "busy", expected true or false'],
  ['body.db', 'body.db gives a map, expected true or false'],
  ['body.tasks && true', 'body.tasks gives "3", expected true or false'],
  ['headers["x-none"] == ""', 'cannot be computed'],
  ['certificate.subject == "x"', 'cannot be computed'],
  ['body.__proto__ == null || body.constructor == null', 'cannot be computed'],
])('%s is refuted with the part that is to blame', (source, words) => {
  expect(compile(source).refuted(facts)).toContain(words);
});

test('a body that is none makes a condition on it false, not true', () => {
  expect(compile('body.ok').refuted({ ...facts, body: null })).toContain('cannot be computed');
});

test('a disjunction within parentheses stays one part', () => {
  const condition = compile('status == 200 && (body.db.ok == false || body.tasks > 5)');
  expect(condition.refuted(facts)).toContain('body.db.ok == false || body.tasks > 5');
});

describe('cost', () => {
  test('a regular expression that explodes is stopped and speaks against the answer', () => {
    const condition = compile('text.matches("^(a+)+$")');
    const text = `${'a'.repeat(60)}!`;
    expect(cpuMs(() => expect(condition.refuted({ ...facts, text })).toContain('longer than 250 ms'))).toBeLessThan(
      1_500,
    );
  });

  test('nested loops over a huge list are stopped', () => {
    const condition = compile('body.all(x, body.all(y, body.all(z, x + y + z >= 0.0)))');
    const body = Array.from({ length: 50_000 }, (_, index) => index);
    expect(cpuMs(() => expect(condition.refuted({ ...facts, body })).toContain('longer than 250 ms'))).toBeLessThan(
      1_500,
    );
  });

  test('an expression that is itself huge or deep is refused', () => {
    expect(() => compile(`${'('.repeat(200)}true${')'.repeat(200)}`)).toThrow();
    expect(() => compile('true && '.repeat(5_000) + 'true')).toThrow('longer than');
  });
});

test.each([
  ['status == 200 &&', 'does not parse at line 1, column 17'],
  ['status == 200 &&\n  body.ok ==== true', 'does not parse at line 2, column 13'],
  ['stauts == 200', 'is not valid at line 1, column 1: Unknown variable: stauts'],
  ['status == "200"', 'no such overload: int == string'],
  ['status', 'gives a value of type int, expected a condition'],
  ['body.x & true', 'does not parse at line 1, column 8'],
])('%s is refused with its position', (source, words) => {
  expect(() => compile(source)).toThrow(words);
});

test('it is known what a condition speaks of', () => {
  const { refersTo } = compile('status == 503 && body["status"] == "x" && captured.a == captured.b');
  expect([...refersTo].sort()).toEqual(['body', 'body.status', 'captured', 'captured.a', 'captured.b', 'status']);
});

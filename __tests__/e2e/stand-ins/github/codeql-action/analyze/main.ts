import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, input, setOutput, variable } from '../../../toolkit.ts';

interface Query {
  readonly id: string;
  readonly files: RegExp;
  readonly unsafe: RegExp;
}

const QUERIES: Readonly<Record<string, Query>> = {
  'javascript-typescript': { id: 'js/eval-like-call', files: /\.[cm]?[jt]sx?$/, unsafe: /\beval\(/ },
  actions: {
    id: 'actions/code-injection',
    files: /^\.github\/workflows\/.+\.ya?ml$/,
    unsafe: /^\s*(?:- )?run:.*\$\{\{ *github\.event\./,
  },
};

const workspace = variable('GITHUB_WORKSPACE');
const tracked = execFileSync('git', ['ls-files'], { cwd: workspace, encoding: 'utf8' }).split('\n');
const results = variable('E2E_CODEQL_LANGUAGES').split(',').flatMap(analyse);
const name = `sarif${input('category').replace(/\W+/g, '-')}`;
const folder = join(variable('E2E_ARTIFACTS'), name);
mkdirSync(folder, { recursive: true });
const tool = { driver: { name: 'CodeQL (stand-in)' } };
writeFileSync(join(folder, 'results.sarif'), JSON.stringify({ version: '2.1.0', runs: [{ tool, results }] }));
setOutput('sarif-output', folder);

function analyse(language: string) {
  const query = QUERIES[language] ?? fail(`No query for ${language}`);
  const files = tracked.filter((path) => query.files.test(path));
  if (files.length === 0) fail(`CodeQL detected no code written in ${language} that it could analyse.`);
  const found = files.flatMap((path) => unsafeLines(path, query));
  console.log(`${language}: ${files.length} files, ${found.length} alerts`);
  return found;
}

function unsafeLines(uri: string, { id, unsafe }: Query) {
  const lines = readFileSync(join(workspace, uri), 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    const physicalLocation = { artifactLocation: { uri }, region: { startLine: index + 1 } };
    return unsafe.test(line) ? [{ ruleId: id, message: { text: line.trim() }, locations: [{ physicalLocation }] }] : [];
  });
}

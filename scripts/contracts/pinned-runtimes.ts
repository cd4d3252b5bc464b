import { referenceOf } from './reference.ts';
import { type Finding, type Source, usesOf } from './source.ts';

/**
 * The first major of each that neither asks for node20 nor calls what does: the runner dropped it in September 2026. Look
 * into the action.yml of one that is new here, and of what it uses. Where only programs or a container run, any major will do.
 */
const FIRST_ON_NODE24: Readonly<Record<string, number>> = {
  'actions/attest': 3,
  'actions/checkout': 5,
  'actions/dependency-review-action': 5,
  'actions/deploy-pages': 5,
  'actions/download-artifact': 7,
  'actions/setup-node': 5,
  'actions/setup-python': 6,
  'actions/upload-artifact': 6,
  'actions/upload-pages-artifact': 5,
  'github/codeql-action': 4,
  'pypa/gh-action-pypi-publish': 1,
  'trufflesecurity/trufflehog': 3,
};

/** What is pinned runs on the runner's Node; the version behind the pin says so. */
export function pinsRunOnNode24(source: Source): Finding[] {
  return usesOf(source).flatMap(({ uses, path }) => {
    if (referenceOf(uses).kind !== 'third-party') return [];
    const name = uses.split(/[/@]/, 2).join('/');
    const unknown = source.finding(path, `pins ${name}, of which scripts/contracts/pinned-runtimes.ts says nothing.`);
    const first = FIRST_ON_NODE24[name];
    if (first === undefined) return [unknown];
    const major = Number(/# v(\d+)\./.exec(source.text.split('\n')[unknown.line - 1] ?? '')?.[1]);
    const message = `pins v${major} of ${name}, which asks for node20. Take v${first} or later.`;
    return major < first ? [{ ...unknown, message }] : [];
  });
}

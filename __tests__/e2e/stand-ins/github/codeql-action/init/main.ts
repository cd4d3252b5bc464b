import { exportVariable, fail, input } from '../../../toolkit.ts';

const KNOWN = ['javascript-typescript', 'actions'];
const languages = input('languages')
  .split(',')
  .map((language) => language.trim());
const unknown = languages.filter((language) => !KNOWN.includes(language));
if (unknown.length > 0) fail(`Did not recognize the following languages: ${unknown.join(', ')}`);
exportVariable('E2E_CODEQL_LANGUAGES', languages.join(','));

import { styleText } from 'node:util';
import { counted, type Examination } from '../../src/operations/doctor/examination.ts';
import { type DoctorFinding, problemsOf } from '../../src/operations/doctor/finding.ts';

const MARKS = { error: ['✗', 'red'], warning: ['!', 'yellow'], info: ['i', 'blue'] } as const;

/** What was found, as people read it in a terminal: what is worst stands last, where they look. */
export function findingsText({ findings, looked }: Examination): string {
  const { repositories, components, requests, seconds } = looked;
  const problems = problemsOf(findings);
  return [
    ...findings.toReversed().map(findingText),
    `Looked at ${repositories} repositories and ${components} components in ${seconds.toFixed(1)} s, with ${requests} requests.`,
    problems.length === 0 ? styleText('green', 'Nothing stands in the way.') : `Found ${counted(findings)}.`,
  ].join('\n');
}

function findingText({ severity, subject, check, seen, expected, fix, paste, link, place }: DoctorFinding): string {
  const [mark, colour] = MARKS[severity];
  const where = place?.line === undefined ? '' : ` (${place.file}:${place.line})`;
  return [
    `${styleText(colour, mark)} ${styleText('bold', printable(subject))} ${styleText('dim', check)}${where}`,
    `  ${printable(seen)}`,
    `  Expected: ${printable(expected)}`,
    `  ${printable(fix)}`,
    ...(paste === undefined || fix.includes(paste) ? [] : paste.split('\n').map((line) => `    ${printable(line)}`)),
    ...(link === undefined ? [] : [`  ${printable(link)}`]),
    '',
  ].join('\n');
}

/** Text from elsewhere moves no cursor. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

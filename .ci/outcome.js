// What a report of Jest says: "PASSED FAILED" in the first line, then what failed, a line each.
import { readFileSync } from 'node:fs';

const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(
  readFileSync(process.argv[2], 'utf8'),
);
console.log(numPassedTests, numFailedTests + numRuntimeErrorTestSuites);
for (const { name, status, assertionResults, message } of testResults) {
  if (status !== 'failed') continue;
  const failed = assertionResults.filter((one) => one.status === 'failed');
  const causes = failed.map(({ fullName, failureMessages }) => `${fullName}: ${inBrief(failureMessages.join('\n'))}`);
  for (const cause of causes.length === 0 ? [inBrief(message)] : causes) console.log(`  ${name}: ${cause}`);
}

function inBrief(text) {
  const lines = text.split('\n', 12).map((line) => line.trim());
  return lines.filter(Boolean).join(' · ').slice(0, 400);
}

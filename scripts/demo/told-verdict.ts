import type { Issue } from '../../simulator/core/world.ts';
import { counted } from '../../src/platform/text/wording.ts';
import type { ToldPlaces } from './told-places.ts';

/** Something that has to be so at a moment of the story. */
export interface Expectation {
  readonly what: string;
  readonly holds: boolean;
}

/** Prints what arrived everywhere, and whether all was as it should be. */
export function tellExpectations(
  expected: readonly Expectation[],
  { places, issues }: { readonly places: ToldPlaces; readonly issues: readonly Issue[] },
): boolean {
  console.log('\n=== What arrived\n\n#alerts in Slack:');
  for (const { text, thread, edits } of places.slack.messages) {
    const changed = edits > 0 ? `   (kept up to date ${counted(edits, 'time')})` : '';
    console.log(`  ${thread === undefined ? '' : '  ↳ '}${text.split('\n').join('\n      ')}${changed}`);
  }
  console.log('\nThe receiver, every signature verified:');
  console.log(`  ${places.events.join(', ')}`);
  console.log('\nThe mail server, all encrypted:');
  for (const { raw, to, secure } of places.mail.mails) {
    const subject = /^Subject: (.*(?:\r?\n[ \t].*)*)/im.exec(raw)?.[1]?.replace(/\s+/g, ' ') ?? '';
    console.log(`  to ${to.join(', ')}${secure ? '' : ' NOT ENCRYPTED'}: ${decoded(subject)}`);
  }
  console.log('\nIssues:');
  for (const { number, title, state, assignees, comments } of issues) {
    const by = assignees.length > 0 ? `, assigned to ${assignees.join(', ')}` : '';
    console.log(`  #${number} ${title}: ${state}${by}, ${counted(comments.length, 'comment')}`);
  }
  console.log('');
  for (const { what, holds } of expected) console.log(`  ${holds ? 'yes' : 'NO '}  ${what}`);
  const isRight = expected.every(({ holds }) => holds);
  console.log(isRight ? '\nAll as it should be.' : '\nSomething is not as it should be.');
  return isRight;
}

/** RFC 2047: `=?UTF-8?Q?…?=`, and words of it that stand beside each other are one. */
function decoded(text: string): string {
  return text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_, kind: string, body: string) => {
    if (kind.toLowerCase() === 'b') return Buffer.from(body, 'base64').toString();
    const bytes = body.replaceAll('_', ' ').replace(/=([0-9a-f]{2})/gi, (_all, hex: string) => `%${hex}`);
    return decodeURIComponent(bytes.replace(/%(?![0-9a-f]{2})/gi, '%25'));
  });
}

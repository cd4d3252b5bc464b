import { wellFormed } from './well-formed.ts';

/** The text as it is where it has at most so many characters; else as many of its lines as there is room for, and the note. */
export function cutAtLine(text: string, most: number, note: string): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - note.length);
  const line = room.lastIndexOf('\n');
  // One line that is longer than half of it is cut within.
  return wellFormed(room.slice(0, line > room.length / 2 ? line : room.length)) + note;
}

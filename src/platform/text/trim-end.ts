/**
 * The text without the given character at its end. (`/x+$/` looks at every run of the character again from each of its places:
 * a long one in the middle costs the square of its length.)
 */
export function trimEnd(text: string, character: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === character) end -= 1;
  return text.slice(0, end);
}

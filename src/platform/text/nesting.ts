/** Far beyond any document that people write, and far from where a recursive reader runs out of stack. */
export const MOST_NESTED = 100;

/**
 * The same for YAML and TOML, where a bracket may also stand in a comment, in a plain text or in other quotes: what people write
 * does not leave so many of them open.
 */
export const MOST_OPEN = 500;

export const TOO_DEEP = `it is nested deeper than ${MOST_NESTED} levels`;

/** How deep a JSON text is nested, without reading it as JSON; what stands in quotes does not count. */
export function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (quoted && char === '\\') index++;
    else if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
    else if (char === ']' || char === '}') depth--;
  }
  return deepest;
}

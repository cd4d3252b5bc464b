/** A text without its percent-encoding; as it is where there is none, such as a password with a `%` of its own. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

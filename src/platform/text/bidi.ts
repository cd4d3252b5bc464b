/** Embeddings, overrides and isolates: https://trojansource.codes. Marks that text in Arabic or Hebrew needs are none of them. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text from elsewhere without what would turn around how the text after it is read. */
export function withoutBidi(text: string): string {
  return text.replace(BIDI, '');
}

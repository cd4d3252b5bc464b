/** A unified diff, in the form of `git diff`, of one text before and after; empty where only line ends differ. */
export async function unifiedDiff(shown: string, before: string, after: string): Promise<string> {
  // Loaded on first use: only what shows a change needs it.
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  const patch = createTwoFilesPatch(`a/${shown}`, `b/${shown}`, before, after, undefined, undefined, {
    context: 3,
    stripTrailingCr: true,
    headerOptions: FILE_HEADERS_ONLY,
  });
  return patch.includes('\n@@ ') ? patch.replace(/\n$/, '') : '';
}

/**
 * Where a `Link` header says that the next page is, as it is written there; undefined where it says none. In linear time, whatever
 * stands in it. https://www.rfc-editor.org/rfc/rfc8288
 */
export function nextLink(header = ''): string | undefined {
  for (const part of header.split('<').slice(1)) {
    const end = part.indexOf('>');
    if (end < 0) continue;
    const relations = /;\s?rel="?([^";,]*)/i.exec(part.slice(end + 1))?.[1] ?? '';
    if (relations.toLowerCase().split(' ').includes('next')) return part.slice(0, end);
  }
  return undefined;
}

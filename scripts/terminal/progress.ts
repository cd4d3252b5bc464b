/** Shows one line that is written over as long as lines come, on a terminal; elsewhere each as it comes. */
export function progress(stream: NodeJS.WriteStream = process.stderr) {
  const width = stream.columns ?? 80;
  return {
    /** A first line for who waits at a terminal; elsewhere a mistake is answered in two lines and no more. */
    begin(line = ''): void {
      if (stream.isTTY) this.show(line);
    },
    show(line: string): void {
      if (stream.isTTY) stream.write(`\r\u001b[2K${line.slice(0, width - 1)}`);
      else stream.write(`${line}\n`);
    },
    /** A line that stays. */
    tell(line: string): void {
      stream.write(`${stream.isTTY ? '\r\u001b[2K' : ''}${line}\n`);
    },
    end(): void {
      if (stream.isTTY) stream.write('\r\u001b[2K');
    },
  };
}

import { access, constants } from 'node:fs/promises';
import { delimiter, extname, join } from 'node:path';
import { UserError } from '../errors.ts';

/** The command is on no folder of PATH. */
export class CommandMissing extends UserError {
  override name = 'CommandMissing';
  readonly command: string;
  constructor(command: string) {
    super(`The command ${command} was not found on PATH.`);
    this.command = command;
  }
}

/** The file that the environment's PATH means by a command, or that an absolute path names; throws CommandMissing. */
export async function findCommand(command: string, env: Readonly<Record<string, string>>): Promise<string> {
  const windows = process.platform === 'win32';
  const path =
    Object.entries(env).find(([name]) => (windows ? name.toUpperCase() === 'PATH' : name === 'PATH'))?.[1] ?? '';
  const extensions = windows && extname(command) === '' ? ['.exe', '.cmd', '.bat'] : [''];
  const folders = /[\\/]/.test(command) ? [''] : path.split(delimiter).filter((one) => one !== '');
  for (const folder of folders) {
    for (const extension of extensions) {
      const file = folder === '' ? command + extension : join(folder, command + extension);
      if (await isRunnable(file)) return file;
    }
  }
  throw new CommandMissing(command);
}

async function isRunnable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';

/** An input as action.yml declares it; '' where it is not given. */
export function input(name: string): string {
  return (process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}

export function flag(name: string): boolean {
  return input(name).toLowerCase() === 'true';
}

export function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    fail(`${name} is not set: this runs only where the end-to-end tests run it.`);
  return value;
}

export function setOutput(name: string, value: string): void {
  appendFileSync(variable('GITHUB_OUTPUT'), `${name}<<E2E_END\n${value}\nE2E_END\n`);
}

export function exportVariable(name: string, value: string): void {
  appendFileSync(variable('GITHUB_ENV'), `${name}<<E2E_END\n${value}\nE2E_END\n`);
}

export function addPath(folder: string): void {
  appendFileSync(variable('GITHUB_PATH'), `${folder}\n`);
}

export function fail(message: string): never {
  console.log(`::error::${message}`);
  process.exit(1);
}

/** Runs a program to its end; what it prints goes into the log. */
export function run(program: string, args: readonly string[], cwd?: string): void {
  console.log(`${program} ${args.filter((arg) => !/extraheader/i.test(arg)).join(' ')}`);
  execFileSync(program, args, { stdio: 'inherit', ...(cwd !== undefined && { cwd }) });
}

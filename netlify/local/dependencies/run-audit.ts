import { execFile } from 'node:child_process'

/** How long the registry may take. */
const msMax = 15_000

/** Returns what `npm audit --json` prints in a folder, whatever its exit code, or nothing in time. */
export function runAudit(folder: string): Promise<string> {
  const args = ['audit', '--json', '--fetch-retries=0', `--fetch-timeout=${msMax}`]
  const options = { cwd: folder, timeout: msMax, maxBuffer: 64_000_000, shell: process.platform === 'win32' }
  return new Promise((resolve) => {
    execFile('npm', args, options, (_, stdout) => resolve(stdout))
  })
}

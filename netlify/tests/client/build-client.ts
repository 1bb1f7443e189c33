import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Builds the client package once, for all slow tests that use it. */
export default function buildClient(): void {
  const root = join(import.meta.dirname, '../../..')
  execFileSync('npm', ['run', '--silent', 'client:build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
}

import { mark } from '#infrastructure/command-line/paint.js'
import { type Counts, runTests } from './test-run.js'

/**
 * Runs the tests of one project of vitest.config.ts, those of some files or all, and prints how they
 * went and how long they took.
 */
export async function runProject(
  project: 'unit' | 'database' | 'slow',
  { environment = {}, files = [] }: { environment?: Record<string, string>; files?: readonly string[] } = {},
): Promise<Counts> {
  const started = performance.now()
  const counts = await runTests(`test:${project}`, { environment, files })
  const seconds = (performance.now() - started) / 1000
  const line = `${project} tests: ${counts.passed} passed, ${counts.failed} failed (${seconds.toFixed(1)} s)`
  console.log(counts.failed === 0 ? mark.done(line) : mark.wrong(line))
  return counts
}

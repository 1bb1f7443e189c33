import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { BaseSequencer, createVitest, type TestSpecification, type Vitest } from 'vitest/node'
import { domain } from './find-mutants.js'
import type { Mutant } from './switch-mutants.js'

const root = join(import.meta.dirname, '../../..')

/** The tests that need neither a database nor a server. */
const include = [`${domain}/**/*.test.ts`, 'netlify/tests/vectors/{training-science,coach,estimator}.test.ts']

/**
 * How many milliseconds the tests of a mutant may take; without a mutant, all tests together take
 * less.
 */
const msMax = 60_000

const lanes = Math.max(2, availableParallelism())

/** Sources with all mutants switched off, by absolute path. */
type Code = ReadonlyMap<string, string>

/** Runs the files in the given order. */
class AsAsked extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files
  }
}

function openVitest(code: Code, { isolate, maxWorkers }: { isolate: boolean; maxWorkers: number }): Promise<Vitest> {
  return createVitest(
    'test',
    {
      ...{ root, config: false, watch: false, cache: false, fsModuleCache: false, reporters: [{}] },
      ...{ include, setupFiles: [join(import.meta.dirname, 'test-setup.ts')], sequence: { sequencer: AsAsked } },
      ...{ pool: 'threads', isolate, maxWorkers, testTimeout: msMax },
    },
    { plugins: [{ name: 'mutants', enforce: 'pre', transform: (_, id) => code.get(id) }] },
  )
}

/**
 * Lists the test files that execute each mutant, the quickest first. Throws unless all tests pass
 * while every mutant is switched off.
 */
async function testFilesByMutant(code: Code): Promise<ReadonlyMap<number, readonly string[]>> {
  // in a worker of its own, a file also executes the mutants in the code that it loads
  const vitest = await openVitest(code, { isolate: true, maxWorkers: lanes })
  try {
    vitest.provide('mutant', null)
    const { testModules } = await vitest.runTestSpecifications(await vitest.globTestSpecifications())
    const failed = testModules.filter((module) => !module.ok()).map(({ relativeModuleId }) => relativeModuleId)
    if (failed.length > 0) throw new Error(`these tests fail without a mutant: ${failed.join(', ')}`)
    const reached = testModules
      .toSorted((one, other) => one.diagnostic().duration - other.diagnostic().duration)
      .flatMap((module) => (module.meta().reached ?? []).map((number) => ({ number, path: module.moduleId })))
    const byMutant = Map.groupBy(reached, ({ number }) => number)
    return new Map([...byMutant].map(([number, files]) => [number, files.map(({ path }) => path)]))
  } finally {
    await vitest.close()
  }
}

/** Tells whether a test fails, or does not end, while one mutant is switched on. */
async function isKilled(vitest: Vitest, { number }: Mutant, files: readonly string[]): Promise<boolean> {
  const project = vitest.getRootProject()
  let isEndless = false
  const timer = setTimeout(() => {
    isEndless = true
    // the second call cancels by force
    return Promise.all([vitest.cancelCurrentRun('test-failure'), vitest.cancelCurrentRun('test-failure')])
  }, msMax)
  vitest.provide('mutant', number)
  const specifications = files.map((file) => project.createSpecification(file))
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
  clearTimeout(timer)
  // `testModules` also contains the modules of earlier runs
  const ofThisRun = testModules.filter(({ moduleId }) => files.includes(moduleId))
  return isEndless || unhandledErrors.length > 0 || ofThisRun.some((module) => module.state() !== 'passed')
}

/**
 * Switches on one mutant after the other, and runs the tests that execute it until one fails.
 *
 * @param onTried called after each mutant with the number of mutants tried.
 * @returns the mutants that no test noticed.
 */
export async function survivorsAmong(
  mutants: readonly Mutant[],
  code: Code,
  onTried: (count: number) => void,
): Promise<ReadonlySet<Mutant>> {
  const testFiles = await testFilesByMutant(code)
  const survivors = new Set<Mutant>()
  const queue = mutants.values()
  let count = 0
  const work = async () => {
    const vitest = await openVitest(code, { isolate: false, maxWorkers: 1 })
    for (const mutant of queue) {
      const files = nearestFirst(testFiles.get(mutant.number) ?? [], mutant)
      if (files.length === 0 || !(await isKilled(vitest, mutant, files))) survivors.add(mutant)
      onTried(++count)
    }
    await vitest.close()
  }
  await Promise.all(Array.from({ length: lanes }, work))
  return survivors
}

/** Puts the tests of the mutant's own folder first, because they fail most often. */
function nearestFirst(files: readonly string[], { file }: Mutant): string[] {
  const folder = dirname(join(root, domain, file))
  const [near = [], far = []] = [true, false].map((isNear) =>
    files.filter((file) => (dirname(file) === folder) === isNear),
  )
  return [...near, ...far]
}

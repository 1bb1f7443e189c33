import fc from 'fast-check'
import { afterEach, beforeEach, inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The number of the mutant that is switched on; null while all are off. */
    mutant: number | null
  }
  interface TaskMeta {
    /** The mutants that a test file has executed. */
    reached?: readonly number[]
  }
}

declare global {
  var hasFailed: boolean | undefined
}

// one failed test is enough: the worker of a killed mutant does not even load the files after it
if (globalThis.hasFailed) throw new Error('the mutant is killed')
beforeEach(({ skip, onTestFailed }) => {
  skip(globalThis.hasFailed === true)
  onTestFailed(() => {
    globalThis.hasFailed = true
  })
})

const active = inject('mutant')
const reached = new Set<number>()
Object.assign(globalThis, {
  isMutant: (number: number) => {
    reached.add(number)
    return number === active
  },
})
afterEach(({ task }) => {
  if (active === null) task.file.meta.reached = [...reached]
})

// the same tests must kill the same mutants every time
fc.configureGlobal({ seed: 1 })

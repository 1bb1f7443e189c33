import type { Steps } from './steps.js'

/** Runs work from its first step to its last, for programs that serve nobody meanwhile. */
export function inOneGo<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

import type { FaultContext } from './support/context.js'

/** One thing that must hold while something breaks; `run` throws when it does not. */
export type FaultCheck = {
  readonly name: string
  /** Returns what it saw, in a few words. Throws NotRun where it cannot be tried. */
  readonly run: (context: FaultContext) => Promise<string>
}

/** The check cannot be tried here; the message says why. */
export class NotRun extends Error {
  override readonly name = 'NotRun'
}

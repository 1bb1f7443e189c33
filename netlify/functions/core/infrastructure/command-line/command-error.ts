import type { ExitCode } from './exit-codes.js'

/** Stops a command: `message` is for people and names the remedy, `exitCode` is for scripts. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.exitCode = exitCode
  }
}

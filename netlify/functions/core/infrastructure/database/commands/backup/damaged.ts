import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'

/**
 * Makes the error that refuses a file which is not a whole backup, with its name and the reason.
 */
export function damaged(file: string, reason: string): CommandError {
  return new CommandError(exitCodes.refused, `${file} is not a whole backup: ${reason}. Take another one.`)
}

import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'

/** The refusal of a file that is no whole backup, by its name and the reason. */
export function damaged(file: string, reason: string): CommandError {
  return new CommandError(exitCodes.refused, `${file} is not a whole backup: ${reason}. Take another one.`)
}

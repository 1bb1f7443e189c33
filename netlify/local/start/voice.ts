import { mark, paint } from '#infrastructure/command-line/paint.js'

/**
 * Prints the progress of the start: a title for each step, and below it a line for each thing done.
 * Faults go to standard error.
 */
export const voice = {
  step: (title: string) => console.log(paint('bold', title)),
  done: (line: string) => console.log(`  ${mark.done(line)}`),
  waiting: (line: string) => console.log(`  ${mark.skipped(line)}`),
  /** Prints a line that already says whether something was done or left alone. */
  item: (line: string) => console.log(`  ${line}`),
  block: (text: string) => console.log(`\n${text}\n`),
  fault: (message: string) => console.error(paint('red', message, process.stderr)),
} as const

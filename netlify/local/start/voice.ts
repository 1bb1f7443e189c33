import { mark, paint } from '#infrastructure/command-line/paint.js'

/**
 * How the start speaks: a title for each step, a line for each thing done below it, what went wrong
 * to standard error.
 */
export const voice = {
  step: (title: string) => console.log(paint('bold', title)),
  done: (line: string) => console.log(`  ${mark.done(line)}`),
  waiting: (line: string) => console.log(`  ${mark.skipped(line)}`),
  /** A line that says itself whether it was done or left alone. */
  item: (line: string) => console.log(`  ${line}`),
  block: (text: string) => console.log(`\n${text}\n`),
  fault: (message: string) => console.error(paint('red', message, process.stderr)),
} as const

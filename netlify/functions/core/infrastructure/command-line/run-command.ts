import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import dotenv from 'dotenv'
import { CommandError } from './command-error.js'
import { exitCodes } from './exit-codes.js'
import { explain } from './explain.js'
import { paint } from './paint.js'

/**
 * Runs a command when its file is the one that was started, and turns what it throws into a
 * sentence and an exit code.
 */
export async function runCommand(moduleUrl: string, main: () => Promise<number>): Promise<void> {
  if (!isStarted(moduleUrl)) return
  dotenv.config({ quiet: true })
  try {
    process.exitCode = await main()
  } catch (error) {
    const { text, exitCode } = explain(error)
    console.error(paint('red', text, process.stderr))
    process.exitCode = exitCode
  }
}

/**
 * Parses the options of the command line, and its arguments with `allowPositionals`. An unknown
 * option stops the command.
 */
export function optionsOf<Options extends ParseArgsOptionsConfig>(
  options: Options,
  usage: string,
  { allowPositionals = false } = {},
) {
  try {
    return parseArgs({ options, allowPositionals })
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error)
    throw new CommandError(exitCodes.usage, `${reason}. Usage: ${usage}`)
  }
}

function isStarted(moduleUrl: string): boolean {
  const started = process.argv[1]
  return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(moduleUrl))
}

import { createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'

/** Refuses a file that exists: a backup never replaces another. */
export function assertNew(file: string): void {
  if (existsSync(file)) throw new CommandError(exitCodes.refused, `${file} exists already: choose another name.`)
}

/**
 * Writes text into a file, compressed. The file appears under its name only when it is complete and
 * on the disk, and only its owner may read it; an interrupted run leaves no file.
 *
 * @throws CommandError (refused) when the file exists; (failed) when it cannot be written.
 */
export async function writeCompressed(file: string, text: AsyncIterable<string>): Promise<void> {
  assertNew(file)
  const partial = `${file}.partial`
  try {
    // a file left by a killed run would keep its own mode
    await rm(partial, { force: true })
    await pipeline(text, createGzip(), createWriteStream(partial, { flags: 'wx', mode: 0o600 }))
    await flush(partial)
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw fileError(file, error)
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Turns an error of the file system into a sentence; returns any other error unchanged. */
function fileError(file: string, error: unknown): unknown {
  const inFileSystem = error instanceof Error && 'syscall' in error && 'code' in error && 'path' in error
  const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
  if (!inFileSystem && !full) return error
  return new CommandError(exitCodes.failed, `${file} cannot be written (${String(error.code)}).`, error)
}

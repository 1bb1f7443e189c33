import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { damaged } from './damaged.js'

const lineBreak = 0x0a
// far more than any row takes, so that a forged file with a longer line cannot use up the memory
const lineBytesMax = 64 * 1_024 * 1_024

/**
 * Yields the lines of a compressed file, some at a time; `onBytes` is called with the number of
 * compressed bytes read.
 *
 * @throws CommandError (usage) when there is no such file; (refused) when it is not a gzip file, or
 *   damaged, or cut short.
 */
export async function* compressedLines(
  file: string,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<Buffer[]> {
  let rest: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of chunksOf(file, onBytes)) {
      const text = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      const lines = splitLines(text)
      rest = text.subarray(lines.reduce((sum, line) => sum + line.length + 1, 0))
      if (rest.length > lineBytesMax) throw damaged(file, 'one of its lines is too long')
      if (lines.length > 0) yield lines
    }
  } catch (error) {
    throw explained(file, error)
  }
  if (rest.length > 0) throw damaged(file, 'it was cut short')
}

function chunksOf(file: string, onBytes: (bytes: number) => void): AsyncIterable<Buffer> {
  const source = createReadStream(file)
  let bytes = 0
  source.on('data', (chunk) => {
    bytes += chunk.length
    onBytes(bytes)
  })
  // the loop that reads the stream throws the error
  return pipeline(source, createGunzip({ chunkSize: 1_024 * 1_024 }), () => undefined)
}

/** Splits off the complete lines at the beginning of a text, without their line breaks. */
function splitLines(text: Buffer): Buffer[] {
  const lines: Buffer[] = []
  for (let start = 0; ; ) {
    const end = text.indexOf(lineBreak, start)
    if (end < 0) return lines
    lines.push(text.subarray(start, end))
    start = end + 1
  }
}

function explained(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return new CommandError(exitCodes.usage, `There is no file ${file}.`)
  if (code === 'EISDIR' || code === 'EACCES')
    return new CommandError(exitCodes.usage, `${file} cannot be read (${code}).`)
  if (code === 'Z_BUF_ERROR') return damaged(file, 'it was cut short')
  return code === 'Z_DATA_ERROR' ? damaged(file, 'its bytes are not those that were written') : error
}

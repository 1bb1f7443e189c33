import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { bytesMin, type Coding, codingFor, isCompressible, tagOfCompressed, varyingBy } from './content-coding.js'

/**
 * Sends an answer on to the client, compressed as the platform does it, chunk by chunk as it comes.
 * Rejects when either side breaks off; both are closed then.
 */
export async function passBack(
  answer: IncomingMessage,
  asked: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { statusCode: status = 502 } = answer
  if (!isCompressible(status, answer.headers)) {
    outgoing.writeHead(status, status === 304 ? namedAsBefore(asked, answer.headers) : answer.headers)
    return pipeline(answer, outgoing)
  }
  const headers = { ...answer.headers, vary: varyingBy('Accept-Encoding', answer.headers.vary) }
  const coding = codingFor(asked.headers['accept-encoding'])
  const { chunks, isSmall } = await begun(answer)
  if (coding === null || isSmall || asked.method === 'HEAD') {
    outgoing.writeHead(status, headers)
    return pipeline(chunks, outgoing)
  }
  outgoing.writeHead(status, ofCompressed(headers, coding))
  return pipeline(chunks, compressor(coding), outgoing)
}

function ofCompressed(
  { 'content-length': _, etag, ...rest }: IncomingHttpHeaders,
  coding: Coding,
): IncomingHttpHeaders {
  return { ...rest, ...(etag === undefined ? {} : { etag: tagOfCompressed(etag) }), 'content-encoding': coding }
}

/** Names what is not modified by the tag that the client has it by. */
function namedAsBefore({ headers: asked }: IncomingMessage, headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const compressed = tagOfCompressed(headers.etag ?? '')
  return headers.etag && asked['if-none-match']?.includes(compressed) ? { ...headers, etag: compressed } : headers
}

/** Flushes each chunk, so that what is made slowly arrives while it is made. */
function compressor(coding: Coding): Transform {
  if (coding === 'gzip') return createGzip({ flush: constants.Z_SYNC_FLUSH })
  // 11, the default, would take longer than the request
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
  return createBrotliCompress({ flush: constants.BROTLI_OPERATION_FLUSH, params })
}

type Begun = { readonly chunks: AsyncIterable<Buffer>; readonly isSmall: boolean }

/** Reads until it is known whether a body is too small to compress; nothing of it is lost. */
async function begun(answer: AsyncIterable<Buffer>): Promise<Begun> {
  const rest = answer[Symbol.asyncIterator]()
  const first: Buffer[] = []
  let bytes = 0
  while (bytes < bytesMin) {
    const { done, value } = await rest.next()
    if (done) break
    first.push(value)
    bytes += value.length
  }
  return { chunks: joined(first, rest), isSmall: bytes < bytesMin }
}

async function* joined(first: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* first
  yield* { [Symbol.asyncIterator]: () => rest }
}

import type { Deadline } from '#orchestration/contract.js'
import { RequestRefusal, refuseRequest } from '#orchestration/request-refusal.js'
import { checkContentCoding } from './media-types.js'

/** Bytes of the largest body that is read. */
export const bodyBytesMax = 1_048_576

/**
 * Reads the body as text and counts its bytes as they arrive, so that a false `Content-Length`
 * costs no memory.
 *
 * Refuses with PAYLOAD_TOO_LARGE over 1 MiB; with REQUEST_TIMEOUT when the body has not arrived by
 * the deadline; with MALFORMED_REQUEST when it breaks off, is not UTF-8, or begins with a byte
 * order mark; with UNSUPPORTED_MEDIA_TYPE when it is compressed.
 */
export async function readBody(request: Request, deadline: Deadline): Promise<string> {
  checkContentCoding(request)
  if (Number(request.headers.get('content-length') ?? 0) > bodyBytesMax) throw tooLarge()
  const bytes = await readBytes(request, deadline)
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    refuseRequest('MALFORMED_REQUEST', 'The body begins with a byte order mark.')
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuseRequest('MALFORMED_REQUEST', 'The body is not UTF-8.')
  }
}

async function readBytes({ body }: Request, deadline: Deadline): Promise<Uint8Array> {
  if (!body) return new Uint8Array()
  const reader = body.getReader()
  try {
    return await deadline.within(collect(reader), tooSlow)
  } catch (error) {
    // cancelling tells a client that still sends to stop; after a broken body there is nobody to
    // tell
    reader.cancel().catch(() => undefined)
    throw error instanceof RequestRefusal ? error : brokenOff()
  }
}

async function collect(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let total = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    total += read.value.byteLength
    if (total > bodyBytesMax) throw tooLarge()
    chunks.push(read.value)
  }
  return Buffer.concat(chunks)
}

function tooSlow(): RequestRefusal {
  return new RequestRefusal('REQUEST_TIMEOUT', 'The body of the request did not arrive in time.')
}

function brokenOff(): RequestRefusal {
  return new RequestRefusal('MALFORMED_REQUEST', 'The body broke off.')
}

function tooLarge(): RequestRefusal {
  return new RequestRefusal('PAYLOAD_TOO_LARGE', `The body has more than ${bodyBytesMax} bytes.`)
}

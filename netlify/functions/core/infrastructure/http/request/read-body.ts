import { Refusal, refuse } from '../../../domain/refusal.js'

/** The largest body that is read, in bytes. */
export const bodyBytesMax = 1_048_576

/**
 * Reads the body as text, counting bytes as they come, so that a lie in `Content-Length` costs no memory.
 *
 * Refuses with PAYLOAD_TOO_LARGE over 1 MiB, and with MALFORMED_REQUEST what is not UTF-8 or begins with a byte order mark.
 */
export async function readBody(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > bodyBytesMax) throw tooLarge()
  const bytes = await readBytes(request)
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    refuse('MALFORMED_REQUEST', 'The body begins with a byte order mark.')
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('MALFORMED_REQUEST', 'The body is not UTF-8.')
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of request.body) {
    total += chunk.byteLength
    if (total > bodyBytesMax) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(): Refusal {
  return new Refusal('PAYLOAD_TOO_LARGE', `The body has more than ${bodyBytesMax} bytes.`)
}

import { Refusal } from '#domain/refusal.js'

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused the connection',
  ECONNRESET: 'closed the connection without an answer',
  EPIPE: 'closed the connection without an answer',
  ETIMEDOUT: 'cannot be reached',
  EHOSTUNREACH: 'cannot be reached',
  ENETUNREACH: 'cannot be reached',
  ECONNABORTED: 'closed the connection without an answer',
  EPROTO: 'does not speak TLS',
  HPE_HEADER_OVERFLOW: 'answered with too many headers',
}

/**
 * Tells why there was no answer, in a sentence of ours for the delivery log. The codes are Node's;
 * nothing of the receiver's is repeated.
 */
export function reasonOf(error: unknown, timeoutMs: number): string {
  if (error instanceof Refusal) return 'the URL is not https'
  const names = errorsIn(error).flatMap(({ name }) => name)
  if (names.some((name) => name === 'TimeoutError' || name === 'AbortError'))
    return `no answer within ${timeoutMs / 1_000} s`
  const codes = errorsIn(error).flatMap((one) => ('code' in one && typeof one.code === 'string' ? [one.code] : []))
  const known = codes.flatMap((code) => reasons[code] ?? [])[0]
  const code = codes[0] ?? 'unknown'
  if (known !== undefined) return known
  if (code.startsWith('HPE_')) return 'did not answer in HTTP'
  if (code.startsWith('ERR_SSL_')) return 'does not speak TLS'
  return /CERT|SIGNATURE|TLS|CRL/.test(code) ? `its certificate is not good (${code})` : `failed (${code})`
}

/** Lists an error and its causes: connecting to several addresses fails with one error for each. */
function errorsIn(error: unknown): readonly Error[] {
  if (error instanceof AggregateError) return [error, ...error.errors.flatMap(errorsIn)]
  if (!(error instanceof Error)) return []
  return [error, ...errorsIn(error.cause)]
}

import type { Method, Operation } from '#orchestration/contract.js'
import { refuseRequest } from '#orchestration/request-refusal.js'

const json = 'application/json'
const mergePatch = 'application/merge-patch+json'

/** Lists the media types that a body may have, by method. */
export function acceptedTypes(method: Method): readonly string[] {
  return method === 'PATCH' ? [mergePatch, json] : [json]
}

/** Refuses with UNSUPPORTED_MEDIA_TYPE a body that is not JSON in UTF-8. */
export function checkContentType(request: Request, method: Method): void {
  const [type = '', ...parameters] = (request.headers.get('content-type') ?? '').split(';').map((part) => part.trim())
  const accepted = acceptedTypes(method)
  if (!accepted.includes(type.toLowerCase())) {
    refuseRequest('UNSUPPORTED_MEDIA_TYPE', `Send ${accepted.join(' or ')}.`, [
      { header: 'Content-Type', code: 'VALUE', detail: `must be ${accepted.join(' or ')}` },
    ])
  }
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter.toLowerCase().split('=')
    if (name === 'charset' && value.replaceAll('"', '') !== 'utf-8') {
      refuseRequest('UNSUPPORTED_MEDIA_TYPE', 'Send UTF-8.', [
        { header: 'Content-Type', code: 'VALUE', detail: 'has a charset other than utf-8' },
      ])
    }
  }
}

/**
 * Refuses with UNSUPPORTED_MEDIA_TYPE a body that is compressed: a small one could become a large
 * one (RFC 9110, 15.5.16).
 */
export function checkContentCoding(request: Request): void {
  const codings = (request.headers.get('content-encoding') ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
  if (codings.every((coding) => coding === '' || coding === 'identity')) return
  refuseRequest('UNSUPPORTED_MEDIA_TYPE', 'Send the body as it is, without a content coding.', [
    { header: 'Content-Encoding', code: 'VALUE', detail: 'must be identity, or left out' },
  ])
}

/**
 * Refuses with NOT_ACCEPTABLE a caller who does not accept what the operation answers with: JSON, or
 * the media type of its file. Problems are sent to everybody, because a status alone helps nobody
 * (RFC 9110, 12.5.1 lets a server do so).
 */
export function checkAccept(request: Request, { produces = json }: Pick<Operation, 'produces'>): void {
  const accept = request.headers.get('accept')
  if (accept === null || accept.trim() === '') return
  if (isAccepted(produces, accept.split(',').map(parseRange))) return
  refuseRequest('NOT_ACCEPTABLE', `This operation answers with ${produces}.`, [
    { header: 'Accept', code: 'VALUE', detail: `must include ${produces}` },
  ])
}

type Range = { readonly type: string; readonly refused: boolean }

function parseRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  return { type, refused: parameters.some((parameter) => /^q=0(\.0{0,3})?$/.test(parameter)) }
}

/** Tells whether a media type is accepted; the most specific range decides (RFC 9110, 12.5.1). */
function isAccepted(type: string, ranges: readonly Range[]): boolean {
  const deciding = [type, 'application/*', '*/*'].find((name) => ranges.some((range) => range.type === name))
  return ranges.some((range) => range.type === deciding && !range.refused)
}

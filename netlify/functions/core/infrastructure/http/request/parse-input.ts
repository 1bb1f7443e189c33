import * as z from 'zod'
import { type Fault, refuse } from '#domain/refusal.js'
import type { Method, Operation } from '#orchestration/contract.js'
import { refuseRequest } from '#orchestration/request-refusal.js'
import type { Routed } from '../exchange.js'
import { faultsMax, faultsOf, inBody, inParameters, type Place } from './faults.js'
import { checkContentType } from './media-types.js'
import { readBody } from './read-body.js'
import { sentenceOf } from './sentences.js'
import { JsonError, parseStrictJson } from './strict-json.js'

export type ParsedInput = { readonly params: unknown; readonly query: unknown; readonly body: unknown }

/** A request before its schemas parse it. */
export type RawInput = { readonly params: Routed['params']; readonly url: URL; readonly bodyText: string | null }

/** The input of a command without input: no body, or an empty object. */
const nothing = z.strictObject({})

/**
 * Reads the body of a request that may have one. Refuses with what readBody() does, and
 * UNSUPPORTED_MEDIA_TYPE.
 */
export async function readInput(
  routed: Pick<Routed, 'request' | 'operation' | 'params' | 'deadline'>,
): Promise<RawInput> {
  const { request, operation, params, deadline } = routed
  const url = new URL(request.url)
  const schema = bodySchemaOf(operation)
  if (!schema) return { params, url, bodyText: null }
  const text = await readBody(request, deadline)
  if (text === '' && mayBeEmpty(operation.http.method, schema)) return { params, url, bodyText: '{}' }
  checkContentType(request, operation.http.method)
  return { params, url, bodyText: text }
}

function bodySchemaOf({ kind, input }: Operation): z.ZodType | undefined {
  return input.body ?? (kind === 'command' ? nothing : undefined)
}

/**
 * Tells whether a missing body means an empty object: for commands without required input, never
 * for a replacement.
 */
export function mayBeEmpty(method: Method, schema: z.ZodType): boolean {
  return (method === 'POST' || method === 'DELETE') && schema.safeParse({}).success
}

/**
 * Parses path parameters, query parameters and body by the operation's schemas.
 *
 * Refuses with all faults at once: MALFORMED_REQUEST (400) when one is in the address or the body
 * is not JSON, else INVALID_INPUT (422).
 */
export function parseInput({ params, url, bodyText }: RawInput, operation: Operation): ParsedInput {
  const { input } = operation
  const body = bodyText === null ? undefined : parseJson(bodyText)
  const found = {
    params: check(input.params, params, inParameters),
    query: check(input.query, Object.fromEntries(url.searchParams), inParameters),
    body: check(bodySchemaOf(operation), body, inBody),
  }
  const inAddress = [
    ...found.params.faults,
    ...repeated(url),
    ...describeKnown(found.query.faults, input.query),
    ...unknown(url, input.query),
  ]
  const faults = [...inAddress, ...found.body.faults].slice(0, faultsMax)
  if (inAddress.length > 0)
    refuseRequest('MALFORMED_REQUEST', 'The address of the request is not as it should be.', faults)
  if (faults.length > 0) refuse('INVALID_INPUT', 'The body is not as it should be.', faults)
  return { params: found.params.value, query: found.query.value, body: found.body.value }
}

type Checked = { readonly value: unknown; readonly faults: readonly Fault[] }

function check(schema: z.ZodType | undefined, given: unknown, place: Place): Checked {
  if (!schema) return { value: {}, faults: [] }
  const parsed = schema.safeParse(given, { reportInput: true, error: sentenceOf })
  return parsed.success
    ? { value: parsed.data, faults: [] }
    : { value: {}, faults: faultsOf(parsed.error.issues, place) }
}

function parseJson(text: string): unknown {
  if (text.trim() === '') refuseRequest('MALFORMED_REQUEST', 'The body is empty; send JSON.')
  try {
    return parseStrictJson(text)
  } catch (error) {
    if (error instanceof JsonError) refuseRequest('MALFORMED_REQUEST', `The body is not JSON: ${error.message}.`)
    throw error
  }
}

function repeated(url: URL): Fault[] {
  const names = [...url.searchParams.keys()]
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  return [...twice].map((name) => ({ ...inParameters([name]), code: 'REPEATED', detail: 'is given more than once' }))
}

/** Lists the query parameters of an operation that takes none; a schema reports its own. */
function unknown(url: URL, schema: z.ZodObject | undefined): Fault[] {
  if (schema) return []
  return [...new Set(url.searchParams.keys())].map((name) => ({
    ...inParameters([name]),
    code: 'UNKNOWN_PARAMETER',
    detail: 'is not known; this operation takes no query parameters',
  }))
}

function describeKnown(faults: readonly Fault[], schema: z.ZodObject | undefined): Fault[] {
  const known = Object.keys(schema?.shape ?? {}).join(', ')
  return faults.map((fault) =>
    fault.code === 'UNKNOWN_FIELD'
      ? { ...fault, code: 'UNKNOWN_PARAMETER', detail: `is not known; known are ${known}` }
      : fault,
  )
}

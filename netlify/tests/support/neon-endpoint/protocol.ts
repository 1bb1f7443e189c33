import type { IncomingHttpHeaders } from 'node:http'
import * as z from 'zod'

/** The request was not Neon's protocol; the answer is 400 without SQLSTATE fields. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
}

const parameter = z.union([z.string(), z.number(), z.boolean(), z.null()])
const query = z.object({ query: z.string(), params: z.array(parameter).default([]) })
const body = z.union([z.object({ queries: z.array(query) }), query])

export type NeonQuery = z.output<typeof query>

export type NeonRequest = {
  readonly connectionString: string
  readonly arrayMode: boolean
  /** Null for a single query, which runs without a transaction around it. */
  readonly begin: string | null
  readonly queries: readonly NeonQuery[]
}

/** Reads a request of the driver; the names are those that it sends. */
export function parseNeonRequest(headers: IncomingHttpHeaders, text: string): NeonRequest {
  const connectionString = header(headers, 'neon-connection-string')
  if (!connectionString) throw new ProtocolError('the header Neon-Connection-String is missing')
  if (header(headers, 'neon-raw-text-output') !== 'true') {
    throw new ProtocolError('only raw text output is spoken here (Neon-Raw-Text-Output: true)')
  }
  const parsed = body.parse(JSON.parse(text))
  const batch = 'queries' in parsed
  return {
    connectionString,
    arrayMode: header(headers, 'neon-array-mode') === 'true',
    begin: batch ? beginOf(headers) : null,
    queries: batch ? parsed.queries : [parsed],
  }
}

const levels: Readonly<Record<string, string>> = {
  ReadUncommitted: 'read uncommitted',
  ReadCommitted: 'read committed',
  RepeatableRead: 'repeatable read',
  Serializable: 'serializable',
}

function beginOf(headers: IncomingHttpHeaders): string {
  const isolation = header(headers, 'neon-batch-isolation-level')
  const level = isolation === null ? null : levels[isolation]
  if (level === undefined) throw new ProtocolError(`no such isolation level: ${isolation}`)
  const readOnly = header(headers, 'neon-batch-read-only') === 'true'
  const deferrable = header(headers, 'neon-batch-deferrable') === 'true'
  return `begin${level ? ` isolation level ${level}` : ''}${readOnly ? ' read only' : ''}${deferrable ? ' deferrable' : ''}`
}

function header(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name]
  return typeof value === 'string' ? value : null
}

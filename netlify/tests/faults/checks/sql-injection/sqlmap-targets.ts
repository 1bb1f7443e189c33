import { randomUUID } from 'node:crypto'
import type { Operation } from '#orchestration/contract.js'
import { type Arranged, bodyType, fullBody } from '#tests/faults/support/requests/arranged.js'
import { sampleQuery } from './query-samples.js'
import type { SqlmapTarget } from './sqlmap.js'

/**
 * What sqlmap attacks of an operation: all that its recipe sends, then what else may be sent along.
 */
export function sqlmapTargets(given: Arranged, port: number, seed: number): SqlmapTarget[] {
  const arranged = underOneId(given)
  const { operation, body } = arranged
  const [path = '', search = ''] = arranged.path.split('?')
  const asked = new URLSearchParams(search)
  const target = (name: string, line: string, sent: string | null): SqlmapTarget[] =>
    `${line}${sent}`.includes('*')
      ? [{ name: `${operation.id}, ${name}`, request: request(arranged, port, line, sent) }]
      : []
  const plain = body === undefined ? null : JSON.stringify(body)
  const marked = body === undefined ? null : markedJson(body)
  const others = Object.entries(sampleQuery(operation, seed)).filter(([name]) => !asked.has(name))
  const rest = Object.entries(fullBody(operation, body, seed)).filter(([name]) => !(name in Object(body)))
  return [
    ...target('as documented', `${markedPath(operation, path)}${markedQuery([...asked])}`, marked),
    ...others.flatMap(([name, value]) => target(name, `${path}${markedQuery([[name, value]], asked)}`, plain)),
    ...(rest.length > 0 ? target('further fields', path, markedFields(body, rest)) : []),
  ]
}

/**
 * Creates one and the same thing where there may be only so many: the answer that changes when there are
 * enough of them would pass for one that an injection changed.
 */
function underOneId(arranged: Arranged): Arranged {
  const { operation, body } = arranged
  const isLimited = operation.refusals.some((code) => code.endsWith('_LIMIT')) && operation.existing !== undefined
  return isLimited ? { ...arranged, body: { id: randomUUID(), ...Object(body) } } : arranged
}

function request({ operation, athlete }: Arranged, port: number, line: string, body: string | null): string {
  const head = [
    `${operation.http.method} /api/v1${line} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Authorization: Bearer ${athlete.token}`,
    ...(body === null ? [] : [`Content-Type: ${bodyType(operation)}`]),
  ]
  return `${head.join('\r\n')}\r\n\r\n${body ?? ''}`
}

function markedPath({ http }: Operation, path: string): string {
  const steps = http.path.split('/')
  return path
    .split('/')
    .map((step, index) => (steps[index]?.startsWith('{') ? `${step}*` : step))
    .join('/')
}

function markedQuery(marked: readonly (readonly [string, string])[], plain = new URLSearchParams()): string {
  const all = [
    ...[...plain].map(([name, value]) => pair(name, value)),
    ...marked.map(([name, value]) => `${pair(name, value)}*`),
  ]
  return all.length > 0 ? `?${all.join('&')}` : ''
}

const pair = (name: string, value: string) => `${name}=${encodeURIComponent(value)}`

/**
 * JSON in which every text and number has a mark, of a list those of the first item; a truth value
 * can carry nothing.
 */
function markedJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(`${value}*`)
  if (typeof value === 'number') return `${value}*`
  if (Array.isArray(value))
    return `[${value.map((item, at) => (at === 0 ? markedJson(item) : JSON.stringify(item))).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}: ${markedJson(field)}`)
  return `{${fields.join(', ')}}`
}

function markedFields(body: unknown, fields: readonly [string, unknown][]): string {
  const plain = JSON.stringify(body ?? {}).slice(0, -1)
  const marked = fields.map(([name, value]) => `${JSON.stringify(name)}: ${markedJson(value)}`).join(', ')
  return `${plain}${plain === '{' ? '' : ', '}${marked}}`
}

import { createHash } from 'node:crypto'
import type { Operation } from '#orchestration/contract.js'
import { fieldsSorted } from '../canonical.js'

/**
 * Makes the strong entity tag of an answer whose JSON is `text`. A resource with a version gets
 * `"3.Xq0vT2b9eA"`: the version, which `If-Match` compares, and a digest, because an answer may
 * change without its version (a day is no longer today). An answer without a version gets a digest
 * alone.
 */
export function entityTagOf({ kind }: Pick<Operation, 'kind'>, output: unknown, text: string): string | null {
  const version = versionOf(output)
  // jsonb returns a kept answer with its fields in another order
  if (version !== null) return `"${version}.${digestOf(JSON.stringify(output, fieldsSorted)).slice(0, 10)}"`
  return kind === 'query' ? `"${digestOf(text).slice(0, 22)}"` : null
}

function versionOf(output: unknown): number | null {
  return isObject(output) && typeof output.version === 'number' ? output.version : null
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

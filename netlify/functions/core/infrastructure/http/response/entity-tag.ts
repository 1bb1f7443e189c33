import { createHash } from 'node:crypto'
import type { Operation } from '#orchestration/contract.js'
import { fieldsSorted } from '../canonical.js'

/**
 * The strong entity tag of an answer, whose JSON is `text`. Of what has a version,
 * `"3.Xq0vT2b9eA"`: the version, which `If-Match` compares, and a digest, because an answer may
 * change without it (the day is not today any more). Of what is read and has no version, a digest
 * alone.
 */
export function entityTagOf({ kind }: Pick<Operation, 'kind'>, output: unknown, text: string): string | null {
  const version = versionOf(output)
  // an answer kept for repeats comes back with its fields in another order
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

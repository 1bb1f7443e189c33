import { Written } from '#infrastructure/cache/written.js'
import type { Operation } from '#orchestration/contract.js'
import { entityTagOf } from './entity-tag.js'

/** Puts the answer of an operation in writing. */
export function inWriting(operation: Operation, output: unknown): Written {
  const text = JSON.stringify(output)
  return new Written(text, entityTagOf(operation, output, text), nextCursorOf(output))
}

function nextCursorOf(output: unknown): string | null {
  const page = isObject(output) ? output.page : null
  const cursor = isObject(page) ? page.nextCursor : null
  return typeof cursor === 'string' ? cursor : null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

import assert from 'node:assert/strict'
import { check } from 'recheck'
import type { FaultCheck } from '../fault-check.js'
import { inLanes } from '../support/lanes.js'
import { expressionsInDocument, expressionsInSources, type Found } from './regular-expressions/expressions.js'

/** Only so that a check ends: what it looks for is not how long it takes, and a busy machine takes long. */
const msMax = 45_000

/** Expressions that are composed of our own words when the program starts, and why that is safe. */
const composed: Readonly<Record<string, string>> = {
  'core/domain/library/equipment-filter.schema.ts': 'stands in the OpenAPI document, and is checked there',
  'core/domain/library/exercise-ref.schema.ts': 'stands in the OpenAPI document, and is checked there',
  'core/domain/values/word-list.schema.ts': 'stands in the OpenAPI document, and is checked there',
  'core/orchestration/workouts/support/workout-request.schema.ts':
    'stands in the OpenAPI document, and is checked there',
  'core/infrastructure/database/verification/schema-lines.ts': 'a choice of words, and reads a file of our own',
}

/** Returns what is wrong with a regular expression, or null. */
export async function faultOfExpression({ place, source, flags }: Found, seed = 1): Promise<string | null> {
  if (source === null && (place.split(':')[0] ?? '') in composed) return null
  if (source === null) return `${place}: put together when the program runs, so nothing can be said of it`
  const found = await check(source, flags, { timeout: msMax, randomSeed: seed })
  if (found.status === 'safe') return null
  const why = found.status === 'unknown' ? found.error.kind : `${found.complexity.type}, ${found.complexity.summary}`
  return `${place}: /${source}/${flags} is ${found.status} (${why})`
}

/** Each expression once, with all its places. */
function distinct(found: readonly Found[]): Found[] {
  const byText = Map.groupBy(found, ({ source, flags, place }) => (source === null ? place : `/${source}/${flags}`))
  return [...byText.values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, place: [first, ...more].map(({ place }) => place).join(', ') }] : [],
  )
}

/** recheck on what the sources and the schemas match texts with. */
export const regularExpressions: FaultCheck = {
  name: 'recheck on every regular expression: none takes more than linear time',
  run: async ({ seed }) => {
    const found = [...expressionsInSources(), ...expressionsInDocument()]
    assert.ok(found.length > 50, `only ${found.length} regular expressions found`)
    const expressions = distinct(found)
    const faults = (await inLanes(2, expressions, (one) => faultOfExpression(one, seed))).filter(
      (fault) => fault !== null,
    )
    assert.equal(faults.length, 0, faults.join('\n'))
    return `${expressions.length} regular expressions at ${found.length} places`
  },
}

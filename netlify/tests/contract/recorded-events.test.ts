import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { parseEvent } from '#domain/event/event.js'
import { payloads } from '#domain/event/payloads.js'

// Events are stored for ever. Each type and version has an example here, as it was recorded: a new
// version gets an example of its own, and one that stands here never changes.

const Recorded = z.array(z.object({ type: z.string(), version: z.number(), payload: z.unknown() }))
const recorded = Recorded.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'recorded-events.json'), 'utf8')))
const nameOf = ({ type, version }: { type: string; version: number }) => `${type} of version ${version}`

test.each(recorded.map((event) => [nameOf(event), event] as const))('reads %s', (_, event) => {
  expect(() => parseEvent(event)).not.toThrow()
})

test('every type and version of an event has an example', () => {
  const declared = Object.entries(payloads).flatMap(([type, versions]) =>
    Object.keys(versions).map((version) => nameOf({ type, version: Number(version) })),
  )
  expect(declared.filter((name) => !recorded.some((event) => nameOf(event) === name))).toEqual([])
})

test('a set from before there were kinds is a working set, and a plan from before had no modifiers', () => {
  const payloadOf = (name: string) => recorded.filter(({ type }) => type === name).map(parseEvent)[0]?.payload
  expect(payloadOf('set.logged')).toMatchObject({ set: { kind: 'working' } })
  expect(payloadOf('sessionExercise.added')).toMatchObject({ exercise: { modifier: 'none' } })
})

import type * as z from 'zod'
import type { Fault } from '#domain/refusal.js'

type Issue = z.core.$ZodIssue

/** Says where a fault is, given the path to it. */
export type Place = (path: readonly PropertyKey[]) => { pointer: string } | { parameter: string }

/** A JSON pointer (RFC 6901) into the body. */
export const inBody: Place = (path) => ({
  pointer: path.map((step) => `/${nameOf(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
})

/** The name of a query or path parameter. */
export const inParameters: Place = ([name]) => ({ parameter: nameOf(name ?? '') })

/** Shortens a name that a caller gave to the length of our longest, so that answers stay small. */
function nameOf(step: PropertyKey): string {
  const name = String(step)
  return name.length <= 100 ? name : `${name.slice(0, 100).toWellFormed()}…`
}

/** Characters of a fault's sentence; the document says so as well. */
export const detailCharactersMax = 1_000

/** Faults that an answer lists at most; a megabyte of input could hold a hundred thousand. */
export const faultsMax = 1_000

/**
 * Lists the faults that a schema found, with their places, stable codes, and sentences: all of
 * them, up to `faultsMax` of each issue, because more are never listed.
 */
export function faultsOf(issues: readonly Issue[], place: Place): Fault[] {
  return withoutEchoes(issues.slice(0, faultsMax)).flatMap((issue): Fault[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.slice(0, faultsMax).map((key) => ({
        ...place([...issue.path, key]),
        code: 'UNKNOWN_FIELD',
        detail: 'is not a field that can be given here',
      }))
    }
    if (issue.code === 'invalid_union') return unionFaults(issue, place)
    return [{ ...place(issue.path), code: codeOf(issue), detail: detailOf(issue) }]
  })
}

/**
 * Drops the faults that Zod reports about the length of a value it has already rejected as no list.
 */
function withoutEchoes(issues: readonly Issue[]): Issue[] {
  const placeOf = ({ path }: Issue) => JSON.stringify(path.map(String))
  const mistyped = new Set(issues.filter(({ code }) => code === 'invalid_type').map(placeOf))
  return issues.filter((issue) => issue.code === 'invalid_type' || !mistyped.has(placeOf(issue)))
}

/** Picks the faults of one shape of a union: the one with the fewest was probably meant. */
function unionFaults(issue: z.core.$ZodIssueInvalidUnion, place: Place): Fault[] {
  const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0]
  if (!closest || closest.length === 0) return [{ ...place(issue.path), code: 'VALUE', detail: detailOf(issue) }]
  return faultsOf(
    closest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
    place,
  )
}

function codeOf(issue: Issue): string {
  if (isMissing(issue)) return 'REQUIRED'
  switch (issue.code) {
    case 'invalid_type':
      return 'TYPE'
    case 'too_small':
      return 'TOO_SMALL'
    case 'too_big':
      return 'TOO_BIG'
    case 'invalid_format':
    case 'not_multiple_of':
      return 'FORMAT'
    case 'custom':
      return typeof issue.params?.code === 'string' ? issue.params.code : 'VALUE'
    default:
      return 'VALUE'
  }
}

function detailOf(issue: Issue): string {
  return isMissing(issue) && !issue.message.startsWith(whyNeeded) ? 'is required' : shortened(issue.message)
}

/** How a schema begins that says itself why a field is required, and where its value comes from. */
const whyNeeded = 'is needed'

/** Cuts what no reader reads to its end: Zod lists every word of a choice, however many there are. */
function shortened(message: string): string {
  return message.length <= detailCharactersMax ? message : `${message.slice(0, detailCharactersMax - 1)}…`
}

/** Tells whether a field is missing; Zod reports that as a wrong type or value. */
function isMissing({ code, input }: Issue): boolean {
  return (code === 'invalid_type' || code === 'invalid_value') && input === undefined
}

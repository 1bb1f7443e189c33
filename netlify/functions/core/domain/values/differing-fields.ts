import { sameValue } from './same-value.js'

/** Where a request differs from what is there: a JSON pointer into its body, or a path parameter. */
export type Differing = { readonly pointer: string } | { readonly parameter: string }

/**
 * Lists the fields that are given and that a thing has otherwise. What is left out is not compared,
 * and null says nothing either.
 *
 * @param at The JSON pointer of what is given.
 */
export function differingFields(given: object, thing: object, at = ''): Differing[] {
  const there = new Map<string, unknown>(Object.entries(thing))
  return Object.entries(given)
    .filter(([field, value]) => value !== undefined && value !== null && !sameValue(value, there.get(field)))
    .map(([field]) => ({ pointer: `${at}/${field}` }))
}

/** Lists the path parameters that name another place than that of the thing. */
export function differingParameters(given: object, place: object): Differing[] {
  return differingFields(given, place).flatMap((where) =>
    'pointer' in where ? [{ parameter: where.pointer.slice(1) }] : [where],
  )
}

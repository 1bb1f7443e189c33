import { LateralPair } from './exercise.schema.js'
import type { LibraryFault } from './library-fault.js'
import { type LibraryNode, nodesBySlug } from './library-node.js'

/**
 * The largest difference in difficulty at which two exercises may stand in for each other: a tenth
 * of the whole axis.
 */
export const lateralDifficultyDeltaMax = 0.6

type Nodes = ReadonlyMap<string, LibraryNode>

/** Lists what is wrong with the lateral pairs. */
export function checkLaterals(list: readonly LibraryNode[], pairs: readonly unknown[]): LibraryFault[] {
  const nodes = nodesBySlug(list)
  const parsed = pairs.map((pair) => LateralPair.safeParse(pair))
  const keys = parsed.map(({ data }) => (data === undefined ? null : [...data].sort().join(' ')))
  return parsed.flatMap(({ data }, index): LibraryFault[] => {
    if (data === undefined)
      return [{ code: 'LATERAL_INVALID', slug: null, detail: `lateral pair ${index} is not a pair of slugs` }]
    const repeated = keys.indexOf(keys[index] ?? null) !== index
    return [...(repeated ? [fault('LATERAL_DUPLICATE', data, 'named twice')] : []), ...checkPair(data, nodes)]
  })
}

function checkPair(pair: LateralPair, nodes: Nodes): LibraryFault[] {
  const [one, other] = pair
  if (one === other) return [fault('LATERAL_SELF', pair, 'an exercise is no variation of itself')]
  const [a, b] = [nodes.get(one), nodes.get(other)]
  if (a !== undefined && b !== undefined) return checkLikeness(pair, a, b)
  const unknown = pair.filter((slug) => !nodes.has(slug))
  return unknown.map((slug) => fault('LATERAL_UNKNOWN', pair, `${slug} is not in the library`))
}

function checkLikeness(pair: LateralPair, a: LibraryNode, b: LibraryNode): LibraryFault[] {
  const faults: LibraryFault[] = []
  if (a.category !== b.category)
    faults.push(fault('LATERAL_ACROSS_CATEGORIES', pair, `${a.category} and ${b.category}`))
  // compared in hundredths, because 3.2 - 2.6 is more than 0.6 in binary fractions
  if (Math.round(Math.abs(a.difficulty - b.difficulty) * 100) > Math.round(lateralDifficultyDeltaMax * 100))
    faults.push(fault('LATERAL_TOO_FAR_APART', pair, `${a.difficulty} and ${b.difficulty}`))
  if (requires(a, b) || requires(b, a))
    faults.push(fault('LATERAL_ALONG_CHAIN', pair, 'one requires the other, so it is harder and no variation'))
  return faults
}

/** Tells whether one leads to the other on every way; what is one of several ways may be much alike. */
function requires(one: LibraryNode, other: LibraryNode): boolean {
  return one.prerequisites.some((group) => group.every((slug) => slug === other.slug))
}

function fault(code: LibraryFault['code'], [one, other]: LateralPair, detail: string): LibraryFault {
  return { code, slug: one, detail: `${one} ~ ${other}: ${detail}` }
}

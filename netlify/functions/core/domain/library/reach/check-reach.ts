import type { LibraryFault } from '../library-fault.js'
import { climbOf, type Family, families, rungsOf } from './families.js'
import { ownedBits, type Reach, type Reachable, type ReachMap, reachMap, reachWith } from './reach.js'

/** Homes of people who train: with nothing, with what a flat has, and with one or two things more. */
const homes: Readonly<Record<string, readonly string[]>> = {
  nothing: [],
  'wall, chair and doorframe': ['wall', 'chair', 'doorframe'],
  'what a flat has': ['wall', 'chair', 'table', 'doorframe', 'towel', 'stairs'],
  'a pull-up bar': ['pull-up-bar'],
  'bar and rings': ['pull-up-bar', 'rings'],
}

/**
 * Lists where a library leads nobody further, in each of a few homes and with everything: exercises
 * that can be done and that nothing opens, steps that are too wide, and lines that end early. A test
 * looks at every set of equipment that a home can have.
 */
export function checkReach(exercises: readonly Reachable[]): LibraryFault[] {
  const map = reachMap(exercises)
  const known = (items: readonly string[]) => items.filter((item) => map.equipment.includes(item))
  const sets = Object.entries({ ...homes, everything: map.equipment })
  return sets.flatMap(([home, owned]) => {
    const reach = reachWith(map, ownedBits(map.equipment, known(owned)))
    return [...closedIn(home, map, reach), ...families.flatMap((family) => climbFaults(home, family, map, reach))]
  })
}

function closedIn(home: string, { exercises }: ReachMap, { closed }: Reach): LibraryFault[] {
  return closed.map((place) => ({
    code: 'NEVER_OPENED',
    slug: exercises[place]?.slug ?? null,
    detail: `with ${home}, nothing that can be mastered opens it`,
  }))
}

function climbFaults(home: string, family: Family, map: ReachMap, reach: Reach): LibraryFault[] {
  const { step, top } = climbOf(rungsOf(family, map), map, reach)
  const [tooWide, tooLow] = [step > family.stepMax, top < family.topMin]
  const fault = (code: LibraryFault['code'], detail: string): LibraryFault => ({ code, slug: null, detail })
  return [
    ...(tooWide ? [fault('STEP_TOO_WIDE', `${family.name} has a step of ${step.toFixed(2)} levels with ${home}`)] : []),
    ...(tooLow ? [fault('ENDS_EARLY', `${family.name} ends at ${top} with ${home}`)] : []),
  ]
}

import type { LibraryExercise } from '../exercise.schema.js'

/** The part of an exercise that decides whether it can be reached. */
export type Reachable = Pick<LibraryExercise, 'slug' | 'difficulty' | 'slot' | 'prerequisites' | 'equipment'>

/**
 * A library in the form in which what can be reached is computed for very many sets of equipment: in
 * order of difficulty, equipment as bits, prerequisites as places in that order.
 */
export type ReachMap = {
  readonly exercises: readonly Reachable[]
  /** The equipment that the library uses; the bit of a set is its place here. */
  readonly equipment: readonly string[]
  readonly groups: readonly { readonly equipment: readonly number[]; readonly prerequisites: readonly number[][] }[]
}

/**
 * Draws the map of a library, whose prerequisites all exist and are easier: then one pass in order of
 * difficulty finds all that can be reached.
 */
export function reachMap(exercises: readonly Reachable[]): ReachMap {
  const sorted = exercises.toSorted((one, other) => one.difficulty - other.difficulty)
  const equipment = [...new Set(exercises.flatMap((exercise) => exercise.equipment.flat()))].sort()
  const placeOf = new Map(sorted.map(({ slug }, place) => [slug, place]))
  const groups = sorted.map((exercise) => ({
    equipment: exercise.equipment.map((group) => ownedBits(equipment, group)),
    prerequisites: exercise.prerequisites.map((group) => group.flatMap((slug) => placeOf.get(slug) ?? [])),
  }))
  return { exercises: sorted, equipment, groups }
}

/** Returns the bits of a set of equipment. */
export function ownedBits(equipment: readonly string[], owned: readonly string[]): number {
  return owned.reduce((bits, item) => bits | (1 << equipment.indexOf(item)), 0)
}

/** What an athlete can come to with some equipment, each exercise by its place in the map. */
export type Reach = {
  /** 1 for what is reached by mastering alone, from nothing. */
  readonly reached: Uint8Array
  /** Places of exercises that can be done with the equipment, and that nothing ever opens. */
  readonly closed: readonly number[]
}

/** Computes what an athlete who owns these bits of equipment comes to by mastering, from nothing. */
export function reachWith({ groups }: ReachMap, owned: number): Reach {
  const reached = new Uint8Array(groups.length)
  const closed: number[] = []
  groups.forEach(({ equipment, prerequisites }, place) => {
    if (!equipment.every((group) => (group & owned) !== 0)) return
    if (prerequisites.every((group) => group.some((required) => reached[required] === 1))) reached[place] = 1
    else closed.push(place)
  })
  return { reached, closed }
}

/** A workout of an app that numbers none: two may begin in the same minute under the same title. */
export type TitledWorkout = {
  /** Start and end as the file writes them. */
  readonly start: string
  readonly end: string
  readonly title: string
}

/**
 * A set of an exported file. Its weight, reps and notes do not tell which set it is: whoever
 * corrects them in the other app has not done another one.
 */
export type ImportedSet = {
  /** The app's own number of the workout, or the day where the app knows no workouts. */
  readonly workout: string | TitledWorkout
  readonly exercise: string
  /** The app's own number of the set within its block; null where it has none, or a letter. */
  readonly setNumber: number | null
}

/**
 * Returns a key for each set of a file, in the order of the file. No two sets of a file share one,
 * even when all their cells are equal. The same set has the same key when its file is imported
 * again, and when the file has grown: a key names the workout, the block of its exercise, and the
 * position in the block. A block is an unbroken run of one exercise whose numbers rise.
 */
export function importKeys(source: string, sets: readonly ImportedSet[]): string[] {
  const workoutsBefore = counter()
  const blocksBefore = counter()
  return runs(sets, sameWorkout).flatMap((workout) => {
    const named = nameOf(workout[0])
    const which = typeof workout[0].workout === 'string' ? [named] : [named, workoutsBefore(named)]
    return runs(workout, sameBlock).flatMap((block) => {
      const { exercise } = block[0]
      const before = blocksBefore(JSON.stringify([which, exercise]))
      return block.map((_, position) => JSON.stringify([source, ...which, exercise, before, position]))
    })
  })
}

function nameOf({ workout }: ImportedSet): string {
  return typeof workout === 'string' ? workout : JSON.stringify([workout.start, workout.end, workout.title])
}

function sameWorkout(last: ImportedSet, set: ImportedSet): boolean {
  return nameOf(last) === nameOf(set)
}

function sameBlock(last: ImportedSet, set: ImportedSet): boolean {
  const rises = last.setNumber === null || set.setNumber === null || last.setNumber < set.setNumber
  return last.exercise === set.exercise && rises
}

/** Cuts a list wherever an item does not continue the one before it. */
function runs<Item>(items: readonly Item[], continues: (last: Item, item: Item) => boolean): [Item, ...Item[]][] {
  const found: [Item, ...Item[]][] = []
  let last: Item | undefined
  for (const item of items) {
    const run = found.at(-1)
    if (run !== undefined && last !== undefined && continues(last, item)) run.push(item)
    else found.push([item])
    last = item
  }
  return found
}

/** Counts how often a name came before. */
function counter(): (name: string) => number {
  const seen = new Map<string, number>()
  return (name) => {
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return before
  }
}

import { dirname } from 'node:path'
import type { Equivalent } from './equivalents/equivalent.js'
import type { Mutant } from './switch-mutants.js'

export type TriedMutant = Mutant & { readonly outcome: 'killed' | 'survived' | 'not tried' }

/** How many mutants of a folder were killed, survived, or cannot be killed. */
export type FolderTally = {
  readonly folder: string
  readonly killed: number
  readonly survived: number
  /** The mutants that no test can kill. */
  readonly equivalent: number
}

export type Tally = {
  readonly folders: readonly FolderTally[]
  /** The mutants that a test should have killed. */
  readonly survivors: readonly Mutant[]
  /** The places in the list of equivalents that are not mutants, or whose mutants were killed. */
  readonly misjudged: readonly string[]
}

/**
 * Counts by folder which mutants the tests killed, and checks the list of equivalents against it.
 */
export function tallyOf(mutants: readonly TriedMutant[], equivalents: readonly Equivalent[]): Tally {
  const listed = new Set(equivalents.flatMap(namesOf))
  const isMissed = (mutant: TriedMutant) => mutant.outcome === 'survived' && !listed.has(nameOf(mutant))
  const folders = [...Map.groupBy(mutants, ({ file }) => dirname(file))].map(([folder, found]) => {
    const [killed, survived] = [count(found, ({ outcome }) => outcome === 'killed'), count(found, isMissed)]
    const equivalent = count(found, ({ outcome }) => outcome === 'survived') - survived
    return { folder, killed, survived, equivalent }
  })
  const byName = Map.groupBy(mutants, nameOf)
  const isRight = (name: string) => byName.get(name)?.every(({ outcome }) => outcome !== 'killed')
  return {
    folders: folders.filter(({ killed, survived, equivalent }) => killed + survived + equivalent > 0),
    survivors: mutants.filter(isMissed),
    misjudged: [...listed].filter((name) => !isRight(name)),
  }
}

function count<Item>(items: readonly Item[], is: (item: Item) => boolean): number {
  return items.filter(is).length
}

function nameOf({ file, original, changed }: Mutant): string {
  return `${file}: ${original} -> ${changed}`
}

function namesOf({ file, original, changed }: Equivalent): string[] {
  return changed.map((text) => `${file}: ${original} -> ${text}`)
}

/**
 * Returns the share of mutants that the tests killed, among those that can be killed; from 0 to 1.
 */
export function shareKilled(folders: readonly FolderTally[]): number {
  const killed = folders.reduce((sum, folder) => sum + folder.killed, 0)
  const survived = folders.reduce((sum, folder) => sum + folder.survived, 0)
  return killed / (killed + survived)
}

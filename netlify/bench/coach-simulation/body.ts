import type { CoachExercise, SlotKey } from '#domain/coach/coach-exercise.js'
import { type Group, groupOfKey, siblingOf } from '#domain/coach/slot-groups.js'
import { slotKeyOf } from '#domain/coach/slot-key.js'
import { type Modifier, plannedLoadKg } from '#domain/effort/modifier.schema.js'
import type { Category, StrengthSlot } from '#domain/library/vocabulary.js'
import { strengthSlots } from '#domain/library/vocabulary.js'
import { randomNormal, seededRandom } from '../former-policy/sampling/seeded-random.js'
import type { Archetype } from './archetypes.js'
import { truth } from './truth.js'

const categoryOfSlot: Readonly<Record<StrengthSlot, Category>> = {
  hpush: 'Push',
  vpush: 'Push',
  hpull: 'Pull',
  vpull: 'Pull',
  squat: 'Squat',
  hinge: 'Squat',
  core: 'Push',
}

/** A set as a body did it. */
export type Effort = {
  readonly key: SlotKey
  readonly group: Group | undefined
  /** Reps, or RPE points of a hold. */
  readonly reserve: number
  readonly failed: boolean
  /** Whether its rating, or that there is none, makes it a hard set. */
  readonly hard: boolean
}

/** A body that trains: what it can do, how tired it is, and how it grows. */
export type Body = {
  /** True ability, in levels, without the form of a day. */
  readonly level: (key: SlotKey, category: Category) => number
  /** The most that it can do fresh on a day, in reps or seconds. */
  readonly maximum: (exercise: CoachExercise, modifier: Modifier, day: number) => number
  readonly levelOf: (exercise: CoachExercise) => number
  readonly train: (effort: Effort, day: number) => void
}

type Trained = {
  readonly key: SlotKey
  readonly group: Group | undefined
  readonly day: number
  readonly hard: boolean
}

/** Creates a body. All that is random follows from the seed, whatever is trained. */
export function createBody(archetype: Archetype, seed: string): Body {
  const levels = new Map<SlotKey, number>()
  const trained: Trained[] = []
  const drawn = (what: string) => randomNormal(seededRandom(`${seed} ${archetype.id} ${what}`))
  const offsets = new Map<string, number>()
  for (const slot of strengthSlots) {
    levels.set(slot, archetype.levels[categoryOfSlot[slot]] + truth.slotDeviation * drawn(slot))
  }
  const level = (key: SlotKey, category: Category): number => {
    const known = levels.get(key) ?? archetype.levels[category] + truth.slotDeviation * drawn(key)
    levels.set(key, known)
    return known
  }
  const offsetOf = (slug: string): number => {
    const known = offsets.get(slug) ?? truth.offsetDeviation * drawn(`offset ${slug}`)
    offsets.set(slug, known)
    return known
  }
  const grow = (key: SlotKey, levelsGained: number) => {
    const known = levels.get(key)
    if (known !== undefined) levels.set(key, known + levelsGained)
  }
  return {
    level,
    levelOf: (exercise) => level(slotKeyOf(exercise), exercise.category),
    maximum: (exercise, modifier, day) => {
      const key = slotKeyOf(exercise)
      const form = truth.dayDeviation * drawn(`day ${day}`)
      const above =
        level(key, exercise.category) + offsetOf(exercise.slug) + form - fatigueOf(groupOfKey(key), trained, day)
      const plain = (exercise.defaults[0] ?? 1) * Math.exp(above - exercise.difficulty)
      return maximumWith(exercise, plain, modifier)
    },
    train: ({ key, group, reserve, failed, hard }, day) => {
      const known = levels.get(key) ?? 0
      const setsOfWeek = trained.filter((one) => one.key === key && one.day > day - 7).length
      const { levelsMax, setsPerWeek, siblingShare } = truth.gain
      const room = Math.max(0, 1 - known / levelsMax) * Math.exp(-setsOfWeek / setsPerWeek)
      const gained = archetype.gainPerSet * stimulusOf(reserve, failed) * room
      grow(key, gained)
      const sibling = siblingOf[key]
      if (sibling) grow(sibling, siblingShare * gained)
      trained.push({ key, group, day, hard })
    },
  }
}

/** Returns the levels that earlier days still cost a group. */
function fatigueOf(group: Group | undefined, trained: readonly Trained[], day: number): number {
  const { levelsPerHardSet, halfLifeDays } = truth.fatigue
  let total = 0
  for (const one of trained) {
    if (group === undefined || one.group !== group || !one.hard || one.day >= day) continue
    total += levelsPerHardSet * 0.5 ** ((day - one.day) / halfLifeDays)
  }
  return total
}

function stimulusOf(reserve: number, failed: boolean): number {
  const { full, none, least, failed: ofFailed } = truth.stimulus
  if (failed) return ofFailed
  const share = Math.min(1, Math.max(0, (reserve - full) / (none - full)))
  return 1 - share * (1 - least)
}

/** Returns what a modifier leaves of a maximum: slower reps cost levels, a load reps. */
function maximumWith({ bodyMassFraction }: CoachExercise, plain: number, modifier: Modifier): number {
  const { tempo, tempoPause, epleyReps } = truth.modifier
  if (modifier === 'tempo') return plain * Math.exp(-tempo)
  if (modifier === 'tempo_pause') return plain * Math.exp(-tempoPause)
  const moved = bodyMassFraction * truth.bodyMassKg
  const load = plannedLoadKg(modifier)
  return load === 0 ? plain : Math.max(1, epleyReps * (((1 + plain / epleyReps) * moved) / (moved + load) - 1))
}

import type { ExerciseEntry } from '#domain/library/exercise-entry.schema.js'
import { targetsOf } from '#domain/library/sets.schema.js'
import type { Slot } from '#domain/library/vocabulary.js'
import type { Random } from '#infrastructure/demo/random.js'
import type { Life } from './life.js'

/**
 * The truth of these bodies is of our own making, as that of `npm run simulate:coach` is, and does
 * not follow the rules under test: these numbers stay when the rules change. Levels, shares and hours.
 */
const truth = {
  slotDeviation: 0.3,
  exerciseDeviation: 0.2,
  dayDeviation: 0.12,
  keptPerSet: 0.93,
  keptPerEarlierSet: 0.98,
  fatiguePerHardSet: 0.012,
  fatigueHalfLifeHours: 36,
  abilityMax: 6.5,
  /** Hard sets of a week after which a set adds an e-th of what the first one did. */
  saturation: 10,
  siblingShare: 0.4,
  /** Share of its gain that a set keeps by reps left in reserve: all up to three, little at eight. */
  usefulReserve: 3,
  uselessReserve: 8,
  leastStimulus: 0.15,
  failedStimulus: 0.9,
}

const siblings: Readonly<Partial<Record<Slot, Slot>>> = {
  hpush: 'vpush',
  vpush: 'hpush',
  hpull: 'vpull',
  vpull: 'hpull',
  squat: 'hinge',
  hinge: 'squat',
}

type Effort = { readonly slot: Slot; readonly hour: number }

/** A body that trains, tires, recovers and grows stronger. Hours count from the first day. */
export class Body {
  readonly #life: Life
  readonly #random: Random
  readonly #abilities = new Map<Slot, number>()
  readonly #offsets = new Map<string, number>()
  #efforts: Effort[] = []
  #form = 0

  constructor(life: Life, random: Random) {
    this.#life = life
    this.#random = random
  }

  /** Wakes up on another day, with another form. */
  wake(hour: number): void {
    this.#form = this.#random.normal(truth.dayDeviation)
    this.#efforts = this.#efforts.filter((effort) => hour - effort.hour < 7 * 24)
  }

  /** Returns the most reps or seconds of an exercise in its next set, made harder by `levels`. */
  capacity(exercise: ExerciseEntry, levels: number, setsBefore: number, hour: number): number {
    const standard = Math.max(...targetsOf(exercise.defaults.sets))
    const level = this.#abilityIn(exercise) + this.#offsetOf(exercise) + this.#form - this.#fatigue(exercise.slot, hour)
    const earlier = this.#efforts.filter(
      ({ slot, hour: at }) => at === hour && this.#isGroup(slot, exercise.slot),
    ).length
    const kept = truth.keptPerSet ** setsBefore * truth.keptPerEarlierSet ** Math.max(0, earlier - setsBefore)
    return standard * Math.exp(level - exercise.difficulty - levels) * kept
  }

  /** Grows by a set that left so many reps in reserve; below 0 it failed. */
  learn({ slot }: ExerciseEntry, reserve: number, hour: number): void {
    const weekly = this.#efforts.filter((effort) => effort.slot === slot).length
    const ability = this.#abilities.get(slot) ?? 0
    const grown =
      this.#life.truth.gainPerSet *
      stimulusOf(reserve) *
      Math.max(0, 1 - ability / truth.abilityMax) *
      Math.exp(-weekly / truth.saturation)
    this.#grow(slot, grown)
    const sibling = siblings[slot]
    if (sibling) this.#grow(sibling, truth.siblingShare * grown)
    this.#efforts.push({ slot, hour })
  }

  /** Loses strength in days without training. */
  rest(days: number): void {
    for (const [slot, ability] of this.#abilities) this.#abilities.set(slot, ability - 0.003 * Math.max(0, days - 14))
  }

  #grow(slot: Slot, by: number): void {
    const ability = this.#abilities.get(slot)
    if (ability !== undefined) this.#abilities.set(slot, ability + by)
  }

  #abilityIn({ slot, category }: ExerciseEntry): number {
    const known = this.#abilities.get(slot)
    if (known !== undefined) return known
    const { ability, slots = {} } = this.#life.truth
    const drawn = ability[category] + (slots[slot] ?? this.#random.normal(truth.slotDeviation))
    this.#abilities.set(slot, drawn)
    return drawn
  }

  #offsetOf({ slug }: ExerciseEntry): number {
    const known = this.#offsets.get(slug)
    if (known !== undefined) return known
    const drawn = this.#random.normal(truth.exerciseDeviation)
    this.#offsets.set(slug, drawn)
    return drawn
  }

  #fatigue(slot: Slot, hour: number): number {
    return this.#efforts
      .filter((effort) => this.#isGroup(effort.slot, slot) && effort.hour < hour)
      .reduce(
        (sum, effort) => sum + truth.fatiguePerHardSet * 0.5 ** ((hour - effort.hour) / truth.fatigueHalfLifeHours),
        0,
      )
  }

  #isGroup(one: Slot, other: Slot): boolean {
    return one === other || siblings[one] === other
  }
}

function stimulusOf(reserve: number): number {
  if (reserve < 0) return truth.failedStimulus
  const span = truth.uselessReserve - truth.usefulReserve
  const lost = ((reserve - truth.usefulReserve) / span) * (1 - truth.leastStimulus)
  return Math.min(1, Math.max(truth.leastStimulus, 1 - lost))
}

import { elementAt } from '#domain/values/element-at.js'
import { type Hypothesis, type Offset, stateSize } from './hypotheses.js'
import type { Reading } from './reading.js'

/**
 * The state of a session: that of a hypothesis, one form of the day, and the offsets of the
 * exercises of the session. Square matrices stand row by row. It is worked on in place: a session
 * of a long history must cost microseconds.
 */
export type JointState = {
  readonly size: number
  /** How far the state has moved since before the session. */
  readonly moved: Float64Array
  readonly covariance: Float64Array
  /** Exercises of the session, in the order of their offsets. */
  readonly exercises: readonly string[]
}

const dayAt = stateSize

/** Returns the joint state before a session. */
export function jointState(
  hypothesis: Hypothesis,
  offsets: ReadonlyMap<string, Offset>,
  dayVariance: number,
): JointState {
  const size = stateSize + 1 + offsets.size
  const covariance = new Float64Array(size * size)
  hypothesis.covariance.forEach((value, index) => {
    covariance[Math.floor(index / stateSize) * size + (index % stateSize)] = value
  })
  covariance[dayAt * size + dayAt] = dayVariance
  const variances = [...offsets.values()]
  variances.forEach(([, variance], index) => {
    covariance[(dayAt + 1 + index) * (size + 1)] = variance
  })
  return { size, moved: new Float64Array(size), covariance, exercises: [...offsets.keys()] }
}

/** Returns how the expectation of a reading moves with each part of the joint state. */
export function slopesOf(reading: Reading, { size, exercises }: JointState): Float64Array {
  const slopes = new Float64Array(size)
  slopes[0] = reading.byAbility
  slopes[2] = reading.byUnderReported
  slopes[3] = reading.byLogSlope
  slopes[dayAt] = 1
  slopes[dayAt + 1 + exercises.indexOf(reading.exercise)] = -reading.byAbility
  return slopes
}

/** Returns the covariance of the joint state with what a reading expects. */
export function covarianceWith(slopes: Float64Array, { size, covariance }: JointState): Float64Array {
  const product = new Float64Array(size)
  for (let row = 0; row < size; row += 1) {
    let total = 0
    for (let column = 0; column < size; column += 1) {
      total += elementAt(covariance, row * size + column) * elementAt(slopes, column)
    }
    product[row] = total
  }
  return product
}

/** Moves the joint state along a direction, and takes a share of its square from the covariance. */
export function absorb(joint: JointState, direction: Float64Array, step: number, share: number): void {
  const { size, moved, covariance } = joint
  for (let row = 0; row < size; row += 1) {
    const own = elementAt(direction, row)
    moved[row] = elementAt(moved, row) + own * step
    for (let column = 0; column < size; column += 1) {
      const at = row * size + column
      covariance[at] = elementAt(covariance, at) - own * elementAt(direction, column) * share
    }
  }
}

/** Returns the state, its covariance and the offsets after a session: the form of the day is over. */
export function withoutDay(
  { size, moved, covariance, exercises }: JointState,
  hypothesis: Hypothesis,
  before: ReadonlyMap<string, Offset>,
): Pick<Hypothesis, 'state' | 'covariance' | 'offsets'> {
  const offsets = { ...hypothesis.offsets }
  exercises.forEach((exercise, index) => {
    const at = dayAt + 1 + index
    const [mean = 0] = before.get(exercise) ?? []
    offsets[exercise] = [mean + elementAt(moved, at), elementAt(covariance, at * (size + 1))]
  })
  return {
    state: hypothesis.state.map((value, index) => value + elementAt(moved, index)),
    covariance: hypothesis.covariance.map((_, index) =>
      elementAt(covariance, Math.floor(index / stateSize) * size + (index % stateSize)),
    ),
    offsets,
  }
}

/** Returns the inner product of two vectors. */
export function inner(one: Float64Array, other: Float64Array): number {
  let total = 0
  for (let index = 0; index < one.length; index += 1) total += elementAt(one, index) * elementAt(other, index)
  return total
}

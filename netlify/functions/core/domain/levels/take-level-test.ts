import { type DomainEvent, event } from '#domain/event/event.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { type SetPrescription, targetsOf } from '#domain/library/sets.schema.js'
import { setsFaults } from '#domain/library/sets-faults.js'
import type { Category } from '#domain/library/vocabulary.js'
import { type Fault, refuse, refuseFaults } from '#domain/refusal.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { TestedWork } from '#domain/training/training-log.js'
import type { LevelTestId } from '#domain/values/id.schema.js'
import { explainGates } from './explain-gates.js'
import { explainTest } from './explain-test.js'
import { judgeTest, type LevelTest, type TestShortfall } from './judge-test.js'
import type { LevelTestOffer } from './level-test.js'

/** A test as an athlete performed it. */
export type PerformedTest = {
  readonly actual: readonly SetPrescription[]
  /** RPE of the last set, null when it was not rated. */
  readonly rpeLast: number | null
  /** The worst pain, 0-10. */
  readonly pain: number
}

/** A test as it was asked for. */
export type TakenTest = {
  readonly id: LevelTestId
  readonly category: Category
  readonly on: string
  readonly placement: boolean
}

/** A test as it was judged. */
export type JudgedTest = {
  readonly exercise: LibraryFacts
  readonly passed: boolean
  readonly shortfalls: readonly TestShortfall[]
  readonly levelBefore: number
  readonly level: number
  readonly explanation: string
  /** What was done, as an estimate of ability looks at it. */
  readonly tested: TestedWork
}

/**
 * Judges a test of the next level. Refuses with TEST_BARRED and a fault for every gate that is
 * shut, and with METRIC_MISMATCH when the sets count something else than the exercise.
 */
export function takeLevelTest(offer: LevelTestOffer, performed: PerformedTest, rules: TrainingRules): JudgedTest {
  const exercise = openExercise(offer, rules)
  refuseFaults(setsFaults(performed.actual, exercise.metric, '/actual'))
  const shortfalls = judgeTest(testOf(exercise, performed), rules)
  return judged(
    exercise,
    performed,
    { levelBefore: offer.facts.level, passed: shortfalls.length === 0, shortfalls },
    rules,
  )
}

/**
 * Returns a test as it was judged when it was taken. What a failed one fell short of is read off the
 * standard of today.
 */
export function judgedBefore(
  exercise: LibraryFacts,
  performed: PerformedTest,
  { levelBefore, passed }: Pick<JudgedTest, 'levelBefore' | 'passed'>,
  rules: TrainingRules,
): JudgedTest {
  const shortfalls = passed ? [] : judgeTest(testOf(exercise, performed), rules)
  return judged(exercise, performed, { levelBefore, passed, shortfalls }, rules)
}

function judged(
  exercise: LibraryFacts,
  performed: PerformedTest,
  { levelBefore, passed, shortfalls }: Pick<JudgedTest, 'levelBefore' | 'passed' | 'shortfalls'>,
  rules: TrainingRules,
): JudgedTest {
  const test = testOf(exercise, performed)
  const { actual, rpeLast } = performed
  const level = passed ? levelBefore + 1 : levelBefore
  const explanation = explainTest(test, shortfalls, { name: exercise.name, level }, rules)
  const { id: exerciseId, metric, slot, defaults: standardSets, difficulty } = exercise
  const tested = { exerciseId, metric, slot, sets: targetsOf(actual), rpeLast, standardSets, difficulty }
  return { exercise, passed, shortfalls, levelBefore, level, explanation, tested }
}

function testOf({ defaults }: LibraryFacts, { actual, rpeLast, pain }: PerformedTest): LevelTest {
  return { defaults, actual: targetsOf(actual), rpeLast, pain }
}

/** Returns the event of a test, passed or not. */
export function testedEvent(
  { id, category, on, placement }: TakenTest,
  { exercise, levelBefore, passed }: JudgedTest,
  at: Date,
  { version: rulesVersion }: TrainingRules,
): DomainEvent {
  return event('level.tested', category, at, {
    testId: id,
    category,
    exerciseId: exercise.id,
    fromLevel: levelBefore,
    passed,
    placement,
    on,
    rulesVersion,
  })
}

/** Returns the directive by which a passed test raises the level; none when it was failed. */
export function levelDirectives(
  { category, on }: TakenTest,
  { passed, level, tested }: JudgedTest,
  at: Date,
  { version: rulesVersion }: TrainingRules,
): DomainEvent[] {
  if (!passed) return []
  const fact = { ...tested, sets: [...tested.sets], standardSets: [...tested.standardSets] }
  return [event('level.achieved', category, at, { category, level, on, tested: fact, rulesVersion })]
}

function openExercise(offer: LevelTestOffer, rules: TrainingRules): LibraryFacts {
  const { facts, decision, exercise } = offer
  const shut = explainGates(facts, decision, rules).filter(({ passed }) => !passed)
  const faults: Fault[] = shut.map(({ gate, explanation }) => faultOf(gate.toUpperCase(), explanation))
  if (exercise && faults.length === 0) return exercise
  if (faults.length === 0) {
    faults.push(faultOf('NO_EXERCISE', 'No exercise of the next level can be done with your equipment.'))
  }
  return refuse('TEST_BARRED', 'The test of the next level is not open now.', faults)
}

/** Makes a fault about the request body as a whole. */
function faultOf(code: string, detail: string): Fault {
  return { pointer: '', code, detail }
}

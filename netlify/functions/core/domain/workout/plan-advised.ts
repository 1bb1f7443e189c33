import type { Advice } from '#domain/coach/advice/advise.js'
import { scoreOf } from '#domain/coach/advice/item-score.js'
import type { CoachView } from '#domain/coach/coach-view.js'
import { modifierTerms } from '#domain/coach/explain/explain-modifier.js'
import type { Recommendation, RecommendedItem, WarmupStep } from '#domain/coach/recommendation.js'
import { blocksOf } from '#domain/coach/session/session-blocks.js'
import type { Modifier } from '#domain/effort/modifier.schema.js'
import { type DomainEvent, event } from '#domain/event/event.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import { refuse } from '#domain/refusal.js'
import { plannableByKey } from '#domain/session/plan-exercise.js'
import { type PlanningMoment, planSession } from '#domain/session/plan-session.js'
import type { PlannedSession } from '#domain/session/session.js'
import type { PlanSession } from '#domain/session/session.schema.js'
import { planningEvents } from '#domain/session/session-events.js'
import type { PlanExercise } from '#domain/session/session-exercise.schema.js'
import type { NewId } from '#domain/values/id.schema.js'
import { explainNothing } from './explain-nothing.js'
import { type OwnPrescription, plannableOf } from './plannable.js'

/** When and where a session is planned; the id if the client chose one. */
type When = Pick<PlanSession, 'id' | 'time' | 'date' | 'placeId'>

type Planning = PlanningMoment & {
  readonly newId: NewId
  /** Day in the athlete's zone on which it is planned. */
  readonly today: string
}

/** An exercise as it was recommended, with what is planned of it. */
type Advised = {
  readonly exercise: LibraryFacts
  readonly targets: readonly number[]
  readonly modifier: Modifier
  /** Ids of the rules that chose it. */
  readonly rules: readonly string[]
  /** Chance of its sets, and what its slot lacks. */
  readonly score: number
  readonly more: Pick<PlanExercise, 'tempo' | 'restSeconds' | 'group'>
}

/**
 * Plans a session of what was recommended for a day; on a day of recovery its mobility. An event
 * keeps what was recommended, and by which rules. Refuses with NOTHING_TO_RECOMMEND.
 */
export function planAdvised(
  advice: Pick<Advice, 'recommendation' | 'view'>,
  when: When,
  paces: readonly OwnPrescription[],
  planning: Planning,
): { readonly session: PlannedSession; readonly events: readonly DomainEvent[] } {
  const { recommendation } = advice
  const dayRules = recommendation.rules.map(({ id }) => id)
  const groups = groupsOf(recommendation)
  const advised = [
    ...recommendation.items.map((item, index) => itemPlan(item, groups[index], advice.view)),
    ...recommendation.warmup.flatMap((step) => mobilityPlan(step, dayRules)),
  ]
  if (advised.length === 0) refuse('NOTHING_TO_RECOMMEND', explainNothing[recommendation.kind])
  const plan = {
    ...when,
    durationMinutes: recommendation.seconds === null ? null : Math.ceil(recommendation.seconds / 60),
    exercises: advised.map(planItem),
  }
  const plannable = plannableByKey(advised.map(({ exercise }) => plannableOf(exercise, paces)))
  const session = planSession(plan, plannable, planning)
  return { session, events: [...planningEvents(session, planning), recommendedEvent(session, advised, planning)] }
}

/** The blocks of more than one exercise, which are done in turn. */
function groupsOf(recommendation: Recommendation): (number | undefined)[] {
  const blocks = blocksOf(recommendation)
  return blocks.map((block) => (blocks.filter((other) => other === block).length > 1 ? block : undefined))
}

function itemPlan(item: RecommendedItem, group: number | undefined, view: CoachView): Advised {
  const { exercise, sets, modifier, restSeconds, rules } = item
  const { chance, need } = scoreOf(item, view)
  const { tempo } = modifierTerms(modifier, exercise)
  const more = { tempo, restSeconds: Math.round(restSeconds), group }
  return { exercise, targets: sets, modifier, rules: rules.map(({ id }) => id), score: chance + need, more }
}

function mobilityPlan(step: WarmupStep, rules: readonly string[]): Advised[] {
  if (step.kind !== 'mobility') return []
  const targets = Array.from({ length: step.sets }, () => step.target)
  return [{ exercise: step.exercise, targets, modifier: 'none', rules, score: 0, more: {} }]
}

function planItem({ exercise: { slug, metric }, targets, modifier, more }: Advised): PlanExercise {
  return { exercise: slug, sets: setPrescriptions(targets, metric), modifier, ...more }
}

function recommendedEvent(
  session: PlannedSession,
  advised: readonly Advised[],
  { now, today, rules }: Planning,
): DomainEvent {
  return event('nextWorkout.recommended', session.id, now, {
    on: today,
    rulesVersion: rules.version,
    exercises: advised.map(({ exercise, targets, modifier, rules: ids, score }) => ({
      exerciseId: exercise.id,
      score,
      propensity: 1,
      targets: [...targets],
      modifier,
      rules: [...ids],
    })),
  })
}

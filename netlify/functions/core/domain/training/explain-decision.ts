import { amountsInWords } from '#domain/library/in-words.js'
import type { Metric } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { TrainingDecision } from './training-state.js'

/**
 * Returns the numbers of the rules by which a decision was made, so that a program can follow it.
 */
export function thresholdsOf(decision: Pick<TrainingDecision, 'reason'>, rules: TrainingRules): Record<string, number> {
  const { pain, miss, hit, over } = rules.progression
  switch (decision.reason) {
    case 'pain_stop':
      return { painAbove: pain.stopAbove, keepTenths: pain.regressTenths }
    case 'pain_caution':
      return { painAbove: pain.cautionAbove }
    case 'missed':
    case 'repeated_miss':
    case 'floor_reached':
      return { missesMax: miss.regressAt, severeBelow: miss.severeBelow, keepTenths: miss.regressTenths }
    case 'at_limit':
    case 'met_at_limit':
      return { rpeAbove: hit.atLimitAbove }
    case 'mastered_already':
      return { masteryAt: hit.masteryAt }
    case 'category_pain':
      return { painAbove: pain.stopAbove, backFrom: rules.flags.painPersistent.painMin, days: rules.judging.pain.days }
    case 'held_for_review':
      return { deviationsAbove: rules.ability.reviewGateDeviations }
    case 'two_for_two':
      return {
        streak: over.streak,
        repsMargin: over.repsMargin,
        durationFactor: over.durationFactor,
        steps: over.steps,
      }
    case 'default_met_once':
    case 'default_met_twice':
      return { masteryAt: hit.masteryAt }
    case 'deload':
      return { days: rules.deload.days, rpeCap: rules.deload.rpeCap }
    case 'target_met':
    case 'plan_met':
    case 'assisted':
    case 'ceiling_met':
    case 'judged_together':
      return { twoStepsRpeMax: hit.twoStepsRpeMax, oneStepRpeMax: hit.oneStepRpeMax }
    default:
      return decision.reason satisfies never
  }
}

type Explained = Pick<TrainingDecision, 'decision' | 'reason' | 'before' | 'after' | 'inputs' | 'overridden'>

/** Explains a decision to the athlete in a sentence. It names no diagnosis. */
export function explainDecision(decision: Explained, metric: Metric): string {
  const text = sentence(decision, metric)
  return decision.overridden ? `${text} You chose ${amountsInWords(decision.after, metric)} instead.` : text
}

function sentence(decision: Explained, metric: Metric): string {
  const { reason, inputs } = decision
  const was = amountsInWords(inputs.targets ?? decision.before, metric)
  const next = amountsInWords(decision.after, metric)
  switch (reason) {
    case 'target_met':
      return `You met ${was}, so next time it is ${next}.`
    case 'two_for_two':
      return `Twice in a row you had reps or seconds to spare beyond ${was}, so next time it is ${next}.`
    case 'default_met_once':
      return `You met the standard of ${was}; meet it once more and the exercise is mastered.`
    case 'default_met_twice':
      return inputs.masteryCount > 1
        ? `You met the standard of ${was} once more: it stays mastered.`
        : `You met the standard of ${was} twice in a row: mastered.`
    case 'at_limit':
      return `You met ${was}, but the last set at RPE ${inputs.rpeLast} left nothing in reserve, so it stays.`
    case 'missed':
      return `You did ${amountsInWords(inputs.actual, metric)} of ${was}, so the target stays.`
    case 'repeated_miss':
      return `The target of ${was} was missed repeatedly, so next time it is ${next}.`
    case 'floor_reached':
      return `The starting target of ${was} was missed repeatedly: train its prerequisite first.`
    case 'pain_caution':
      return `Pain of ${inputs.pain} out of 10 was noted, so the target of ${was} stays.`
    case 'pain_stop':
      return decision.decision === 'swap_down'
        ? `Pain of ${inputs.pain} out of 10 was noted at the starting target: take an easier exercise, and seek advice if it lasts.`
        : `Pain of ${inputs.pain} out of 10 was noted, so next time it is ${next}; seek advice if it lasts.`
    case 'met_at_limit':
      return `You met ${was} with nothing in reserve, so next time only one set goes further: ${next}.`
    case 'mastered_already':
      return `You met ${was} once more: the exercise is mastered already, and the sets stay.`
    case 'ceiling_met':
      return `You met ${was}, which is as far as these sets go, so they stay.`
    case 'judged_together':
      return 'The exercise was done more than once in this session; all its sets were judged together, at its first place.'
    case 'held_for_review':
      return 'A set is far from what is known of you, so nothing follows from it until you confirm or correct it.'
    case 'category_pain':
      return `Strong or returning pain was noted in this category in the last days, so the target of ${was} stays.`
    case 'deload':
      return `This is a week of deload, so the target of ${was} stays.`
    case 'plan_met':
      return `You did what was planned, which was less than ${was}, so the target stays.`
    case 'assisted':
      return `Sets with assistance say little about ${was}, so the target stays.`
    default:
      return reason satisfies never
  }
}

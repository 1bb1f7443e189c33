import type { SetPrescription } from '#domain/library/sets.schema.js'
import type { TrainingDecisionResource } from '#orchestration/training/decision.schema.js'
import type { Ada } from './ada.js'

/** Writes sets as `8, 8, 7` or `20, 20 s`. */
export function amountsOf(sets: readonly SetPrescription[]): string {
  const amounts = sets.map((set) => ('reps' in set ? set.reps : set.duration))
  return `${amounts.join(', ')}${sets.some((set) => 'duration' in set) ? ' s' : ''}`
}

/** Sums up a decision: its kind, and the working sets before and after. */
export function outcomeOf({ decision, workingBefore, workingAfter, heldForReview }: TrainingDecisionResource): string {
  const [before, after] = [amountsOf(workingBefore), amountsOf(workingAfter)]
  const held = heldForReview ? ', held for review' : ''
  return `${decision}: ${before === after ? before : `${before} → ${after}`}${held}`
}

/** Returns a decision's explanation, with its rule and the rules' version. */
export function reasonOf({ explanation, ruleId, rulesVersion }: TrainingDecisionResource): string {
  return `${explanation} (\`${ruleId}\`, rules ${rulesVersion})`
}

/** Makes a table of decisions, with the performed sets. */
export function decisionTable(decisions: readonly TrainingDecisionResource[]): string[] {
  const rows = decisions.map((decision) => {
    const { exercise, inputs } = decision
    const effort = inputs.rpeLast === null ? '' : ` @ ${inputs.rpeLast}`
    return `| ${exercise.name} | ${inputs.actual.join(', ')}${effort} | ${outcomeOf(decision)} | ${reasonOf(decision)} |`
  })
  return ['', '| exercise | done | decision | why |', '|---|---|---|---|', ...rows, '']
}

/** Reads the decisions about every session in the diary as they are now, by session exercise. */
export async function allDecisions(ada: Ada): Promise<Map<string, TrainingDecisionResource>> {
  const decided = new Map<string, TrainingDecisionResource>()
  for (const { path } of ada.diary.values()) {
    const { data } = await ada.ask<{ data: TrainingDecisionResource[] }>('get', `${path}/decisions`)
    for (const decision of data) decided.set(decision.sessionExerciseId, decision)
  }
  return decided
}

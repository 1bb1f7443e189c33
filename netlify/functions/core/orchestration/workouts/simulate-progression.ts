import type { LibraryFacts } from '#domain/library/library-facts.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import { explainDecision, thresholdsOf } from '#domain/training/explain-decision.js'
import { type SimulatedSession, simulate } from '#domain/training/simulate.js'
import { command } from '#orchestration/operation.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import { presentInputs } from '#orchestration/training/present-decision.js'
import { readTraining } from '#orchestration/training/read-training.js'
import { Simulate, SimulationResult } from './support/simulation.schema.js'
import { simulationOf } from './support/simulation-of.js'

export const simulateProgression = command({
  id: 'progression.simulate',
  http: { method: 'POST', path: '/progression/simulate', status: 200 },
  summary: 'See what would follow from sessions',
  description:
    'Hypothetical sessions of one exercise in, decisions out, by the very rules that judge real ones; nothing is stored. Without a ' +
    'state the simulation goes on from where the athlete stands.',
  access: { scope: 'progress:read' },
  input: { body: Simulate },
  output: SimulationResult,
  refusals: ['CONSENT_NEEDED', 'ACCOUNT_NOT_FOUND', 'EXERCISE_NOT_FOUND', 'METRIC_MISMATCH', 'INVALID_INPUT'],
  run: async (context, { body }) => {
    const simulation = simulationOf(body, await readTraining(context))
    const { exercise, standard } = simulation
    const output = {
      exercise: exerciseRefOf(exercise),
      metric: exercise.metric,
      standard: setPrescriptions(standard, exercise.metric),
      decisions: simulate(simulation, context.rules).map((session, index) =>
        presentSession(session, index + 1, exercise, context.ruleBook),
      ),
    }
    return { statements: [], events: [], output }
  },
})

function presentSession(
  { decision, standing }: SimulatedSession,
  session: number,
  { metric }: LibraryFacts,
  ruleBook: RuleBook,
) {
  const { on, reason, ruleId, rulesVersion, inputs, completion, before, after } = decision
  const { overStreak, failStreak, masteryCount, masteredAt } = standing
  return {
    session,
    on,
    decision: decision.decision,
    reason,
    ruleId,
    rulesVersion,
    inputs: presentInputs(inputs),
    thresholds: thresholdsOf(decision, ruleBook.version(rulesVersion)),
    workingBefore: setPrescriptions(before, metric),
    workingAfter: setPrescriptions(after, metric),
    completion,
    explanation: explainDecision(decision, metric),
    state: {
      working: setPrescriptions(standing.working ?? [], metric),
      overStreak,
      failStreak,
      masteryCount,
      mastered: masteredAt !== null,
    },
  }
}

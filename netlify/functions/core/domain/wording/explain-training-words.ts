import { LeftOutBar } from '#domain/coach/advice/near-misses.js'
import { Arrangement } from '#domain/coach/arrangement.schema.js'
import { Bar } from '#domain/coach/bars-in-the-way.js'
import { DayKind } from '#domain/coach/day-kind.schema.js'
import { WarmUpKind } from '#domain/coach/warm-up-kind.schema.js'
import { PlainModifier } from '#domain/effort/modifier.schema.js'
import { SetKind, Side } from '#domain/effort/set.schema.js'
import { DeloadReason, GoalKind } from '#domain/event/vocabulary.js'
import { GoalStatus } from '#domain/goal/goal.schema.js'
import { GoalEtaStatus } from '#domain/goal/goal-eta.js'
import { SuggestedStep } from '#domain/levels/explain-suggestion.js'
import { TestOutcome, TestShortfall } from '#domain/levels/judge-test.js'
import { LevelUpGate } from '#domain/levels/level-up-gates.js'
import { GraphEdgeKind } from '#domain/library/graph.schema.js'
import { FoundSpikeBand, SpikeBasis } from '#domain/load/session-spike.js'
import { SkillStatus } from '#domain/progress/skill-map.js'
import { DecisionKind } from '#domain/progression/decision.schema.js'
import { ReadinessBand, ReadinessPartName } from '#domain/recovery/readiness.js'
import { RoutineTargets } from '#domain/routine/plan-routine.schema.js'
import { SessionStatus } from '#domain/session/session.schema.js'
import { RecordKind } from '#domain/training/training-state.js'
import { FlagCode, FlagSeverity, OverallSeverity } from '#domain/warnings/warning-flag.js'
import { SwapKind } from '#domain/workout/swap-options.js'
import { plainTermsOf, termsOf } from './terms.js'

const lights = { green: 'Green', amber: 'Amber', red: 'Red' } as const

/** What the words of training are called. */
export const trainingTerms = {
  setKinds: termsOf(SetKind.options, {
    warmup: ['Warm-up', 'Prepares; counts in no volume and no decision'],
    working: ['Working set', 'What the session is for'],
    drop: ['Drop set', 'Goes on with less right after a working set'],
    failure: ['To failure', 'A working set that was taken there on purpose'],
  }),
  sides: plainTermsOf(Side.options),
  sessionStatuses: plainTermsOf(SessionStatus.options),
  dayKinds: termsOf(DayKind.options, {
    planned: 'Planned already',
    done_today: 'Done for today',
    rest: 'Rest',
    recovery: 'A little mobility',
    train: 'Training',
  }),
  goalKinds: termsOf(GoalKind.options, {
    reps: ['Reps', 'So many in one set'],
    hold: ['Hold', 'So many seconds in one set'],
    skill: ['Skill', 'The standard of an exercise in every set'],
    consistency: ['Consistency', 'Sessions a week, four weeks in a row'],
  }),
  goalStatuses: plainTermsOf(GoalStatus.options),
  goalForecasts: termsOf(GoalEtaStatus.options, {
    achieved: 'Reached',
    insufficient_data: 'Not enough data yet',
    not_improving: 'Not getting closer',
    beyond_horizon: 'Too far ahead to tell',
    projected: 'On the way',
  }),
  decisions: termsOf(DecisionKind.options, {
    progress: 'More next time',
    consolidate: 'Once more to be sure',
    hold: 'The same again',
    regress: 'Less next time',
    swap_down: 'An easier exercise',
    mastered: 'Mastered',
  }),
  records: termsOf(RecordKind.options, {
    reps: 'Most reps',
    hold: 'Longest hold',
    'added-weight': 'Most added weight',
  }),
  skillStatuses: plainTermsOf(SkillStatus.options),
  bars: termsOf(Bar.options, { equipment: 'Equipment is missing', pain: 'Something hurts', disliked: 'Ruled out' }),
  arrangements: termsOf(Arrangement.options, {
    circuit: ['Circuit', 'All exercises in turns'],
    pairs: ['Pairs', 'Opposites in turns'],
  }),
  warmUps: termsOf(WarmUpKind.options, {
    general: 'Anything that warms',
    specific: 'An easy set',
    mobility: 'Mobility',
  }),
  modifiers: termsOf(PlainModifier.options, {
    none: 'As described',
    tempo: 'Slower',
    tempo_pause: 'Slower, with a pause',
    reps: 'More reps than the standard',
  }),
  routineTargets: termsOf(RoutineTargets.options, {
    written: 'As the routine has them',
    working: 'Working sets of the day',
  }),
  leftOut: termsOf(LeftOutBar.options, {
    prerequisites: 'Locked',
    equipment: 'Equipment is missing',
    blocked_tag: 'Something hurts',
    time: 'No time left',
    disliked: 'Ruled out',
  }),
  swaps: termsOf(SwapKind.options, { lateral: 'Much alike', easier: 'Easier', harder: 'Harder' }),
  edges: termsOf(GraphEdgeKind.options, { requires: 'Requires', harder: 'Harder', lateral: 'Much alike' }),
  readinessBands: termsOf(ReadinessBand.options, {
    green: ['Green', 'Train as planned'],
    amber: ['Amber', 'Train less'],
    red: ['Red', 'Train easily'],
  }),
  readinessParts: plainTermsOf(ReadinessPartName.options),
  deloadReasons: termsOf(DeloadReason.options, {
    regressions: 'Steps back',
    high_rpe: 'Everything feels hard',
    low_readiness: 'Low readiness',
    scheduled: 'Its turn',
    by_hand: 'Your choice',
  }),
  warnings: termsOf(FlagCode.options, {
    PAIN_HIGH: 'Strong pain',
    PAIN_PERSISTENT: 'Pain that stays',
    SESSION_SPIKE: 'A sudden jump in load',
    MONOTONY: 'Every day the same load',
    STRAIN: 'High strain',
    LOAD_RATIO: 'More load than lately',
    PUSH_PULL_BALANCE: 'Push and pull out of balance',
    ASYMMETRY: 'One side is behind',
    PERFORMANCE_DROP: 'Performance falls',
    RPE_DRIFT: 'The same feels harder',
    VOLUME_HIGH: 'High volume',
  }),
  warningSeverities: termsOf(FlagSeverity.options, { ...lights, info: 'Information' }),
  warningsOverall: termsOf(OverallSeverity.options, lights),
  levelGates: termsOf(LevelUpGate.options, {
    coverage: 'Enough of the level is mastered',
    ability: 'Strong enough',
    safety: 'Nothing hurts',
    recency: 'Trained lately',
    cooldown: 'Time since the last test',
    max_level: 'There is a next level',
  }),
  levelSuggestions: termsOf(SuggestedStep.options, { down: 'The level below', test: 'The test of the next level' }),
  levelTestOutcomes: termsOf(TestOutcome.options, { pass: 'Passed', fail: 'Not passed' }),
  levelTestShortfalls: termsOf(TestShortfall.options, {
    amount: 'A set below its standard',
    effort: 'Effort above the limit',
    pain: 'It hurt',
  }),
  spikeBands: plainTermsOf(FoundSpikeBand.options),
  spikeBases: termsOf(SpikeBasis.options, { '30d': 'The last 30 days', older: 'The last three sessions' }),
}

/** The scale of effort by repetitions in reserve (Zourdos 2016), the hardest first; it goes in halves. */
export const rpeScale = [
  { from: 10, to: 10, label: 'Maximal', description: 'No rep left' },
  { from: 9.5, to: 9.5, label: 'Nearly maximal', description: 'No rep left, perhaps more load' },
  { from: 9, to: 9, label: 'Very hard', description: 'One rep left' },
  { from: 8.5, to: 8.5, label: 'Very hard', description: 'One or two reps left' },
  { from: 8, to: 8, label: 'Hard', description: 'Two reps left' },
  { from: 7.5, to: 7.5, label: 'Hard', description: 'Two or three reps left' },
  { from: 7, to: 7, label: 'Rather hard', description: 'Three reps left' },
  { from: 5, to: 6.5, label: 'Moderate', description: 'Four to six reps left' },
  { from: 3, to: 4.5, label: 'Light', description: 'Light effort' },
  { from: 1, to: 2.5, label: 'Very light', description: 'Little to no effort' },
]

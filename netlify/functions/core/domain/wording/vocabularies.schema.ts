import * as z from 'zod'
import { ExportFailure, ExportStatus } from '#domain/account/account-export.schema.js'
import { PasskeyDeviceType } from '#domain/account/passkey.schema.js'
import { Scope } from '#domain/account/principal.js'
import { Purpose } from '#domain/account/purpose.schema.js'
import { SecondFactorMethod } from '#domain/account/second-factor.schema.js'
import { SkillLadder } from '#domain/athlete/coaching.schema.js'
import { Units } from '#domain/athlete/profile.schema.js'
import { Step } from '#domain/calendar/time-step.js'
import { LeftOutBar } from '#domain/coach/advice/near-misses.js'
import { Arrangement } from '#domain/coach/arrangement.schema.js'
import { Bar } from '#domain/coach/bars-in-the-way.js'
import { DayKind } from '#domain/coach/day-kind.schema.js'
import { WarmUpKind } from '#domain/coach/warm-up-kind.schema.js'
import { PlainModifier } from '#domain/effort/modifier.schema.js'
import { SetKind, Side } from '#domain/effort/set.schema.js'
import { EventType } from '#domain/event/event.js'
import { DeloadReason, GoalKind } from '#domain/event/vocabulary.js'
import { GoalStatus } from '#domain/goal/goal.schema.js'
import { GoalEtaStatus } from '#domain/goal/goal-eta.js'
import { SuggestedStep } from '#domain/levels/explain-suggestion.js'
import { TestOutcome, TestShortfall } from '#domain/levels/judge-test.js'
import { LevelUpGate } from '#domain/levels/level-up-gates.js'
import { GraphEdgeKind } from '#domain/library/graph.schema.js'
import { SortOrder } from '#domain/library/sort-order.schema.js'
import { Category, Equipment, Level, Metric, Muscle, PainSite, Slot, Tag } from '#domain/library/vocabulary.js'
import { FoundSpikeBand, SpikeBasis } from '#domain/load/session-spike.js'
import { ChartMetric, ChartSubjectKind } from '#domain/progress/chart/chart-metric.js'
import { SkillStatus } from '#domain/progress/skill-map.js'
import { DecisionKind } from '#domain/progression/decision.schema.js'
import { ReadinessBand, ReadinessPartName } from '#domain/recovery/readiness.js'
import { RoutineTargets } from '#domain/routine/plan-routine.schema.js'
import { SessionStatus } from '#domain/session/session.schema.js'
import { RecordKind } from '#domain/training/training-state.js'
import { FlagCode, FlagSeverity, OverallSeverity } from '#domain/warnings/warning-flag.js'
import { DeliveryStatus } from '#domain/webhook/delivery.schema.js'
import { DisabledReason } from '#domain/webhook/endpoint.schema.js'
import { SwapKind } from '#domain/workout/swap-options.js'

const label = z.string().max(80).meta({ description: 'What to call it', example: 'Pull-up bar' })
const description = z.string().max(200).nullable().meta({ description: 'The same in a sentence', example: null })

/** Makes the schema of the terms of a vocabulary: each code once. */
function termsOf<Code extends z.ZodType>(code: Code) {
  return z.array(z.strictObject({ code, label, description })).max(200)
}

const EquipmentTerm = z
  .strictObject({
    code: Equipment,
    label,
    synonyms: z
      .array(label)
      .max(20)
      .meta({ description: 'What else people call it', example: ['Chin-up bar'] }),
    substitutes: z
      .array(Equipment)
      .max(20)
      .meta({ description: 'What can stand in for it in some exercise', example: ['rings'] }),
  })
  .meta({ id: 'EquipmentTerm', description: 'A thing to train with' })

const rpe = z.number().min(1).max(10)
const RpeTerm = z
  .strictObject({ from: rpe, to: rpe, label, description: description.unwrap() })
  .meta({ id: 'RpeTerm', description: 'What a part of the scale of effort means; the scale goes in halves' })

/** Everything that callers send or get as a code, with what to call it. */
export const Vocabularies = z
  .strictObject({
    equipment: z.array(EquipmentTerm).max(100),
    tags: termsOf(Tag),
    rpe: z.array(RpeTerm).max(20).meta({ description: 'The hardest first' }),
    categories: termsOf(Category),
    levels: termsOf(Level),
    slots: termsOf(Slot),
    metrics: termsOf(Metric),
    muscles: termsOf(Muscle),
    painSites: termsOf(PainSite),
    skills: termsOf(SkillLadder),
    setKinds: termsOf(SetKind),
    sides: termsOf(Side),
    sessionStatuses: termsOf(SessionStatus),
    dayKinds: termsOf(DayKind),
    goalKinds: termsOf(GoalKind),
    goalStatuses: termsOf(GoalStatus),
    goalForecasts: termsOf(GoalEtaStatus),
    decisions: termsOf(DecisionKind),
    records: termsOf(RecordKind),
    skillStatuses: termsOf(SkillStatus),
    bars: termsOf(Bar),
    arrangements: termsOf(Arrangement),
    warmUps: termsOf(WarmUpKind),
    modifiers: termsOf(PlainModifier),
    routineTargets: termsOf(RoutineTargets),
    leftOut: termsOf(LeftOutBar),
    swaps: termsOf(SwapKind),
    edges: termsOf(GraphEdgeKind),
    readinessBands: termsOf(ReadinessBand),
    readinessParts: termsOf(ReadinessPartName),
    deloadReasons: termsOf(DeloadReason),
    warnings: termsOf(FlagCode),
    warningSeverities: termsOf(FlagSeverity),
    warningsOverall: termsOf(OverallSeverity),
    levelGates: termsOf(LevelUpGate),
    levelSuggestions: termsOf(SuggestedStep),
    levelTestOutcomes: termsOf(TestOutcome),
    levelTestShortfalls: termsOf(TestShortfall),
    spikeBands: termsOf(FoundSpikeBand),
    spikeBases: termsOf(SpikeBasis),
    steps: termsOf(Step),
    chartMetrics: termsOf(ChartMetric),
    chartSubjects: termsOf(ChartSubjectKind),
    sortOrders: termsOf(SortOrder),
    units: termsOf(Units),
    purposes: termsOf(Purpose),
    scopes: termsOf(Scope),
    secondFactors: termsOf(SecondFactorMethod),
    passkeyDeviceTypes: termsOf(PasskeyDeviceType),
    exportStatuses: termsOf(ExportStatus),
    exportFailures: termsOf(ExportFailure),
    deliveryStatuses: termsOf(DeliveryStatus),
    disabledReasons: termsOf(DisabledReason),
    events: termsOf(EventType),
  })
  .meta({ id: 'Vocabularies', description: 'The codes of the API, and what to call them' })
export type Vocabularies = z.output<typeof Vocabularies>

import { Step } from '#domain/calendar/time-step.js'
import { SortOrder } from '#domain/library/sort-order.schema.js'
import { ChartMetric, ChartSubjectKind } from '#domain/progress/chart/chart-metric.js'
import { plainTermsOf, termsOf } from './terms.js'

/** What the words of charts and lists are called. */
export const viewTerms = {
  steps: plainTermsOf(Step.options),
  chartMetrics: termsOf(ChartMetric.options, {
    ability: ['Ability', 'The estimate of strength in a category, in levels'],
    level: 'Level',
    sets: 'Sets',
    hardSets: ['Hard sets', 'Sets that felt hard, or were not rated'],
    reps: 'Reps',
    holdSeconds: ['Time held', 'In seconds'],
    volumeLoadKgReps: ['Volume of reps', 'Kilograms moved, times reps'],
    timeLoadKgSeconds: ['Time under load', 'Kilograms, times seconds'],
    meanRpe: ['Mean effort', 'The mean RPE of the sets'],
    best: 'Best set',
    bodyMassKg: ['Body mass', 'In kilograms'],
  }),
  chartSubjects: termsOf(ChartSubjectKind.options, {
    athlete: 'Everything',
    category: 'Category',
    pattern: 'Movement pattern',
    exercise: 'Exercise',
  }),
  sortOrders: termsOf(SortOrder.options, {
    difficulty: 'Easiest first',
    '-difficulty': 'Hardest first',
    name: 'By name, from A',
    '-name': 'By name, from Z',
    relevance: 'Best match first',
  }),
}

/** An example of the page of charts: what is asked, and the name of the file that keeps the answer. */
export type ChartExample = { readonly name: string; readonly request: string }

/** Every chart of the page, in its order. */
export const chartExamples: readonly ChartExample[] = [
  { name: 'ability', request: '/me/series?metric=ability' },
  { name: 'level', request: '/me/series?metric=level' },
  { name: 'hard-sets', request: '/me/series?metric=hardSets&category=Push,Pull,Squat' },
  { name: 'patterns', request: '/me/series?metric=sets&pattern=hpush,hpull,squat,hinge' },
  { name: 'volume', request: '/me/series?metric=volumeLoadKgReps' },
  { name: 'effort', request: '/me/series?metric=meanRpe&category=Push,Pull,Squat' },
  { name: 'best', request: '/me/series?metric=best&exercise=push-up,incline-row' },
  { name: 'body-mass', request: '/me/series?metric=bodyMassKg' },
]

import type { Output } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import type { Metric } from '../../charts/answer.js'
import { chartsOf } from '../../charts/charts-of.js'
import { exerciseOf, library, vocabularies } from '../../data/resources.js'
import { linkTo } from '../../shell/route.js'
import type { Screen } from '../../shell/screen.js'
import { known } from '../../ui/known.js'
import { chartCards } from './chart-cards.js'
import { choices } from './choices.js'
import { exerciseView } from './exercise-view.js'
import { names } from './names.js'
import { type Range, ranges } from './ranges.js'
import { recordList } from './record-list.js'
import { charts, exerciseCharts, records } from './resources.js'

let range: Range = ranges[1]
let category = 'all'

/** The exercise of the address `#/progress/exercise/push-up`; undefined on the screen itself. */
const slugOf = ([part, slug]: readonly string[]) => (part === 'exercise' ? slug : undefined)

export const progress: Screen = {
  title: (rest) => {
    const slug = slugOf(rest)
    return slug === undefined ? 'Progress' : (exerciseOf(slug)?.name ?? 'Exercise')
  },
  needs: (rest) => {
    const slug = slugOf(rest)
    return slug === undefined ? [charts(range), records, vocabularies] : [exerciseCharts(range, slug), library]
  },
  view: (rest) => {
    const slug = slugOf(rest)
    return slug === undefined ? overview() : exerciseView(range, slug, rangeChoice(slug))
  },
}

function overview(): TemplateResult {
  return html`
    <div class="asked">${rangeChoice()} ${categoryChoice()}</div>
    ${known(charts(range), chartsView)}
    <section class="card"><h2>Records</h2>${known(records, ({ data }) => recordList(data))}</section>
    <p><a class="button" href=${linkTo('report')}>Report to print</a></p>`
}

function rangeChoice(slug?: string): TemplateResult {
  return choices('How far back', ranges, range.name, (name) => {
    range = ranges.find((one) => one.name === name) ?? range
    void (slug === undefined ? charts(range) : exerciseCharts(range, slug)).refresh()
  })
}

function categoryChoice(): TemplateResult {
  const categories = (vocabularies.value()?.categories ?? []).map(({ code, label }) => ({ name: code, label }))
  return choices('Which movements', [{ name: 'all', label: 'All' }, ...categories], category, (name) => {
    category = name
  })
}

const sections: readonly { readonly title: string; readonly metrics: readonly Metric[] }[] = [
  { title: 'How strong you are', metrics: ['ability', 'level'] },
  { title: 'How much you train', metrics: ['hardSets', 'volumeLoadKgReps', 'meanRpe'] },
  { title: 'Body', metrics: ['bodyMassKg'] },
]

function chartsView(answer: Output<'progress.chart'>): TemplateResult {
  const series = answer.series.filter(
    ({ of }) => category === 'all' || of.category === null || of.category === category,
  )
  const drawn = chartsOf({ ...answer, series }, names())
  // a level is there before anything was trained
  if (drawn.every(({ metric }) => metric === 'level')) return nothingYet()
  return html`${sections.map(({ title, metrics }) => {
    const charts = drawn.filter(({ metric }) => metrics.includes(metric))
    return charts.length === 0 ? '' : html`<section><h2>${title}</h2>${chartCards(charts)}</section>`
  })}`
}

function nothingYet(): TemplateResult {
  return html`
    <div class="card">
      <h2>Nothing to draw yet</h2>
      <p>After your first session this page shows how strong you are, how much you train, and how both change.</p>
      <a class="button main" href=${linkTo('next')}>See what to train</a>
    </div>`
}

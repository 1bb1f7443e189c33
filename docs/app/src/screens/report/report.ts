import { html, type TemplateResult } from 'lit-html'
import { dateOfToday } from '../../data/date-of-today.js'
import { today, vocabularies } from '../../data/resources.js'
import type { Screen } from '../../shell/screen.js'
import { longDay } from '../../ui/format.js'
import { known } from '../../ui/known.js'
import { choices } from '../progress/choices.js'
import { records } from '../progress/resources.js'
import { type Period, periods } from './periods.js'
import { adherence, myExercises, type PeriodAnswer, periodAnswer } from './resources.js'
import { sessionTable } from './session-table.js'
import { summaryOf } from './summary.js'
import { summaryView } from './summary-view.js'

let period: Period = periods[0]

export const report: Screen = {
  title: () => 'Report',
  needs: () => [today, periodAnswer(period), adherence, records, myExercises, vocabularies],
  view: () => html`
    <div class="no-print">
      ${choices('What it is about', periods, period.name, choosePeriod)}
      <p><button class="button main" @click=${() => window.print()}>Print, or save as PDF</button></p>
    </div>
    ${known(periodAnswer(period), reportView)}`,
}

function choosePeriod(name: string): void {
  period = periods.find((one) => one.name === name) ?? period
  void periodAnswer(period).refresh()
}

function reportView({ from, to, sessions, series }: PeriodAnswer): TemplateResult {
  const summary = summaryOf({ from, to }, dateOfToday(), {
    sessions,
    series,
    records: records.value()?.data ?? [],
    exercises: myExercises.value()?.data ?? [],
  })
  return html`
    <article class="report">
      <header>
        <h2>${today.value()?.profile?.name ?? 'Training report'}</h2>
        <p>${longDay(from)} to ${longDay(to)} ${to.slice(0, 4)}</p>
      </header>
      ${summaryView(summary, adherence.value() ?? null)}
      <section><h2>Sessions</h2>${sessionTable(summary.done)}</section>
      <p class="quiet small">Abilities are estimates, in levels from 0 to 5. Hard sets are those that felt hard, or were not rated.</p>
    </article>`
}

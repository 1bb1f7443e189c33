import type { Week } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import { categorySets } from '../../ui/category-sets.js'
import { count } from '../../ui/format.js'
import type { WeekSession } from './week-session.js'

/** What a week comes to, and what was left out of it. */
export function weekTotals(week: Week, sessions: readonly WeekSession[], today: string): TemplateResult {
  const { totalReps, totalHoldSeconds, totalDurationMinutes } = week.totals
  const done = sessions.filter(({ status }) => status === 'completed').length
  const skipped = sessions.filter(({ status }) => status === 'skipped').length
  const missed = sessions.filter(({ status, date }) => status === 'planned' && date < today).length
  const said = [
    `${done} of ${count(sessions.length - skipped, 'session')} done`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(missed > 0 ? [`${missed} missed`] : []),
  ]
  return html`
    <section class="card">
      <h2>${said.join(', ')}</h2>
      <p class="quiet">${count(totalReps, 'rep')}, ${count(totalHoldSeconds, 'second')} held, ${count(totalDurationMinutes, 'minute')} of training.</p>
      ${categorySets(week.categories)}
    </section>`
}

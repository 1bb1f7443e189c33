import type { DayInShort, WeekSoFar } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { linkTo } from '../../shell/route.js'
import { categorySets } from '../../ui/category-sets.js'
import { count, longDay, shortDay } from '../../ui/format.js'
import { icon } from '../../ui/icon.js'

/** The week so far: its days, its sets, and how long the athlete has kept at it. */
export function weekCard(week: WeekSoFar): TemplateResult {
  return html`
    <section class="card">
      <div class="row apart"><h2>This week</h2><a href=${linkTo('week', week.week)}>Open the week</a></div>
      <ol class="plain strip">${week.days.map(day)}</ol>
      <p>${summary(week)}</p>
      ${week.plannedSessions === 0 ? nothing : categorySets(week.categories)}
    </section>`
}

function summary({ completedSessions, plannedSessions, currentStreakWeeks }: WeekSoFar): string {
  const sessions =
    plannedSessions === 0 ? 'Nothing is planned' : `${completedSessions} of ${count(plannedSessions, 'session')} done`
  return currentStreakWeeks > 1 ? `${sessions}, ${currentStreakWeeks} weeks in a row with training.` : `${sessions}.`
}

function day({ date, isToday, isCompleted, plannedSessions, completedSessions }: DayInShort): TemplateResult {
  const says =
    plannedSessions === 0 ? 'nothing planned' : `${completedSessions} of ${count(plannedSessions, 'session')} done`
  return html`
    <li class=${isCompleted ? 'done' : plannedSessions > 0 ? 'planned' : ''} aria-current=${isToday ? 'date' : nothing}>
      <span aria-hidden="true">${shortDay(date).slice(0, 2)}</span>
      ${isCompleted ? icon('check') : html`<span class="mark" aria-hidden="true">${plannedSessions > 0 ? '○' : '·'}</span>`}
      <span class="unseen">${longDay(date)}: ${says}</span>
    </li>`
}

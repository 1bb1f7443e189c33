import type { Week } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { dateOfToday } from '../../data/date-of-today.js'
import { today, vocabularies, week as weekAnswer } from '../../data/resources.js'
import { linkTo } from '../../shell/route.js'
import type { Screen } from '../../shell/screen.js'
import { addDays } from '../../ui/dates.js'
import { shortDay } from '../../ui/format.js'
import { icon } from '../../ui/icon.js'
import { known } from '../../ui/known.js'
import { isoWeekOf } from './iso-week.js'
import { planPreview, previewedPlan } from './plan-preview.js'
import { sessionsOfWeek } from './sessions-of-week.js'
import { weekDay } from './week-day.js'
import { weekTotals } from './week-totals.js'

export const week: Screen = {
  title: ([name = thisWeek()]) => `Week ${Number(name.slice(-2))}`,
  needs: ([name = thisWeek()]) => [weekAnswer(name), vocabularies, today, ...previewedPlan()],
  view: ([name = thisWeek()]) => known(weekAnswer(name), weekView),
}

function thisWeek(): string {
  return isoWeekOf(dateOfToday())
}

function weekView(answer: Week): TemplateResult {
  const { week: name, from, to, days } = answer
  const date = dateOfToday()
  const sessions = sessionsOfWeek(answer)
  return html`
    <p class="quiet">${shortDay(from)} to ${shortDay(to)}</p>
    <nav class="row apart pages" aria-label="Weeks">
      <a href=${linkTo('week', isoWeekOf(addDays(from, -7)))}>${icon('back')} Previous</a>
      <a href=${linkTo('week', isoWeekOf(addDays(from, 7)))}>Next <span class="turned">${icon('back')}</span></a>
    </nav>
    ${weekTotals(answer, sessions, date)}
    ${to < date ? nothing : planPreview(name, from < date ? date : from, to)}
    <div class="columns">
      ${days.map((day) =>
        weekDay({
          week: name,
          date: day.date,
          today: date,
          sessions: sessions.filter((session) => session.date === day.date),
        }),
      )}
    </div>`
}

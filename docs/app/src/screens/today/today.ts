import type { Today } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { dateOfToday } from '../../data/date-of-today.js'
import { library, nextWorkout, today as todayAnswer, vocabularies } from '../../data/resources.js'
import type { Screen } from '../../shell/screen.js'
import { known } from '../../ui/known.js'
import { daySessions } from './day-sessions.js'
import { freshToday } from './fresh-today.js'
import { goalsCard } from './goals-card.js'
import { levelsCard } from './levels-card.js'
import { nextCard } from './next-card.js'
import { readinessCard } from './readiness-card.js'
import { completedCard, openCard } from './session-cards.js'
import { todayLine } from './today-line.js'
import { waitingCards } from './waiting-cards.js'
import { weekCard } from './week-card.js'

export const today: Screen = {
  title: () => 'Today',
  // the library too, so that a workout can begin without a network
  needs: () => [freshToday, nextWorkout, vocabularies, library],
  view: () => html`
    ${todayLine(dateOfToday(), todayAnswer.value())}
    ${isAwaited() ? html`${open()}<p class="quiet" aria-busy="true">Loading…</p>` : html`${training()}${known(todayAnswer, rest)}`}`,
}

/** Nothing is shown that what comes first would push down as soon as it is there. */
function isAwaited(): boolean {
  return todayAnswer.isAwaited() || nextWorkout.isAwaited()
}

function rest(answer: Today): TemplateResult {
  return html`
    <div class="columns">
      ${waitingCards(answer)}
      ${weekCard(answer.week)}
      ${readinessCard(answer)}
      ${answer.levels === null ? nothing : levelsCard(answer.levels)}
      ${goalsCard(answer.goals)}
    </div>`
}

/** What is trained today comes first: what runs, what is planned, else what the coach recommends. */
function training(): TemplateResult {
  const { running, planned, completed } = daySessions()
  const isFree = running.length + planned.length + completed.length === 0
  return html`
    ${open()}
    ${isFree ? known(nextWorkout, nextCard) : nothing}
    ${completed.map(completedCard)}`
}

function open(): TemplateResult {
  const { running, planned } = daySessions()
  return html`${[...running, ...planned].map(openCard)}`
}

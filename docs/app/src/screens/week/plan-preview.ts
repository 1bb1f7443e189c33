import { type PlanDay, uuid7, type WorkoutPlan } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { ciq } from '../../data/client.js'
import { faultOf, type Resource, resource } from '../../data/resource.js'
import { session, week } from '../../data/resources.js'
import { redraw } from '../../shell/redraw.js'
import { announce } from '../../ui/announce.js'
import { count, longDay } from '../../ui/format.js'
import { known } from '../../ui/known.js'
import { labelOf } from '../../ui/label.js'
import { setsInShort } from '../../ui/sets-in-short.js'

let previewed: string | null = null
let fault: string | null = null

/** The plan that is looked at, if there is one. */
export function previewedPlan(): readonly Resource<WorkoutPlan>[] {
  return previewed === null ? [] : [planFrom(previewed)]
}

function planFrom(from: string): Resource<WorkoutPlan> {
  return resource(`plan ${from}`, () => ciq.workouts.getPlan({ from, weeks: 1 }))
}

/** Offers the coach's plan for what is left of a week: seen before it is taken. */
export function planPreview(weekName: string, from: string, to: string): TemplateResult {
  if (previewed !== from) {
    return html`<p><button class="button" @click=${() => look(from)}>Plan this week</button></p>`
  }
  return html`
    <section class="card">
      <h2>The coach's plan</h2>
      ${known(planFrom(from), (plan) => days(plan, weekName, to))}
    </section>`
}

function look(from: string | null): void {
  previewed = from
  fault = null
  for (const plan of previewedPlan()) void plan.refresh()
  redraw()
}

function days({ weeks, note, startsOn }: WorkoutPlan, weekName: string, to: string): TemplateResult {
  const shown = weeks.flatMap((planned) => planned.days).filter(({ date }) => date <= to)
  const isOffered = shown.some(isSession)
  return html`
    <p class="quiet">${note}</p>
    <form @submit=${(event: SubmitEvent) => void accept(event, startsOn, weekName)}>
      <ul class="plain lines">${shown.map(day)}</ul>
      ${fault === null ? nothing : html`<p class="fault" role="alert">${fault}</p>`}
      <div class="row">
        ${isOffered ? html`<button class="button main">Plan these days</button>` : nothing}
        <button class="button" type="button" @click=${() => look(null)}>Not now</button>
      </div>
    </form>`
}

function isSession({ exercises }: PlanDay): boolean {
  return exercises.length > 0
}

function day(planned: PlanDay): TemplateResult {
  const { date, kind, explanation, totalMinutes, exercises } = planned
  if (!isSession(planned)) {
    return html`<li><strong>${longDay(date)}</strong>: ${labelOf('dayKinds', kind)}<br><span class="quiet small">${explanation}</span></li>`
  }
  const contents = exercises.map(({ exercise, sets }) => `${exercise.name} ${setsInShort(sets)}`)
  return html`
    <li>
      <label class="row tick"><input type="checkbox" name="day" value=${date} checked> <strong>${longDay(date)}</strong></label>
      <p class="quiet small">About ${count(Math.ceil(totalMinutes), 'minute')}: ${contents.join('; ')}</p>
    </li>`
}

async function accept(event: SubmitEvent, from: string, weekName: string): Promise<void> {
  event.preventDefault()
  const dates = new FormData(event.target as HTMLFormElement).getAll('day').map(String)
  if (dates.length === 0) return look(null)
  try {
    const body = { from, days: dates.map((date) => ({ date, id: uuid7() })) }
    const { sessions } = await ciq.workouts.acceptPlan({ body })
    await Promise.all(sessions.map((planned) => session(planned.id).keep(planned)))
    look(null)
    announce(`${count(sessions.length, 'session')} planned.`)
    await week(weekName).refresh(true)
  } catch (error) {
    fault = faultOf(error).detail
    redraw()
  }
}

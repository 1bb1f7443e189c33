import type { NextWorkout } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { dateOfToday } from '../../data/date-of-today.js'
import { faultOf } from '../../data/resource.js'
import { redraw } from '../../shell/redraw.js'
import { linkTo } from '../../shell/route.js'
import { announce } from '../../ui/announce.js'
import { longDay } from '../../ui/format.js'
import { planRecommended } from '../../workout/start-recommended.js'
import { currentWishes } from './asked.js'

let told: TemplateResult | typeof nothing = nothing

/** Plans the workout for later today, or for another day, on which the coach looks anew. */
export function planLater(recommended: NextWorkout): TemplateResult {
  const date = dateOfToday()
  return html`
    <details class="card">
      <summary>Plan it for later</summary>
      <form @submit=${(event: SubmitEvent) => void plan(event, recommended)}>
        <div class="pair">
          <label class="field">Day <input type="date" name="date" required min=${date} value=${date}></label>
          <label class="field">Time <input type="time" name="time"></label>
        </div>
        <p class="quiet small">For another day, the coach plans what fits that day.</p>
        <button class="button">Plan it</button>
      </form>
      ${told}
    </details>`
}

async function plan(event: SubmitEvent, recommended: NextWorkout): Promise<void> {
  event.preventDefault()
  const form = new FormData(event.target as HTMLFormElement)
  const [date, time] = [`${form.get('date')}`, `${form.get('time')}`]
  try {
    const id = await planRecommended(recommended, currentWishes(), time === '' ? { date } : { date, time })
    told = html`<p>Planned for ${longDay(date)}. <a href=${linkTo('workout', id)}>Open it</a></p>`
    announce(`Planned for ${longDay(date)}.`)
  } catch (error) {
    told = html`<p class="fault" role="alert">${faultOf(error).detail}</p>`
  }
  redraw()
}

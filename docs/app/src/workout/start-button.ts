import type { NextWorkout } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { faultOf } from '../data/resource.js'
import { redraw } from '../shell/redraw.js'
import { startRecommended } from './start-recommended.js'
import type { Wishes } from './wishes.js'

let isStarting = false
let fault: string | null = null

/** Begins what the coach recommends, once, however often it is pressed. */
export function startButton(label: string, recommended: NextWorkout, wishes: Wishes = {}): TemplateResult {
  return html`
    <button class="button main wide" ?disabled=${isStarting} @click=${() => void start(recommended, wishes)}>
      ${isStarting ? 'Starting…' : label}
    </button>
    ${fault === null ? nothing : html`<p class="fault" role="alert">${fault}</p>`}`
}

async function start(recommended: NextWorkout, wishes: Wishes): Promise<void> {
  isStarting = true
  fault = null
  redraw()
  try {
    await startRecommended(recommended, wishes)
  } catch (error) {
    fault = faultOf(error).detail
  } finally {
    isStarting = false
    redraw()
  }
}

import type { SessionExercise } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { icon } from '../../ui/icon.js'
import { holdClock } from './hold-clock.js'
import type { NextSet } from './next-set.js'

/** How many reps or seconds: what the plan asks for is there already. */
export function amountField({ exercise }: SessionExercise, next: NextSet): TemplateResult {
  const isHold = exercise.metric !== 'reps'
  const step = isHold ? 5 : 1
  return html`
    <div class="amount">
      <label for="amount">${isHold ? 'Seconds' : 'Reps'}${exercise.unilateral ? ' for each side' : ''}</label>
      <div class="row">
        <button type="button" class="button round" aria-label=${`${step} less`} @click=${changeBy(-step)}>${icon('minus')}</button>
        <input id="amount" name="amount" type="number" inputmode="numeric" min="0" max=${isHold ? 86_400 : 10_000} step="1" required .value=${`${next.amount ?? ''}`}>
        <button type="button" class="button round" aria-label=${`${step} more`} @click=${changeBy(step)}>${icon('plus')}</button>
        ${isHold ? holdClock() : nothing}
      </div>
    </div>`
}

function changeBy(step: number): (event: Event) => void {
  return ({ currentTarget }) => {
    const input = (currentTarget as HTMLElement).parentElement?.querySelector('input')
    if (input) input.value = `${Math.max(0, Number(input.value) + step)}`
  }
}

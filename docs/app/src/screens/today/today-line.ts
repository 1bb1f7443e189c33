import type { Today } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import { longDay } from '../../ui/format.js'

/** Which day it is, and of which day the answer is when the device could not ask since. */
export function todayLine(date: string, answer: Today | undefined): TemplateResult {
  const isOld = answer !== undefined && answer.date !== date
  return html`<p class="quiet">${longDay(date)}${isOld ? `, as known on ${longDay(answer.date)}` : ''}</p>`
}

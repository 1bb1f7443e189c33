import { html, nothing, type TemplateResult } from 'lit-html'
import { minutesAndSeconds } from '../../ui/format.js'
import { icon } from '../../ui/icon.js'
import { currentRest, endRest, prolongRest, secondsLeft, watchRest } from './rest.js'

/** The rest timer of a session, above the navigation; nothing while nobody rests. */
export function restBar(sessionId: string): TemplateResult | typeof nothing {
  const rest = currentRest()
  if (rest?.sessionId !== sessionId) return nothing
  watchRest()
  const left = secondsLeft(rest)
  return html`
    <section class="rest" aria-label="Rest">
      <progress max=${rest.seconds} value=${rest.seconds - left} aria-label="Rest that is over"></progress>
      <div class="row apart">
        <span class="row">${icon('timer')}<span class="big" role="timer">${left === 0 ? 'Go' : minutesAndSeconds(left)}</span></span>
        <span class="row">
          <button class="button" @click=${() => prolongRest(30)}>+30 s</button>
          <button class="button" @click=${endRest}>${left === 0 ? 'Done' : 'Skip rest'}</button>
        </span>
      </div>
    </section>`
}

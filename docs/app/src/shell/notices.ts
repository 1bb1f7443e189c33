import { html, nothing, type TemplateResult } from 'lit-html'
import { isSignedIn } from '../data/client.js'
import { isStuck, refused, waiting } from '../data/outbox.js'
import { athleteId } from '../data/who.js'
import { count } from '../ui/format.js'
import { icon } from '../ui/icon.js'
import { closeFailure, failure } from './failures.js'
import { linkTo } from './route.js'
import { takeUpdate, updateWaits } from './updates.js'

/** What is to be known on every screen: what failed, no network, things that were refused, a new version. */
export function notices(): TemplateResult {
  return html`
    <div class="notices">
      ${failed()} ${offline()} ${ended()} ${refusals()}
      ${updateWaits() ? html`<p class="notice">There is a new version. <button class="link" @click=${takeUpdate}>Open it</button></p>` : nothing}
    </div>`
}

function failed(): TemplateResult | typeof nothing {
  const text = failure()
  if (text === null) return nothing
  return html`<p class="notice warn" role="alert">${text} <button class="link" @click=${closeFailure}>Close</button></p>`
}

function offline(): TemplateResult | typeof nothing {
  // without a session nothing is sent, and that is told already
  if (navigator.onLine && !(isStuck() && isSignedIn())) return nothing
  const { length } = waiting()
  const kept = length === 0 ? 'What you log is kept on this device.' : `${count(length, 'change')} kept on this device.`
  return html`<p class="notice">${icon('cloud')}<span>No network. ${kept}</span></p>`
}

function ended(): TemplateResult | typeof nothing {
  if (isSignedIn() || athleteId() === null) return nothing
  return html`<p class="notice"><span>You are signed out. <a href=${linkTo('sign-in')}>Sign in again</a>, and what waits is sent.</span></p>`
}

function refusals(): TemplateResult | typeof nothing {
  const { length } = refused()
  if (length === 0) return nothing
  return html`<p class="notice warn">${count(length, 'change')} could not be accepted. <a href=${linkTo('account', 'changes')}>Look at ${length === 1 ? 'it' : 'them'}</a></p>`
}

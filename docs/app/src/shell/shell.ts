import { html, nothing, type TemplateResult } from 'lit-html'
import { isSignedIn } from '../data/client.js'
import { waiting } from '../data/outbox.js'
import { athleteId } from '../data/who.js'
import { signIn } from '../screens/sign-in/sign-in.js'
import { announcement } from '../ui/announce.js'
import { focusHeading } from '../ui/focus-heading.js'
import { icon } from '../ui/icon.js'
import { notices } from './notices.js'
import { currentRoute, linkTo } from './route.js'
import type { Screen } from './screen.js'
import { navigation, screens } from './screens.js'

/** The screen that is open: who has no data here signs in first, whatever the address. */
export function openScreen(): { readonly screen: Screen; readonly rest: readonly string[] } {
  const { screen, rest } = currentRoute()
  if (athleteId() === null || (screen === 'sign-in' && !isSignedIn())) {
    return { screen: signIn, rest: screen === 'sign-in' ? rest : [] }
  }
  const found = screens[screen]
  return found ? { screen: found, rest } : { screen: screens.today as Screen, rest: [] }
}

/** The whole page. */
export function shell(): TemplateResult {
  const { screen, rest } = openScreen()
  return html`
    <a class="skip" href="#main" @click=${skip}>To the content</a>
    <header class="bar">
      <a class="brand" href=${linkTo('today')}><img src="/assets/icon.svg" alt="" width="28" height="28">CalisthenIQ</a>
      ${unsent()}
      ${athleteId() === null ? nothing : tabs()}
    </header>
    <main id="main">
      <h1 tabindex="-1">${screen.title(rest)}</h1>
      ${notices()}
      ${screen.view(rest)}
    </main>
    <div class="unseen" role="status">${announcement()}</div>`
}

/** How much of what was logged here the API has not seen yet. */
function unsent(): TemplateResult | typeof nothing {
  const { length } = waiting()
  return length === 0 ? nothing : html`<span class="chip" data-waiting=${length}>${length} to send</span>`
}

function tabs(): TemplateResult {
  const { screen } = currentRoute()
  return html`
    <nav class="tabs" aria-label="Screens"><ul>
      ${navigation.map(
        ({ name, label, icon: picture }) => html`
          <li><a href=${linkTo(name)} aria-current=${screen === name ? 'page' : nothing}>${icon(picture)}<span>${label}</span></a></li>`,
      )}
    </ul></nav>`
}

/** The address after `#` is that of a screen, so the link only moves the focus. */
function skip(event: Event): void {
  event.preventDefault()
  focusHeading()
}

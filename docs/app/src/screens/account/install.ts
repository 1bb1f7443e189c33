import { html, nothing, type TemplateResult } from 'lit-html'
import { redraw } from '../../shell/redraw.js'

/** What Chromium offers where an app can be installed; no other browser has it yet. */
type InstallOffer = Event & { prompt(): Promise<unknown> }

let offer: InstallOffer | null = null

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  offer = event as InstallOffer
  redraw()
})
addEventListener('appinstalled', () => {
  offer = null
  redraw()
})

/** Puts the app among the others of the device, where the browser offers that. */
export function installButton(): TemplateResult | typeof nothing {
  if (offer === null) return nothing
  return html`<p><button class="button wide" @click=${install}>Install the app</button></p>`
}

function install(): void {
  void offer?.prompt()
}

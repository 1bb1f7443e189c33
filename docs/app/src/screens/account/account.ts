import { html } from 'lit-html'
import type { Screen } from '../../shell/screen.js'

export const account: Screen = {
  title: () => 'account',
  needs: () => [],
  view: () => html`<p>account</p>`,
}

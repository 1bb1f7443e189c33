import { html } from 'lit-html'
import type { Screen } from '../../shell/screen.js'

export const today: Screen = {
  title: () => 'today',
  needs: () => [],
  view: () => html`<p>today</p>`,
}

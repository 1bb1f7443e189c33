import { html } from 'lit-html'
import type { Screen } from '../../shell/screen.js'

export const next: Screen = {
  title: () => 'next',
  needs: () => [],
  view: () => html`<p>next</p>`,
}

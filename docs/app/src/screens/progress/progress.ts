import { html } from 'lit-html'
import type { Screen } from '../../shell/screen.js'

export const progress: Screen = {
  title: () => 'progress',
  needs: () => [],
  view: () => html`<p>progress</p>`,
}

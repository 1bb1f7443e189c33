import { html } from 'lit-html'
import type { Screen } from '../../shell/screen.js'

export const week: Screen = {
  title: () => 'week',
  needs: () => [],
  view: () => html`<p>week</p>`,
}

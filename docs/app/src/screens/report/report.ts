import { html } from 'lit-html'
import type { Screen } from '../../shell/screen.js'

export const report: Screen = {
  title: () => 'report',
  needs: () => [],
  view: () => html`<p>report</p>`,
}

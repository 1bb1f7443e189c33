import type { Goal } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { linkTo } from '../../shell/route.js'
import { shortDay } from '../../ui/format.js'
import { labelOf } from '../../ui/label.js'
import { meter } from '../../ui/meter.js'

/** Open goals, and how far they are. */
export function goalsCard(goals: readonly Goal[]): TemplateResult {
  return html`
    <section class="card">
      <h2>Goals</h2>
      ${
        goals.length === 0
          ? html`<p class="quiet">No goal yet: <a href=${linkTo('skills')}>choose a skill</a> to train for.</p>`
          : html`<ul class="plain lines">${goals.map(goal)}</ul>`
      }
    </section>`
}

function goal({ kind, exercise, target, deadline, eta }: Goal): TemplateResult {
  const aim = target === null ? labelOf('goalKinds', kind) : `${target} ${units[kind]}`
  return html`
    <li>
      <div class="row apart">
        <strong>${exercise?.name ?? labelOf('goalKinds', kind)}</strong>
        <span class="quiet">${aim}${deadline === null ? nothing : ` by ${shortDay(deadline)}`}</span>
      </div>
      ${eta?.current != null && target !== null ? meter(eta.current, target) : nothing}
      ${eta === null ? nothing : html`<p class="quiet small">${labelOf('goalForecasts', eta.status)}. ${eta.explanation}</p>`}
    </li>`
}

const units = { reps: 'reps', hold: 's', skill: '', consistency: 'sessions a week' } as const

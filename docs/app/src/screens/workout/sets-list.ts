import type { Session, SessionExercise, SetLog } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { amount } from '../../ui/format.js'
import { icon } from '../../ui/icon.js'
import { deleteSet } from './actions.js'

/** The sets of an exercise that were logged; each can be deleted. */
export function setsList({ id }: Session, exercise: SessionExercise): TemplateResult | typeof nothing {
  if (exercise.sets.length === 0) return nothing
  return html`
    <ol class="plain sets">
      ${exercise.sets.map(
        (set) => html`
        <li class="row apart">
          <span>${icon('check')} <span>Set ${set.setNumber}${set.side ? ` ${set.side}` : ''}: <strong>${amount(set)}</strong>${more(set)}</span></span>
          <button class="button round" aria-label=${`Delete set ${set.setNumber} of ${exercise.exercise.name}`}
            @click=${() => void deleteSet(id, exercise.id, set.id)}>${icon('close')}</button>
        </li>`,
      )}
    </ol>`
}

function more({ planned, rpe, weightKg, kind }: SetLog): string {
  const parts = [
    planned === null ? '' : ` of ${amount(planned)}`,
    rpe === null ? '' : `RPE ${rpe}`,
    weightKg === null ? '' : `${weightKg} kg`,
    kind === 'working' ? '' : kind,
  ]
  return `${parts[0]}${parts
    .slice(1)
    .filter(Boolean)
    .map((part) => `, ${part}`)
    .join('')}`
}

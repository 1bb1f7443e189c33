import type { NextWorkout } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { library, today, vocabularies } from '../../data/resources.js'
import type { Screen } from '../../shell/screen.js'
import { known } from '../../ui/known.js'
import { labelOf } from '../../ui/label.js'
import { startButton } from '../../workout/start-button.js'
import { isOffered } from '../../workout/wishes.js'
import { askFor, currentWishes, nextFor } from './asked.js'
import { planLater } from './plan-later.js'
import { reasons } from './reasons.js'
import { sideNotes } from './side-notes.js'
import { warmUp } from './warm-up.js'
import { wishesForm } from './wishes-form.js'
import { workoutBlocks } from './workout-blocks.js'

export const next: Screen = {
  title: () => 'Next workout',
  needs: () => [nextFor(currentWishes()), today, vocabularies, library],
  view: () => html`${known(nextFor(currentWishes()), recommendation)} ${wishesForm()}`,
}

function recommendation(recommended: NextWorkout): TemplateResult {
  const { kind, rules, totalMinutes, note, exercises } = recommended
  const offered = isOffered(recommended)
  return html`
    <section class="card lead">
      <h2>${labelOf('dayKinds', kind)}${offered ? `, about ${Math.ceil(totalMinutes)} minutes` : ''}</h2>
      ${reasons(rules)}
      ${offered ? startButton('Start this workout', recommended, currentWishes()) : trainAnyway(recommended)}
    </section>
    ${recommended.warmUp.length > 0 ? warmUp(recommended.warmUp) : nothing}
    ${exercises.length > 0 ? workoutBlocks(recommended) : nothing}
    ${exercises.length > 0 ? html`<p class="quiet">${note}</p>` : nothing}
    ${offered ? planLater(recommended) : nothing}
    ${sideNotes(recommended)}`
}

function trainAnyway({ kind }: NextWorkout): TemplateResult | typeof nothing {
  if (kind !== 'rest') return nothing
  return html`<button class="button" @click=${() => askFor({ ...currentWishes(), force: true })}>Train anyway</button>`
}

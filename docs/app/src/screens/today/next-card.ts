import type { NextWorkout } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import { linkTo } from '../../shell/route.js'
import { labelOf } from '../../ui/label.js'
import { setsInShort } from '../../ui/sets-in-short.js'
import { startButton } from '../../workout/start-button.js'
import { startEmpty } from '../../workout/start-empty.js'
import { isOffered } from '../../workout/wishes.js'

/** What the coach recommends, in short. */
export function nextCard(recommended: NextWorkout): TemplateResult {
  const { exercises, kind, rules, totalMinutes } = recommended
  if (!isOffered(recommended)) return restCard(recommended)
  return html`
    <section class="card lead">
      <h2>${exercises.length === 0 ? labelOf('dayKinds', kind) : 'Your next workout'}</h2>
      <p class="quiet">About ${Math.ceil(totalMinutes)} minutes, warm-up included. ${rules[0]?.explanation}</p>
      <ul class="plain lines">
        ${exercises.map(
          ({ exercise, sets, unilateral }) => html`
            <li class="row apart"><span>${exercise.name}</span><span class="quiet">${setsInShort(sets, unilateral)}</span></li>`,
        )}
      </ul>
      ${startButton('Start', recommended)}
      <p class="after"><a href=${linkTo('next')}>Why these?</a></p>
    </section>`
}

function restCard({ kind, rules }: NextWorkout): TemplateResult {
  return html`
    <section class="card lead">
      <h2>${labelOf('dayKinds', kind)}</h2>
      <p>${rules[0]?.explanation ?? 'There is nothing to train today.'}</p>
      <div class="row">
        <a class="button" href=${linkTo('next')}>Train anyway</a>
        <button class="button" @click=${() => void startEmpty()}>Empty session</button>
      </div>
    </section>`
}

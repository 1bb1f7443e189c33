import type { NextWorkout, RecommendedExercise } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { labelOf } from '../../ui/label.js'
import { setsInShort } from '../../ui/sets-in-short.js'
import { blocksOf } from './blocks.js'
import { reasons } from './reasons.js'

/** The exercises in the order in which to do them, those that are done in turns together. */
export function workoutBlocks({ exercises }: NextWorkout): TemplateResult {
  return html`
    <section>
      <h2>Exercises</h2>
      ${blocksOf(exercises).map(
        (block) => html`
          <div class="card">
            ${block.length > 1 ? html`<p class="chip">In turns, a set of each</p>` : nothing}
            ${block.map(recommended)}
          </div>`,
      )}
    </section>`
}

function recommended(item: RecommendedExercise): TemplateResult {
  const { exercise, sets, unilateral, slot, modifier, adjustments, why } = item
  return html`
    <article class="recommended">
      <div class="row apart">
        <h3>${exercise.name}</h3>
        <span class="chip ${exercise.category.toLowerCase()}">${labelOf('slots', slot)}</span>
      </div>
      <p class="amounts">${setsInShort(sets, unilateral)}</p>
      <p class="quiet">${pace(item)}</p>
      ${modifier.modifier === 'none' ? nothing : html`<p>${modifier.explanation}</p>`}
      <details>
        <summary>Why<span class="unseen"> ${exercise.name}</span></summary>
        ${reasons([...why, ...adjustments])}
      </details>
    </article>`
}

function pace({ restSeconds, tempo, reserve, rpeCap, metric }: RecommendedExercise): string {
  const left = metric === 'reps' ? `stop with ${reserve} in reserve` : 'stop before you must'
  const cap = rpeCap === null ? [] : [`not above RPE ${rpeCap}`]
  return [`${restSeconds} s rest`, ...(tempo === 'hold' ? [] : [`tempo ${tempo}`]), left, ...cap].join(' · ')
}

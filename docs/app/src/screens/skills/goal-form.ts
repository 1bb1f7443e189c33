import { html, type TemplateResult } from 'lit-html'
import { dateOfToday } from '../../data/date-of-today.js'
import { submit, waiting } from '../../data/outbox.js'
import { today } from '../../data/resources.js'
import { announce } from '../../ui/announce.js'
import { goalBody } from './goal-body.js'
import type { Skill } from './skill-graph.js'

/** Makes an exercise a goal, which the coach then leads to; or says that it is one. */
export function goalForm({ slug, name, metric }: Skill): TemplateResult {
  const goal = today.value()?.goals.find(({ exercise }) => exercise?.slug === slug)
  if (goal)
    return html`
    <p class="row apart"><strong>This is a goal of yours.</strong>
      <button class="button" @click=${() => drop(goal.id, name)}>Give it up</button></p>`
  if (isKept(slug))
    return html`<p><strong>This is a goal of yours.</strong> <span class="quiet">It is sent once there is a network.</span></p>`
  const set = (event: SubmitEvent) => {
    event.preventDefault()
    const body = goalBody(new FormData(event.currentTarget as HTMLFormElement), slug, metric)
    void submit('goals.set', { body }).then(() => announce(`${name} is a goal of yours.`))
  }
  return html`
    <details>
      <summary>Make it a goal</summary>
      <form @submit=${set}>
        <label class="field">${metric === 'reps' ? 'Reps' : 'Seconds'} in one set; empty to master it
          <input name="target" type="number" inputmode="numeric" min="1" max="1000">
        </label>
        <label class="field">By, if there is a day
          <input name="deadline" type="date" min=${dateOfToday()}>
        </label>
        <button class="button main wide">Set the goal</button>
      </form>
    </details>`
}

function isKept(slug: string): boolean {
  const kept = waiting().filter(({ operation }) => operation === 'goals.set')
  return kept.some(({ input }) => (input as { body?: { exercise?: string } }).body?.exercise === slug)
}

async function drop(goalId: string, name: string): Promise<void> {
  await submit('goals.drop', { goalId })
  const known = today.value()
  if (known) await today.keep({ ...known, goals: known.goals.filter(({ id }) => id !== goalId) })
  announce(`${name} is no goal any more.`)
}

import type { Assessment } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import { ciq } from '../../data/client.js'
import { resource } from '../../data/resource.js'
import { levels, vocabularies } from '../../data/resources.js'
import type { Page } from '../../shell/pages.js'
import { goTo, linkTo } from '../../shell/route.js'
import { field } from '../../ui/field.js'
import { form, formFault, numberOf, sendButton } from '../../ui/form.js'
import { known } from '../../ui/known.js'
import { levelFields, levelsIn } from './level-fields.js'

const answering = form('levels')
const assessment = resource('assessment', () => ciq.levels.getAssessment())

/** What somebody can do already, or the levels that they say themselves. */
const questionsAfter = (intro: string): Page => ({
  title: 'What can you do?',
  needs: [assessment, levels, vocabularies],
  view: () => html`
    <p class="quiet">${intro} Answer what you know and leave the rest empty. 0 means not yet.</p>
    <form class="card" id=${answering.name} @submit=${answering.submit(send)}>
      ${known(assessment, questions)}
      <details>
        <summary>I know my levels</summary>
        ${levelFields('Not sure')}
      </details>
      ${formFault(answering)} ${sendButton(answering, 'Done')}
    </form>
    <p><a href=${linkTo('today')}>Skip</a></p>`,
})

/** The third step. */
export const levelsStep = questionsAfter('Step 3 of 3.')

/** The same for who comes back to it later. */
export const questionsLater = questionsAfter('The coach begins anew from what you say here.')

function questions({ questions: asked }: Assessment): TemplateResult {
  return html`${asked.map(({ exercise, metric, question }) =>
    field(answering, {
      name: exercise.slug,
      label: question,
      type: 'number',
      inputmode: 'numeric',
      min: 0,
      max: metric === 'reps' ? 200 : 600,
      isOptional: true,
    }),
  )}`
}

async function send(values: FormData): Promise<void> {
  const answers = (assessment.value()?.questions ?? []).flatMap(({ exercise: { slug } }) => {
    const max = numberOf(values, slug)
    return max === null ? [] : [{ exercise: slug, max }]
  })
  const said = levelsIn(values)
  if (answers.length === 0 && Object.keys(said).length === 0) return goTo('today')
  await ciq.levels.assess({ body: { answers, levels: said } })
  await levels.refresh(true)
  goTo('start', 'done')
}

import { type AccountExport, isProblem } from '@calistheniq/client'
import { html, type TemplateResult } from 'lit-html'
import { ciq } from '../../../data/client.js'
import { resource } from '../../../data/resource.js'
import { vocabularies } from '../../../data/resources.js'
import { announce } from '../../../ui/announce.js'
import { form, formFault } from '../../../ui/form.js'
import { saveFile } from './save-file.js'

const exporting = form('export')

/** Exports of accounts that are too large for one answer; they are made in the background. */
export const backgroundExports = resource('exports', async () => (await ciq.privacy.listExports()).data)

/** Everything that is kept about the athlete, as files. */
export function exportSection(): TemplateResult {
  return html`
    <section class="card">
      <h2>Take everything along</h2>
      <p>A ZIP file with all that is kept about you, as JSON and as CSV.</p>
      <button class="button" @click=${exporting.press(exportAll)}>${exporting.isSending() ? 'One moment…' : 'Download my data'}</button>
      ${formFault(exporting)}
      <ul class="plain lines">${(backgroundExports.value() ?? []).map(line)}</ul>
    </section>`
}

function line({ id, status, parts }: AccountExport): TemplateResult {
  const label = vocabularies.value()?.exportStatuses.find(({ code }) => code === status)?.label ?? status
  return html`
    <li>
      <p>Large export: ${label}</p>
      <div class="row">
        ${parts.map(({ number }) => html`<button class="button" @click=${exporting.press(() => downloadPart(id, number))}>Part ${number}</button>`)}
      </div>
    </li>`
}

async function exportAll(): Promise<void> {
  try {
    saveFile(await ciq.privacy.exportAccount(), 'calistheniq.zip')
    announce('Your data is downloaded.')
  } catch (error) {
    if (!isProblem(error) || error.code !== 'EXPORT_TOO_LARGE') throw error
    await ciq.privacy.beginExport()
    await backgroundExports.refresh(true)
    announce('There is a lot of it. It is made ready in the background: come back in some minutes.')
  }
}

async function downloadPart(exportId: string, number: number): Promise<void> {
  saveFile(await ciq.privacy.downloadExportPart({ exportId, number: `${number}` }), `calistheniq-${number}.zip`)
}

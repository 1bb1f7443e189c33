import { Ada } from './ada.js'
import type { ScriptApi } from './script-api.js'
import { firstMonday, weeks } from './weeks.js'

const introduction = [
  '# Twelve weeks with the API',
  '',
  'Written by `npm run scripted-athlete`, which lives these weeks against the API with a clock of its own; nothing here is written by hand.',
  'Every decision stands with the reason that the API gave: a sentence, the id of the rule, and the version of the rules.',
]

/** Runs all weeks of the script, and returns the transcript as Markdown. */
export async function tellStory(api: ScriptApi): Promise<string> {
  const ada = new Ada(api, firstMonday)
  ada.say(...introduction)
  for (const [index, { title, happens }] of weeks.entries()) {
    ada.beginWeek(index + 1, title)
    if (happens.length === 0) ada.say('', 'Nothing is trained.')
    for (const happening of happens) await happening(ada)
  }
  return `${ada.lines.join('\n').replaceAll(/\n{3,}/g, '\n\n')}\n`
}

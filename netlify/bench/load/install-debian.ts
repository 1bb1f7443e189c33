import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Sees that packages of Debian are there, and installs those that are not where this may be done:
 * by root, with apt-get.
 *
 * @throws Error that names them, where it may not.
 */
export async function installDebianPackages(names: readonly string[]): Promise<void> {
  if (await areInstalled(names)) return
  const needed = `it needs the Debian packages ${names.join(', ')}`
  if (process.getuid?.() !== 0) throw new Error(needed)
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  try {
    await run('apt-get', ['update'], options)
    await run('apt-get', ['install', '--yes', '--no-install-recommends', ...names], options)
  } catch {
    throw new Error(`${needed}, which could not be installed`)
  }
}

async function areInstalled(names: readonly string[]): Promise<boolean> {
  try {
    const { stdout } = await run('dpkg-query', ['--list', ...names])
    return names.every((name) => new RegExp(`^ii  ${name}[ :]`, 'm').test(stdout))
  } catch {
    return false
  }
}

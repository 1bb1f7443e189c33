import { ownWriters } from '../../drive/subject.js'
import { installDebianPackages } from '../../install-debian.js'
import { ourDialect } from '../../operations/our-dialect.js'
import { startProgram } from '../../servers/start-program.js'
import { commonAnswers } from '../common-answers.js'
import type { Peer } from '../peer.js'

const packages = [
  ...['python3-django', 'python3-djangorestframework', 'python3-psycopg2'],
  ...['python3-jwt', 'python3-cryptography', 'gunicorn'],
]

/** One worker beside gunicorn's own process; each of its threads keeps a connection to the database. */
const gunicorn = ['--workers', '1', '--threads', '5', '--keep-alive', '60', '--log-level', 'error']

/** Django REST framework as Debian has it, under gunicorn. */
export const django: Peer = {
  name: 'Django REST framework',
  start: async (ground) => {
    await installDebianPackages(packages)
    const server = await startProgram({
      command: '/usr/bin/gunicorn',
      args: (port) => [...gunicorn, '--bind', `127.0.0.1:${port}`, 'training.wsgi'],
      cwd: import.meta.dirname,
      env: { DATABASE_URL: ground.url, BENCH_JWK: ground.targets.jwk, PYTHONDONTWRITEBYTECODE: '1' },
    })
    const { name } = django
    return { name, server, dialect: ourDialect, answers: commonAnswers, writers: await ownWriters(ground) }
  },
}

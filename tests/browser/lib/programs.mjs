// The real programs, run by a test: the server with a sample agency in a folder of its own, and the app.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

/// Which programs are tried: the two arguments ctest gives.
export function programs() {
  const [server, app] = process.argv.slice(2);
  if (!server || !app) {
    console.error('usage: node browser_test.mjs WAYMARK-SERVER WAYMARK');
    process.exit(2);
  }
  return { server, app };
}

/// A sample agency with its server running on a free port of this machine.
export class Agency {
  static async begin(program, { specialists = 6, weeks = 3 } = {}) {
    const agency = new Agency();
    agency.program = program;
    agency.folder = await mkdtemp(path.join(tmpdir(), 'waymark-browser-'));
    agency.db = path.join(agency.folder, 'agency.db');
    const made = await agency.command('demo', '--specialists', String(specialists), '--weeks', String(weeks));
    agency.people = made.people;
    await agency.serve();
    return agency;
  }

  /// Runs a command of waymark-server on the agency's store and returns what it prints with --json.
  async command(name, ...rest) {
    const { stdout } = await run(this.program, [name, '--db', this.db, ...rest, '--json']);
    return JSON.parse(stdout);
  }

  async serve() {
    this.process = spawn(this.program, ['serve', '--db', this.db, '--listen', '127.0.0.1:0'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.log = '';
    this.process.stderr.on('data', (text) => (this.log += text));
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.ended = ended;
    const line = await new Promise((resolve, reject) => {
      createInterface({ input: this.process.stdout }).once('line', resolve);
      ended.then(() => reject(new Error(`the server did not start: ${this.log}`)));
    });
    this.address = line.match(/http:\/\/\S+/)[0];
  }

  /// The first person with a role (of a team).
  person(role, team) {
    const found = this.people.find((one) => one.role === role && (team === undefined || one.team === team));
    if (!found) throw new Error(`the sample agency has no ${role}`);
    return found;
  }

  /// A one-time link with which this person sets their password, and signs in under `login`.
  async passwordLink(person, login) {
    const made = await this.command('user', 'link', '--person', person.person_id, '--login', login);
    return made.password_link;
  }

  async end() {
    this.process.kill('SIGTERM');
    await this.ended;
    await rm(this.folder, { recursive: true, force: true });
  }
}

/// A phone: the real app in a folder of its own, driven by scripts.
export class Phone {
  constructor(program, agency, name) {
    this.program = program;
    this.data = path.join(agency.folder, name);
    this.keys = path.join(agency.folder, `${name}.keys`);
    this.scripts = 0;
  }

  /// Runs a script and returns what it said. A script that fails says why: that is the test's failure, unless
  /// the test expects it.
  async script(lines, { link } = {}) {
    const file = `${this.data}-${++this.scripts}.script`;
    await writeFile(file, `${lines.join('\n')}\n`);
    const args = ['--data', this.data, '--key-file', this.keys, '--script', file];
    if (link) args.push('--enroll', link);
    try {
      const { stdout } = await run(this.program, args, {
        env: { ...process.env, QT_QPA_PLATFORM: 'offscreen', QT_QUICK_BACKEND: 'software' },
      });
      return { said: stdout, failed: false };
    } catch (failure) {
      return { said: `${failure.stdout}${failure.stderr}`, failed: true };
    }
  }
}

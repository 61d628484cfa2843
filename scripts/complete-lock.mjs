// Adds to package-lock.json the optional packages of other platforms that it lacks. A registry that does not serve them
// makes npm write a lock file without them, which `npm ci` then refuses everywhere. Run it after `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../package-lock.json', import.meta.url);
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/** What a name such as "binding-linux-arm64-musl" says about where the package runs. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const [os, cpu] = [SYSTEMS.find((word) => words.includes(word)), PROCESSORS.find((word) => words.includes(word))];
  const musl = words.some((word) => word.startsWith('musl'));
  const libc = musl ? 'musl' : words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined;
  return os && cpu ? { os: [os], cpu: [cpu], ...(os === 'linux' && libc ? { libc: [libc] } : {}) } : undefined;
}

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const added = [];
for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const place = `node_modules/${name}`;
    const platform = platformOf(name);
    if (lock.packages[place] || !platform || !/^\d/.test(version)) continue;
    lock.packages[place] = { version, ...platform, ...(dev ? { dev } : {}), optional: true };
    added.push(place);
  }
}
const byName = ([a], [b]) => (a < b ? -1 : 1);
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byName));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`lock file: ${added.length} packages of other platforms added`);

// Replays a trace of printers in virtual time and prints the resulting notifications, one JSON object per line.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [file] = process.argv.slice(2);
if (file === undefined) fail('Name the trace: npm run --silent replay -- FILE');
const trace = read(file);
const root = fileURLToPath(new URL('..', import.meta.url));
const load = async (/** @type {string} */ path) =>
  (await runnerImport(path, { root, configFile: false, logLevel: 'error' })).module;

const { readTrace } = /** @type {typeof import('../src/demo/read-trace.ts')} */ (
  await load('./src/demo/read-trace.ts')
);
const { replay } = /** @type {typeof import('../src/demo/replay.ts')} */ (await load('./src/demo/replay.ts'));
try {
  await replay(readTrace(trace), (line) => process.stdout.write(`${JSON.stringify(line)}\n`));
} catch (error) {
  if (error instanceof Error && error.name === 'TraceError') fail(error.message);
  throw error;
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return fail(`${path} cannot be read (${error instanceof Error && 'code' in error ? error.code : error}).`);
  }
}

/** @param {string} line @returns {never} */
function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(2);
}

/** Writes src/api/generated/<service>.d.ts from openapi/<service>.json; with --check it only says whether they are up to date. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const here = new URL('.', import.meta.url);
const source = new URL('openapi/', here);
const target = new URL('src/api/generated/', here);
const onlyCheck = process.argv.includes('--check');
const outdated = [];

await mkdir(target, { recursive: true });
for (const file of (await readdir(source)).filter((name) => name.endsWith('.json'))) {
  const types = new URL(file.replace(/\.json$/, '.d.ts'), target);
  const written = `// Generated from openapi/${file} by "npm run api".\n${astToString(await openapiTS(new URL(file, source)))}`;
  const wanted = await format(written, { ...(await resolveConfig(types)), parser: 'typescript' });
  const present = await readFile(types, 'utf8').catch(() => '');
  if (present === wanted) continue;
  if (onlyCheck) outdated.push(file);
  else await writeFile(types, wanted);
}
if (outdated.length > 0) {
  console.error(`The types of ${outdated.join(', ')} are out of date. Run: npm run api`);
  process.exitCode = 1;
}

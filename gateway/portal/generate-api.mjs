/** Writes src/api/generated/<service>.d.ts from the OpenAPI file that the service has approved; with --check it only says whether they are up to date. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const here = new URL('.', import.meta.url);
const services = ['identity-service', 'partner-service', 'fleet-connection-service', 'job-service'];
const target = new URL('src/api/generated/', here);
const onlyCheck = process.argv.includes('--check');
const outdated = [];

await mkdir(target, { recursive: true });
for (const service of services) {
  const source = new URL(`../../${service}/src/test/resources/approved/openapi.json`, here);
  const types = new URL(`${service}.d.ts`, target);
  const written = `// Generated from the approved OpenAPI file of ${service} by "npm run api".\n${astToString(await openapiTS(source))}`;
  const wanted = await format(written, { ...(await resolveConfig(types)), parser: 'typescript' });
  const present = await readFile(types, 'utf8').catch(() => '');
  if (present === wanted) continue;
  if (onlyCheck) outdated.push(service);
  else await writeFile(types, wanted);
}
if (outdated.length > 0) {
  console.error(`The types of ${outdated.join(', ')} are out of date. Run: npm run api`);
  process.exitCode = 1;
}

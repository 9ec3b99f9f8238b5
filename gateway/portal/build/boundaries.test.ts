// @vitest-environment node
import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the boundaries say if the named file had this import. */
async function verdict(filePath: string, source: string) {
  const eslint = new ESLint({ cwd: root });
  const [result] = await eslint.lintText(`import * as other from '${source}';\nexport const used = other;\n`, {
    filePath: `${root}/${filePath}`,
  });
  return result!.messages.filter(({ ruleId }) => ruleId === 'boundaries/dependencies').length === 0;
}

it('keeps features apart and layers in order', { timeout: 120_000 }, async () => {
  expect(await verdict('src/features/jobs/filter.ts', '@/session/get-me')).toBe(true);
  expect(await verdict('src/features/jobs/filter.ts', './job-words')).toBe(true);
  expect(await verdict('src/features/jobs/filter.ts', '@/features/connections/groups')).toBe(false);
  expect(await verdict('src/features/jobs/filter.ts', '@/app/routes')).toBe(false);
  expect(await verdict('src/lib/names.ts', '@/api/http')).toBe(false);
  expect(await verdict('src/smartcontrol/app.tsx', '@/components/badge')).toBe(true);
  expect(await verdict('src/smartcontrol/app.tsx', '@/session/get-me')).toBe(false);
  expect(await verdict('src/features/jobs/filter.ts', '@/smartcontrol/work/job')).toBe(false);
  expect(await verdict('src/components/badge.tsx', '@/session/get-me')).toBe(false);
});

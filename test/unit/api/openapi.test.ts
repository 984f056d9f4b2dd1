import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { app } from '../../../worker/app.ts';

it('the OpenAPI document is valid against the schema of OpenAPI 3.1', async () => {
  const answer = await app.request('/api/v1/openapi.json');
  const document = (await answer.json()) as Record<string, unknown>;
  const validator = new Validator();
  const result = await validator.validate(document);
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

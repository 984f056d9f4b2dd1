import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { app } from '../../../worker/app.ts';
import { staffApp } from '../../../worker/staff-app.ts';

it.each([
  ['the record', app, '/api/v1/openapi.json'],
  ['the staff', staffApp, '/api/v1/staff/openapi.json'],
] as const)(
  'the OpenAPI document of %s is valid against the schema of 3.1',
  async (_, of, path) => {
    const answer = await of.request(path);
    const document = (await answer.json()) as Record<string, unknown>;
    const validator = new Validator();
    const result = await validator.validate(document);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  },
);

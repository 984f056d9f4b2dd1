import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  driver: 'd1-http',
  schema: ['./schema/tables.ts', './schema/staff/tables.ts'],
  out: './schema/migrations',
});

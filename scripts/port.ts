import { createServer } from 'node:net';
import { Refusal } from './run.ts';

export const host = '127.0.0.1';

/** @throws Refusal when something listens there already */
export async function checkPort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(
        new Refusal(
          `Port ${port} is taken. Stop what runs there, or choose another: PORT=8788 npm start`,
        ),
      ),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

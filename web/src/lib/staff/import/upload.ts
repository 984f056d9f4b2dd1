import type { Problem } from '$schema/answers.ts';
import type { Outcome } from '../client.ts';

/**
 * Sends a form and tells how much of it is sent, which `fetch` cannot. Never throws.
 * @param progress is told the part that is sent, 0 to 1; 1 while the server works
 */
export const upload = <T, X = object>(
  path: string,
  form: FormData,
  progress: (part: number) => void,
): Promise<Outcome<T, X>> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/staff${path}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 1);
    request.upload.onload = () => progress(1);
    request.onerror = () => resolve({ ok: false, problem: null });
    request.onload = () => {
      const body: unknown = request.response;
      if (request.status === 200 && body) resolve({ ok: true, body: body as T });
      else resolve({ ok: false, problem: body as (Problem & Partial<X>) | null });
    };
    request.send(form);
  });

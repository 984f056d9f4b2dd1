import type { Centre, ReleaseRef } from '$schema/answers.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import type { Me } from '$schema/staff/people.ts';

declare global {
  namespace App {
    interface Error {
      /** What happened and what to do, in the reader's language. */
      message: string;
      /** The problem's stable code, where the API answered with one. */
      code?: string;
      requestId?: string;
      /** What is wrong with the address, part by part. */
      lines?: string[];
    }
    interface Locals {
      locale: Locale;
      requestId: string;
    }
    interface PageData {
      /** Whose record it is; none before there is a record, or when it cannot be read. */
      centre?: Centre | null;
      /** The release the page was made from. */
      release?: ReleaseRef;
      /** Whether any figure on the page is sample data. */
      hasSample?: boolean;
      /** The language of pages that do not have it in their path: of the staff, and in frames. */
      locale?: Locale;
      /** Who is signed in, on the staff's pages. */
      me?: Me;
      /** The year the page is about. */
      year?: number;
    }
    interface Platform {
      env: Env & { API?: { fetch(request: Request): Promise<Response> } };
    }
  }
  namespace svelteHTML {
    interface HTMLAttributes {
      /** Of `link`; not in Svelte's types. */
      blocking?: 'render';
    }
  }
}

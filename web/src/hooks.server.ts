import type { Handle } from '@sveltejs/kit';
import theme from './theme.js?raw';

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%lang%', event.params.lang ?? 'zh').replace('%theme%', theme.trim()),
  });

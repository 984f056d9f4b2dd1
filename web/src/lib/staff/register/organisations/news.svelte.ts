/** What was just done, for the page that it leads to; '': nothing. Set in a browser alone. */
export const news: { said: string } = $state({ said: '' });

/** The record that was just added, for its page to say so. Set in a browser alone. */
export const news: { added: string | null } = $state({ added: null });

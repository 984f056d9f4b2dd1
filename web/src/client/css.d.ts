/** A style sheet as a text, which a script may adopt where the content policy refuses a style element. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}

/** As much of the library as the tests read files back with. */
declare module 'jsonstat-suite' {
  export function toCSV(
    jsonstat: object,
    options: {
      status?: boolean;
      field?: 'id' | 'label';
      content?: 'id' | 'label';
      /** What stands for no value. */
      na?: string;
      /** Of a collection: the place of its dataset. */
      dsid?: number;
    },
  ): string | null;
}

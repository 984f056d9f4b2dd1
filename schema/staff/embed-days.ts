/** For how many days it is kept how often charts were embedded, today included. */
export const KEPT_DAYS = 365;

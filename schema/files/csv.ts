/** UTF-8 byte order mark: without it Excel and WPS read Chinese as Latin. */
export const BOM = '\uFEFF';

/** What a spreadsheet takes for the start of a formula; papaparse's own pattern passes over texts of several lines. */
export const FORMULA = /^[=+\-@\t\r]/;

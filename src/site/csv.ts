/** One record of RFC 4180, with its line break; a value is quoted where its characters ask for it */
export const csvLine = (values: readonly (string | number | boolean)[]): string =>
  `${values
    .map(String)
    .map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
    .join(',')}\r\n`;

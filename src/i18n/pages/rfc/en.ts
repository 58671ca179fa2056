/** Words of the pages about RFCs. */
export const rfc = {
  label: 'RFCs',
  title: 'The RFCs behind the SIP response codes',
  description: (count: number) =>
    `${count} RFCs that define SIP response codes, rule their use or changed them later: what each is about and which codes it concerns.`,
  intro: (count: number) =>
    `The ${count} RFCs that define a SIP response code, rule its use or changed it later, with the codes of each.`,
  defining: 'RFCs that define codes',
  ruling: 'RFCs that rule or change codes',
  pageTitle: (number: number, defines: number) =>
    defines > 0 ? `RFC ${number}: the SIP response codes that it defines` : `RFC ${number} and the SIP response codes`,
  defines: 'Codes that it defines',
  cites: 'Other codes that it concerns',
  citesNote: 'The sections that the pages of these codes cite.',
  read: 'Read it at the RFC Editor',
  obsoletedBy: (number: number) => `Obsoleted by RFC ${number}.`,
  obsoletes: (numbers: number[]) => `Obsoletes RFC ${numbers.join(' and RFC ')}.`,
  code: 'Code',
  sections: 'Sections',
  count: (count: number) => (count === 1 ? '(1 code)' : `(${count} codes)`),
};
export type RfcWords = typeof rfc;

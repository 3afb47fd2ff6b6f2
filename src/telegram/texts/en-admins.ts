import type { zhAdmins } from './zh-admins.js';

/** What the newsroom's admins read, in English. */
export const enAdmins: typeof zhAdmins = {
  admins: {
    findings: (count: number) => `Please look at ${count} places in the pages`,
    moreFindings: (count: number) => `${count} more: see the check command.`,
    takenIn: (released: number, corrected: number, pending: number) =>
      [
        `${released} stories taken in`,
        ...(corrected > 0 ? [`${corrected} corrected`] : []),
        ...(pending > 0 ? [`${pending} waiting for their day`] : []),
      ].join(', '),
  },
};

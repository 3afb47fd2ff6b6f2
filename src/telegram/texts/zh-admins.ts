/** What the newsroom's admins read. */
export const zhAdmins = {
  admins: {
    findings: (count: number) => `版面里有${count}处请看一看`,
    moreFindings: (count: number) => `还有${count}处，用 check 命令看全部。`,
    takenIn: (released: number, corrected: number, pending: number) =>
      [
        `收进${released}条`,
        ...(corrected > 0 ? [`更正${corrected}条`] : []),
        ...(pending > 0 ? [`${pending}条等到刊期那天`] : []),
      ].join('，'),
  },
};

import { plural } from './plural.js';
import type { zhAdmins } from './zh-admins.js';

/** What the newsroom's admins read, in English. */
export const enAdmins: typeof zhAdmins = {
  admins: {
    findings: (count: number) => `Please look at ${plural(count, 'place')} in the pages`,
    moreFindings: (count: number) => `${count} more: see the check command.`,
    findingWords: ({ message, hint }) => `${message} ${hint}`.trim(),
    takenIn: (released: number, corrected: number, pending: number) =>
      [
        ...(released > 0 ? [`Taken in: ${released}`] : []),
        ...(corrected > 0 ? [`Corrected: ${corrected}`] : []),
        ...(pending > 0 ? [`Waiting for their day: ${pending}`] : []),
      ].join('; '),
    stats: 'Figures',
    statsLines: (chats: number, articles: number, head: number) => [
      `Subscribed chats: ${chats}`,
      `Stories: ${articles}, up to number ${head}`,
    ],
    uncertainLine: (count: number) => `Chats that may or may not have theirs: ${count}`,
    rated: (up: number, down: number) => `Digests of the last seven days: 👍 ${up} 👎 ${down}`,
    misses: 'Searched and not found:',
    runIdle: 'No run goes on.',
    runLooksFine: 'Nothing to look at.',
    runFindings: 'Before it is sent, please look at this:',
    runHeld: (due: number) => `The scheduled run to ${plural(due, 'chat')} is held; please look at this:`,
    runProgress: (done: number, left: number, sent: number, failed: number) =>
      `A run goes on: ${done} done, ${left} left; ${sent} sent, ${failed} failed.`,
    runEnds: (perSecond: number, time: string) => `About ${perSecond} chats a second, done at ${time}.`,
    previewNeedsRules:
      'The preview is the digest that you would get yourself, and you have no subscriptions. Pick a district first.',
    runPaused: 'It is paused.',
    asOf: (time: string) => `As of ${time}`,
    runEnded: (due: number, sent: number, empty: number, failed: number, seconds: number) =>
      `Done: ${due} due, ${sent} sent, ${empty} with nothing new, ${failed} failed, in ${seconds} s.`,
    runTrouble: (why: string) =>
      `The run ended itself: Telegram refused messages to several chats in a row (${why}). Please tell whoever looks after the bot.`,
    finding: {
      'nothing-new': 'No new stories',
      'large-batch': (articles: number, usual: number) =>
        `${plural(articles, 'story', 'stories')}, usually about ${usual}`,
      'same-edition': (edition: string) => `${edition} was taken in before`,
      'future-date': (day: string, articles: number) => `Stories dated in the future: ${articles}, ${day}`,
      'old-date': (day: string, articles: number) => `Stories dated long ago: ${articles}, ${day}`,
    },
    pickArticle: 'Which one?',
    askArticle: 'Please add words of the headline, or the id of the story.',
    noArticle: (words: string) => `Nothing found for “${words}”.`,
    publishAsk: (headline: string, now: number, later: number) => {
      if (now === 0) return `Send “${headline}” to ${plural(later, 'chat')} after their quiet hours?`;
      return `Send “${headline}” to ${plural(now, 'chat')} at once${later > 0 ? `, and to ${later} more after their quiet hours` : ''}?`;
    },
    publishNobody: 'Nobody subscribed to this, or all have it already.',
    publishDone: (sent: number, failed: number, later: number) =>
      `Sent to ${sent}, failed for ${failed}${later > 0 ? `; ${later} get it in the morning` : ''}.`,
    correctAsk: (headline: string) => `What about “${headline}”?`,
    correctDone: (edited: number, gone: number, failed: number) =>
      edited + gone + failed === 0
        ? 'No digest of the last days carries it: nothing to change.'
        : `${plural(edited, 'digest')} changed, ${gone} gone or too old, ${failed} failed.`,
    withdrawn: (headline: string) => `“${headline}” is withdrawn; digests that carry it are being changed.`,
    placeAsk: (headline: string, districts: string) =>
      `Which districts does “${headline}” belong to? The first one is the main one. Chosen: ${districts}.`,
    placed: (headline: string, districts: string) =>
      `“${headline}” belongs to: ${districts}. Readers of a new district who have not had it get it with their next digest.`,
    working: 'Under way; you will be told.',
    failed: 'That did not work; the log says why.',
    buttons: {
      runNow: 'Send now',
      preview: 'Show me first',
      pause: 'Pause',
      resume: 'Go on',
      abort: 'Stop it',
      retry: 'Retry the failed',
      resend: 'Resend the uncertain',
      refresh: 'Refresh',
      publish: 'Send at once',
      publishLater: 'In the morning',
      update: 'Update to what it says now',
      place: 'Districts',
      placed: 'That is right',
      withdraw: 'Withdraw',
      cancel: 'Never mind',
    },
    cancelled: 'All right, nothing was done.',
  },
};

import { zhFinding } from './zh-findings.js';

/** What the newsroom's admins read. */
export const zhAdmins = {
  admins: {
    findings: (count: number) => `版面里有${count}处请看一看`,
    moreFindings: (count: number) => `还有${count}处，用 check 命令看全部。`,
    /** What is wrong, and what to do about it. */
    findingWords: zhFinding,
    takenIn: (released: number, corrected: number, pending: number) =>
      [
        ...(released > 0 ? [`收进${released}条`] : []),
        ...(corrected > 0 ? [`更正${corrected}条`] : []),
        ...(pending > 0 ? [`${pending}条等到刊期那天再发`] : []),
      ].join('，'),
    stats: '现在的数字',
    statsLines: (chats: number, articles: number, head: number) => [
      `订阅的聊天 ${chats}`,
      `稿件 ${articles}，已到第${head}号`,
    ],
    uncertainLine: (count: number) => `不知是否送到的聊天 ${count}`,
    rated: (up: number, down: number) => `最近七天的区报 👍 ${up} 👎 ${down}`,
    misses: '搜了没有的：',
    runIdle: '现在没有在送报。',
    runLooksFine: '没有发现要留意的地方。',
    runFindings: '送出之前请看一看：',
    runHeld: (due: number) => `定时送报先停住了（到点的聊天${due}个），请看一看：`,
    runProgress: (done: number, left: number, sent: number, failed: number) =>
      `正在送报：已办${done}，还有${left}；送出${sent}，没送成${failed}。`,
    runEnds: (perSecond: number, time: string) => `每秒约${perSecond}个聊天，预计 ${time} 送完。`,
    previewNeedsRules: '先看的是你自己会收到的那一份，可你还没有订阅。先选一个区吧。',
    runPaused: '现在停着。',
    asOf: (time: string) => `${time} 的情况`,
    runEnded: (due: number, sent: number, empty: number, failed: number, seconds: number) =>
      `送完：应送${due}，送出${sent}，没有新消息${empty}，没送成${failed}，用了${seconds}秒。`,
    runTrouble: (why: string) => `送报自己停了：Telegram 连着拒收几个聊天的消息（${why}）。请告诉维护的人。`,
    finding: {
      'nothing-new': '没有新的稿件',
      'large-batch': (articles: number, usual: number) => `这次有${articles}条，平时约${usual}条`,
      'same-edition': (edition: string) => `${edition}以前收过`,
      'future-date': (day: string, articles: number) => `${articles}条的日期在以后：${day}`,
      'old-date': (day: string, articles: number) => `${articles}条的日期很早：${day}`,
    },
    pickArticle: '哪一条？',
    askArticle: '请写上标题里的词，或稿件的编号。',
    noArticle: (words: string) => `没有找到「${words}」。`,
    publishAsk: (headline: string, now: number, later: number) => {
      if (now === 0) return `夜里不打扰，早上再把「${headline}」送给${later}个聊天？`;
      return `马上把「${headline}」送给${now}个聊天${later > 0 ? `，另有${later}个夜里不打扰，早上再送` : ''}？`;
    },
    publishNobody: '没有人订阅这条，或都已收到了。',
    publishDone: (sent: number, failed: number, later: number) =>
      `急讯送出${sent}，没送成${failed}${later > 0 ? `，${later}个早上再送` : ''}。`,
    correctAsk: (headline: string) => `「${headline}」怎么办？`,
    correctDone: (edited: number, gone: number, failed: number) => {
      if (edited + gone + failed === 0) return '最近送出的区报里没有这条，不用改。';
      const others = [
        ...(gone > 0 ? [`${gone}份已删或太久`] : []),
        ...(failed > 0 ? [`${failed}份没改成`] : []),
      ];
      return `${[`改好${edited}份已送的区报`, ...others].join('，')}。`;
    },
    withdrawn: (headline: string) => `已撤回「${headline}」，正在划掉已送的区报。`,
    placeAsk: (headline: string, districts: string) =>
      `「${headline}」属于哪几个区？先点的为主。现在选的是：${districts}。`,
    placed: (headline: string, districts: string) =>
      `「${headline}」已归到：${districts}。新加的区里没收到过的读者，下一份会收到。`,
    working: '正在办，好了告诉你。',
    failed: '没办成，原因在日志里。',
    buttons: {
      runNow: '现在送',
      preview: '先给我看',
      pause: '停一停',
      resume: '接着送',
      abort: '不送了',
      retry: '重试没送成的',
      resend: '重送不确定的',
      refresh: '刷新',
      publish: '马上送',
      publishLater: '早上送',
      update: '按现在的内容更新',
      place: '改区',
      placed: '就这样',
      withdraw: '撤回',
      cancel: '算了',
    },
    cancelled: '好的，什么也没做。',
  },
};

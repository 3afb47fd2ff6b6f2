// npm run bench:delivery -- [--parts a,b,c,d] [--chats 1500] [--throughput 20000] [--subscribers 1000000]
import { parseArgs } from 'node:util';
import { measurePlan } from './plan.mjs';
import { race } from './race.mjs';

const { values } = parseArgs({
  options: {
    parts: { type: 'string', default: 'a,b,c,d' },
    chats: { type: 'string', default: '1500' },
    throughput: { type: 'string', default: '20000' },
    subscribers: { type: 'string', default: '1000000' },
    senders: { type: 'string', default: 'qubao,grammy,telegraf,bare' },
    limit: { type: 'string', default: '3' },
  },
});
const parts = values.parts.split(',');
const chats = Number(values.chats);
const rate = 30;
/** A sender that takes this many times the least possible time is cut off. */
const limitS = (chats / rate) * Number(values.limit);

/** (a), (b): the strict server, with and without a round trip. Senders one after another. */
async function paced(title, latency) {
  console.log(
    `\n${title}: ${chats} chats at ${rate}/s, least possible ${(chats / rate).toFixed(0)} s, cut off at ${limitS.toFixed(0)} s`,
  );
  const rows = {};
  for (const sender of values.senders.split(',')) {
    const result = await race(sender, {
      chats,
      rate,
      flags: ['--strict', '--latency', String(latency)],
      limitS,
    });
    rows[sender] = {
      'share of the rate': `${(result.share * 100).toFixed(1)}%`,
      seconds: result.ended ? result.seconds.toFixed(1) : `> ${limitS.toFixed(0)}`,
      429: result.floods,
      lost: result.lost,
      doubled: result.doubled,
    };
  }
  console.table(rows);
}

/** (c): no limit, the sender on one core, the server on another. */
async function throughput() {
  const inFlight = 64;
  const count = Number(values.throughput);
  console.log(`\n(c) no limit, one core: ${count} chats, ${inFlight} in flight`);
  const rows = {};
  for (const sender of ['telegraf-loop', 'http-loop', 'qubao', 'telegraf-loop', 'http-loop', 'qubao']) {
    const options = {
      chats: count,
      rate: undefined,
      flags: [],
      limitS: 600,
      inFlight,
      core: 0,
      serverCore: 1,
    };
    const result = await race(sender, options);
    const name = rows[sender] === undefined ? sender : `${sender} again`;
    rows[name] = {
      'sends/s': Math.round(result.perSecond),
      'ms processor a send': result.cpuMsPerSend?.toFixed(3),
      lost: result.lost,
      doubled: result.doubled,
    };
  }
  console.table(rows);
}

if (parts.includes('a')) await paced('(a) no round trip', 0);
if (parts.includes('b')) await paced('(b) round trip of 150 ms', 150);
if (parts.includes('c')) await throughput();
if (parts.includes('d')) await measurePlan(Number(values.subscribers));

// One process that sends, as `digest --at` does, on a timer that runs faster. Killed by the test at any moment.
import { appendFileSync } from 'node:fs';
import { openArchive } from '../../../dist/archive/open-archive.js';
import { createDelivery } from '../../../dist/delivery/create-delivery.js';
import { createPace } from '../../../dist/delivery/create-pace.js';
import { runDigest } from '../../../dist/delivery/run-digest.js';
import { openRunLock } from '../../../dist/delivery/run-lock.js';
import { monotonicTimer } from '../../../dist/delivery/timer.js';
import { silentLog } from '../../../dist/log.js';
import { openStorage } from '../../../dist/storage/open-storage.js';
import { StoreFailure } from '../../../dist/storage/store.js';
import { openSubscribers } from '../../../dist/subscribers/open-subscribers.js';
import { createBotClient } from '../../../dist/telegram/bot-client.js';
import { createMessenger } from '../../../dist/telegram/messenger.js';

const { url, apiRoot, token, at, rate, speed, timeoutMs, storeFaults, seed, diary } = JSON.parse(
  process.argv[2],
);
const zone = 'Asia/Shanghai';

const timer = {
  nowMs: () => monotonicTimer.nowMs() * speed,
  sleep: (ms, signal) => monotonicTimer.sleep(ms / speed, signal),
};

/** A store whose ledger fails now and then, before or after it has written. */
function faulty(storage) {
  let state = seed >>> 0;
  const isUnlucky = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296 < storeFaults;
  };
  const fail = () => {
    throw new StoreFailure('locked', 'the store is locked');
  };
  return {
    ...storage,
    collection(name, options) {
      const store = storage.collection(name, options);
      if (name !== 'ledger' || storeFaults === 0) return store;
      return {
        ...store,
        async compareAndSetMany(entries) {
          if (isUnlucky()) fail();
          const areSet = await store.compareAndSetMany(entries);
          if (isUnlucky()) fail();
          return areSet;
        },
      };
    },
  };
}

/** Writes down, before the run hears of it, each chat of whose send it will never know what became: no kill can take that back. */
function withDiary(messenger) {
  return {
    ...messenger,
    async send(to, ...rest) {
      const outcome = await messenger.send(to, ...rest);
      if (outcome.kind === 'unknown') appendFileSync(diary, `${to.chat}\n`);
      return outcome;
    },
  };
}

const storage = faulty(await openStorage(url));
const client = createBotClient({ token, apiRoot });
const delivery = createDelivery({
  storage,
  subscribers: openSubscribers(storage),
  archive: openArchive(storage, zone),
  messenger: withDiary(
    createMessenger({
      client,
      render: (content) => ({
        text: content.kind === 'digest' ? `digest ${content.after}-${content.upTo}` : 'nothing',
      }),
      timeoutMs,
      isPaidBroadcast: false,
    }),
  ),
  pace: createPace({ ratePerSecond: rate, timer }),
  clock: { now: () => new Date(at) },
  timer,
  log: silentLog,
  settings: {
    defaults: { time: '07:30', zone },
    catchUpHours: 3,
    ratePerSecond: rate,
  },
});
const lock = openRunLock(storage, monotonicTimer);
const report = await runDigest(
  { storage, timer: monotonicTimer, lock, run: (moment) => delivery.run(moment) },
  new Date(at),
);
await delivery.stop();
client.close();
await storage.close();
process.stdout.write(`${JSON.stringify(report)}\n`);

// Measures one run over the store given, from its start to its first send, and the plan alone; then ends.
import { openArchive } from '../../dist/archive/open-archive.js';
import { createDelivery } from '../../dist/delivery/create-delivery.js';
import { createPace } from '../../dist/delivery/create-pace.js';
import { planRun } from '../../dist/delivery/plan.js';
import { monotonicTimer } from '../../dist/delivery/timer.js';
import { silentLog } from '../../dist/log.js';
import { openStorage } from '../../dist/storage/open-storage.js';
import { openSubscribers } from '../../dist/subscribers/open-subscribers.js';
import { at, zone } from './store.mjs';

const storage = await openStorage(process.argv[2]);
const subscribers = openSubscribers(storage);
const archive = openArchive(storage, zone);
const since = (start) => Math.round(performance.now() - start) / 1_000;
const base = process.memoryUsage.rss();

const cpuStart = process.cpuUsage();
const planStart = performance.now();
const plan = await planRun(subscribers, {
  at,
  head: await archive.headAt(at),
  catchUpMs: 3 * 3_600_000,
  defaults: { time: '07:30', zone },
});
const planSeconds = since(planStart);
const { user, system } = process.cpuUsage(cpuStart);
const planCpu = Math.round((user + system) / 1_000) / 1_000;

const start = performance.now();
let isReported = false;
const report = (firstSend) => {
  if (isReported) return;
  isReported = true;
  const peak = process.resourceUsage().maxRSS / 1_024;
  const mb = (bytes) => Math.round(bytes / 1_048_576);
  const row = {
    due: plan.due,
    'plan s': planSeconds,
    'plan processor s': planCpu,
    'first send s': firstSend,
    'peak MB': Math.round(peak),
    'before MB': mb(base),
  };
  process.stdout.write(JSON.stringify(row), () => process.exit(0));
};
const delivery = createDelivery({
  storage,
  subscribers,
  archive,
  messenger: {
    prepare: (content) => ({ body: { content } }),
    send: () => {
      report(since(start));
      return new Promise(() => {});
    },
  },
  pace: createPace({ ratePerSecond: 1_000, timer: monotonicTimer }),
  clock: { now: () => at },
  timer: monotonicTimer,
  log: silentLog,
  settings: {
    defaults: { time: '07:30', zone },
    catchUpHours: 3,
    ratePerSecond: 1_000,
  },
});
await delivery.run(at);

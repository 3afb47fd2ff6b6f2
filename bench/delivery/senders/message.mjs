/** The settings of a sender. */
export const settings = JSON.parse(process.argv[2]);

/** A digest of usual length: what every sender sends. */
export const text = Array.from(
  { length: 5 },
  (_, index) =>
    `${index + 1} 本区新建的公园今天开门\n绿地连着河岸，步道三公里，夜里有灯，周末有志愿者带路讲解。`,
).join('\n\n');
export const entities = Array.from({ length: 5 }, (_, index) => ({
  type: 'bold',
  offset: index * 46,
  length: 13,
}));
export const buttons = {
  inline_keyboard: [
    [
      { text: '更多', callback_data: 'more:1:9' },
      { text: '设置', callback_data: 'set' },
    ],
  ],
};
export const chats = Array.from({ length: settings.chats }, (_, index) => 100_000 + index);

/** Runs `work`, says how long it took and what processor time it cost, and ends. */
export async function measured(work) {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`${JSON.stringify({ seconds, cpuMs: (user + system) / 1_000 })}\n`);
  process.exit(0);
}

/** Calls `send` for every chat, `inFlight` at a time. */
export async function inParallel(inFlight, send) {
  const rest = chats.values();
  const worker = async () => {
    for (const chat of rest) await send(chat);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}

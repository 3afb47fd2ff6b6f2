import { monotonicTimer, type Timer } from '../../../src/delivery/timer.js';

/** A monotonic timer that runs `factor` times as fast as the machine's: minutes of waiting pass in a moment. */
export function fastTimer(factor: number): Timer {
  return {
    nowMs: () => monotonicTimer.nowMs() * factor,
    sleep: (ms, signal) => monotonicTimer.sleep(ms / factor, signal),
  };
}

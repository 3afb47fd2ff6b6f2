import type { Command } from '../command.js';
import { digest } from './digest.js';
import { exportCommand } from './export.js';
import { feedback } from './feedback.js';
import { forget } from './forget.js';
import { help } from './help.js';
import { latest } from './latest.js';
import { correct, publish, run, stats } from './newsroom.js';
import { pause } from './pause.js';
import { privacy } from './privacy.js';
import { resume } from './resume.js';
import { search } from './search.js';
import { settings } from './settings.js';
import { start } from './start.js';
import { subscribeCommand } from './subscribe.js';
import { unsubscribe } from './unsubscribe.js';

/** Every command, in the order of the menu: adding one here puts it into the chat and the menu. */
export const commands: readonly Command[] = [
  latest,
  digest,
  subscribeCommand,
  unsubscribe,
  search,
  settings,
  pause,
  resume,
  feedback,
  help,
  privacy,
  exportCommand,
  forget,
  start,
  stats,
  run,
  publish,
  correct,
];

import type { zh } from './zh.js';

/** Everything that the bot says, in one language; the Chinese catalogue is the model of all others. */
export type Texts = typeof zh;

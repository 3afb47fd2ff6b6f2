import { enAdmins } from './en-admins.js';
import { enPeople } from './en-people.js';
import { enReading } from './en-reading.js';
import { enSettings } from './en-settings.js';
import type { Texts } from './texts.js';

/** What the bot says in English. */
export const en: Texts = { ...enPeople, ...enReading, ...enSettings, ...enAdmins };

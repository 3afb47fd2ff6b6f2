import { zhAdmins } from './zh-admins.js';
import { zhPeople } from './zh-people.js';
import { zhReading } from './zh-reading.js';
import { zhSettings } from './zh-settings.js';

/** What the bot says in Chinese. */
export const zh = { ...zhPeople, ...zhReading, ...zhSettings, ...zhAdmins };

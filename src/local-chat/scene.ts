import type { BotApiServer } from './bot-api/bot-api-server.js';

/** The number of the resident whose chat a newcomer sees first. */
export const firstResident = 1001;
const others = [
  { id: 1002, firstName: '王老师', username: 'wang_laoshi', languageCode: 'zh-hans' },
  { id: 1003, firstName: 'Emma', username: 'emma_zz', languageCode: 'en' },
];
const group = -2001;
const channel = -1_002_000_002_002;

/** Invents who lives in the local chat: three residents, a group of neighbours, a channel. */
export function setScene(server: BotApiServer): void {
  server.addUser({ id: firstResident, firstName: '小陈', username: 'xiaochen', languageCode: 'zh-hans' });
  for (const resident of others) server.addUser(resident);
  server.addChat({
    id: group,
    type: 'group',
    title: '槐荫里三号楼',
    hasBot: false,
    members: { [firstResident]: 'creator', 1002: 'member', 1003: 'member' },
  });
  server.addChat({
    id: channel,
    type: 'channel',
    title: '早安街坊',
    username: 'zaoan_jiefang',
    hasBot: false,
    members: { [firstResident]: 'creator' },
  });
}

/** Adds a resident under the next free number; gives the number. */
export function addResident(server: BotApiServer, name: string, languageCode: string): number {
  const id = Math.max(...server.state.world.users.keys()) + 1;
  server.addUser({ id, firstName: name, username: `resident_${id}`, languageCode });
  return id;
}

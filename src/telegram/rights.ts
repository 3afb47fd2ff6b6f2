import { z } from 'zod';
import type { Bot, Request } from './request.js';

const member = z.object({ status: z.string() });

/** Whether who asks may configure the chat: everybody their own, administrators their group, whoever writes in a channel. */
export async function mayConfigure({ chatKind, person, address }: Request, bot: Bot): Promise<boolean> {
  if (chatKind === 'private' || person.isTheChat) return true;
  const outcome = await bot.api.call('getChatMember', { chat_id: address.chat, user_id: person.id });
  if (outcome.kind !== 'done') return false;
  const read = member.safeParse(outcome.result);
  return read.success && ['creator', 'administrator'].includes(read.data.status);
}

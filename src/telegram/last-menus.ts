import { keyOf } from '../subscribers/address-key.js';
import type { Address } from '../subscribers/wish.js';

/** Chats remembered; the one longest unused goes first. */
const capacity = 20_000;

/**
 * What the digits of the menu shown last in a chat stand for, as callback data. A convenience that may be forgotten at any
 * time: without it a digit means the story of the last digest.
 */
export interface LastMenus {
  show(address: Address, menu: readonly string[]): void;
  pick(address: Address, digit: number): string | undefined;
}

/** Opens an empty memory. */
export function lastMenus(): LastMenus {
  const menus = new Map<string, readonly string[]>();
  return {
    show(address, menu) {
      const key = keyOf(address);
      menus.delete(key);
      menus.set(key, menu);
      const oldest = menus.keys().next().value;
      if (menus.size > capacity && oldest !== undefined) menus.delete(oldest);
    },
    pick: (address, digit) => menus.get(keyOf(address))?.[digit - 1],
  };
}

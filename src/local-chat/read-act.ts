import { z } from 'zod';
import type { PageAct } from './page-protocol.js';

const number = z.number().int();
const text = z.string().min(1).max(8192);

const act: z.ZodType<PageAct> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('say'), user: number, chat: number, text, replyTo: number.optional() }),
  z.object({
    kind: z.literal('press'),
    user: number,
    chat: number,
    message: number,
    data: z.string().max(64),
  }),
  z.object({
    kind: z.literal('inline'),
    user: number,
    query: z.string().max(256),
    offset: z.string().max(64),
  }),
  z.object({
    kind: z.literal('choose'),
    user: number,
    chat: number,
    query: z.string().max(256),
    result: number,
  }),
  z.object({ kind: z.literal('commands'), user: number, chat: number }),
  z.object({
    kind: z.literal('resident'),
    name: z.string().max(64),
    language: z.string().regex(/^[a-z-]{2,8}$/),
  }),
  z.object({ kind: z.literal('access'), user: number, chat: number, isOpen: z.boolean() }),
  z.object({ kind: z.literal('migrate'), chat: number }),
  z.object({
    kind: z.literal('clock'),
    to: z.union([z.enum(['morning', 'hour']), number.min(0).max(4_102_444_800_000)]),
  }),
]);

/** Reads what the page posted; `undefined` where it is nothing the page would send. */
export function readAct(kind: string, body: unknown): PageAct | undefined {
  const read = act.safeParse(typeof body === 'object' && body !== null ? { ...body, kind } : body);
  return read.success ? read.data : undefined;
}

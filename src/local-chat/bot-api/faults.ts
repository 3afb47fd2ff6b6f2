/** What can go wrong on the way, once a request has been read. */
export type Fault =
  /** A complete error answer in JSON, such as 500; the request is not carried out. */
  | { readonly kind: 'error'; readonly code: number; readonly description?: string }
  /** A page of a proxy in HTML, such as 502; the request is not carried out. */
  | { readonly kind: 'html'; readonly code: number }
  /** 429 for `retryAfterS`; not carried out. */
  | { readonly kind: 'flood'; readonly retryAfterS: number }
  /** Carried out, answered with 200 and JSON that breaks off. */
  | { readonly kind: 'garbled' }
  /** Never answered; the connection stays open. */
  | { readonly kind: 'hang'; readonly isAccepted: boolean }
  /** The connection is cut instead of an answer. */
  | { readonly kind: 'reset'; readonly isAccepted: boolean }
  /** Answered late. */
  | { readonly kind: 'slow'; readonly ms: number };

/** When a fault happens. All conditions that are given must hold. */
export interface FaultRule {
  readonly fault: Fault;
  /** 0 to 1, default 1, drawn from the seed. */
  readonly probability?: number;
  /** Only requests with one of these `chat_id`s. */
  readonly chats?: readonly number[];
  /** Only these methods; default: sendMessage. `'*'` is every method. */
  readonly methods?: readonly string[];
  /** Happens so often, then never again. */
  readonly times?: number;
  /** So many fitting requests pass before the first. */
  readonly after?: number;
}

/** Decides about each request whether something goes wrong. */
export interface FaultPlan {
  next(method: string, chat: number | undefined): Fault | undefined;
}

/** The plan of the given rules; the first rule that fits decides. The same seed and the same requests give the same faults. */
export function faultPlan(rules: readonly FaultRule[], seed = 1): FaultPlan {
  const random = seededRandom(seed);
  const states = rules.map((rule) => ({
    rule,
    chats: rule.chats && new Set(rule.chats),
    methods: new Set((rule.methods ?? ['sendMessage']).map((name) => name.toLowerCase())),
    seen: 0,
    done: 0,
  }));
  return {
    next(method, chat) {
      for (const state of states) {
        const { rule, chats, methods } = state;
        if (!(methods.has('*') || methods.has(method.toLowerCase()))) continue;
        if (chats && (chat === undefined || !chats.has(chat))) continue;
        if (state.seen++ < (rule.after ?? 0) || state.done >= (rule.times ?? Infinity)) continue;
        if (random() >= (rule.probability ?? 1)) continue;
        state.done++;
        return rule.fault;
      }
      return undefined;
    },
  };
}

/** A small generator (mulberry32): numbers from 0 up to 1, the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

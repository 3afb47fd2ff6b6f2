/** What Telegram adds to some refusals. */
export interface RefusalParameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

/**
 * A request that the Bot API answers with `ok: false`. Thrown by methods and caught where requests are
 * answered; it is no defect of this program.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: number;
  /** Whether the bot broke a rule (a malformed request), as against the world being as it is (blocked, gone, too fast). */
  readonly isBotsFault: boolean;
  readonly parameters: RefusalParameters | undefined;

  constructor(code: number, description: string, isBotsFault: boolean, parameters?: RefusalParameters) {
    super(description);
    this.code = code;
    this.isBotsFault = isBotsFault;
    this.parameters = parameters;
  }
}

/** 400 for what the bot should not have sent. */
export function malformed(description: string): Refusal {
  return new Refusal(400, `Bad Request: ${description}`, true);
}

/** 400 for what the bot could not know. */
export function impossible(description: string, parameters?: RefusalParameters): Refusal {
  return new Refusal(400, `Bad Request: ${description}`, false, parameters);
}

/** 403. */
export function forbidden(description: string): Refusal {
  return new Refusal(403, `Forbidden: ${description}`, false);
}

/** 409, for a second poller and for polling beside a webhook. */
export function conflict(description: string): Refusal {
  return new Refusal(409, `Conflict: ${description}`, false);
}

/** 429 with the whole seconds to wait. */
export function tooMany(retryAfterS: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${retryAfterS}`, false, {
    retry_after: retryAfterS,
  });
}

/** The JSON body that tells of a refusal. */
export function refusalBody(refusal: Refusal): object {
  return {
    ok: false,
    error_code: refusal.code,
    description: refusal.message,
    ...(refusal.parameters && { parameters: refusal.parameters }),
  };
}

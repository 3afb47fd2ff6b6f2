/**
 * A failure that the person who caused it can mend: a bad setting, a bad file, a store that cannot be
 * opened. Its message is a whole sentence that names the setting, or the file and line, what was expected
 * and what came. Everything else that is thrown is a defect of ours.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** Exit status of a command that ends by this problem: 1 the work found problems, 2 wrong use or settings. */
  readonly exitStatus: 1 | 2;

  constructor(message: string, options: { readonly exitStatus?: 1 | 2; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.exitStatus = options.exitStatus ?? 2;
  }
}

/** The message of anything thrown, for a log line or a sentence; never a stack. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

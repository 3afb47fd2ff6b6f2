/** An answer of the Bot API, as JSON has it. */
export interface ApiAnswer {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

/** Calls a method of a Bot API server as a bot does, with JSON. */
export async function apiCall(
  server: { readonly url: string; readonly token: string },
  method: string,
  parameters: object = {},
  token = server.token,
): Promise<ApiAnswer> {
  const response = await fetch(`${server.url}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  });
  return JSON.parse(await response.text());
}

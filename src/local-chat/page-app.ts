import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { messageOf } from '../problem.js';
import { type PageStage, pageActs, pageClock } from './page-acts.js';
import { pageGuard } from './page-guard.js';
import type { PageEvent, PageState } from './page-protocol.js';
import { pageBot, pageChats, pageEvent } from './page-view.js';
import { readAct } from './read-act.js';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Written by hand: in `src`, also when this module runs from `dist`. */
const sources = new URL('../../src/local-chat/page/', import.meta.url);
/** Compiled from `src/local-chat/page` by `npm run build:page`. */
const scripts = new URL('../../dist/local-chat/', import.meta.url);

/** The chat page and what it posts to and hears from. */
export function pageApp(stage: PageStage): Hono {
  const app = new Hono();
  const act = pageActs(stage);
  const join = broadcast(stage);
  app.use(pageGuard(() => stage.server.port));
  app.get('/', () => file(sources, 'index.html'));
  app.get('/styles/:name{[a-z-]+\\.(?:css|svg)}', (context) => file(sources, context.req.param('name')));
  app.get('/page/:path{(?:[a-z-]+/)*[a-z-]+\\.js}', (context) =>
    file(scripts, `page/${context.req.param('path')}`),
  );
  app.get('/api/events', (context) => streamSSE(context, join));
  app.get('/api/file/:id', (context) => download(stage, context.req.param('id')));
  app.post('/api/:kind', async (context) => {
    const wanted = readAct(context.req.param('kind'), await context.req.json().catch(() => undefined));
    if (wanted === undefined) return context.json({ error: 'not understood' }, 400);
    try {
      return context.json({ result: await act(wanted) });
    } catch (thrown) {
      return context.json({ error: messageOf(thrown) }, 409);
    }
  });
  return app;
}

interface EventStream {
  writeSSE(message: { readonly data: string }): Promise<void>;
  onAbort(listener: () => void): void;
}

/** Tells every open page of every change. Returns how a page joins: it is sent the whole state first, and stays until it goes. */
function broadcast(stage: PageStage): (stream: EventStream) => Promise<void> {
  const pages = new Set<(event: PageEvent) => void>();
  const tellAll = (event: PageEvent) => {
    for (const tell of pages) tell(event);
  };
  stage.clock.onMoved(() => tellAll({ kind: 'clock', clock: pageClock(stage) }));
  stage.server.events.listen((event) => {
    const told = pages.size > 0 ? pageEvent(stage.server, event) : undefined;
    if (told) tellAll(told);
  });
  return async (stream) => {
    const tell = (event: PageEvent) => void stream.writeSSE({ data: JSON.stringify(event) });
    tell({ kind: 'state', state: pageState(stage) });
    pages.add(tell);
    await new Promise<void>((resolve) => stream.onAbort(resolve));
    pages.delete(tell);
  };
}

function pageState(stage: PageStage): PageState {
  return { bot: pageBot(stage.server), clock: pageClock(stage), chats: pageChats(stage.server) };
}

async function file(folder: URL, path: string): Promise<Response> {
  try {
    const bytes = await readFile(fileURLToPath(new URL(path, folder)));
    const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } });
  } catch {
    return new Response('Not found.', { status: 404 });
  }
}

function download(stage: PageStage, id: string): Response {
  const found = stage.server.state.world.files.get(id);
  if (found === undefined) return new Response('Not found.', { status: 404 });
  const name = encodeURIComponent(found.document.file_name);
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    },
  });
}

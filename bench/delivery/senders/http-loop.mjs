// The same bytes over keep-alive HTTP and nothing else: what the network costs.
import { Agent, request } from 'node:http';
import { buttons, entities, inParallel, measured, settings, text } from './message.mjs';

const agent = new Agent({ keepAlive: true, maxSockets: settings.inFlight });
const { hostname, port } = new URL(settings.url);
const post = (body) =>
  new Promise((resolve, reject) => {
    const call = request({
      agent,
      hostname,
      port,
      method: 'POST',
      path: `/bot${settings.token}/sendMessage`,
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    });
    call.on('response', (response) => response.resume().on('end', resolve));
    call.on('error', reject);
    call.end(body);
  });
await measured(() =>
  inParallel(settings.inFlight, (chat) =>
    post(JSON.stringify({ chat_id: chat, text, entities, reply_markup: buttons })),
  ),
);

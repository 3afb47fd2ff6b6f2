import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isLoopback, readSettings } from '../src/config.js';

describe('settings', () => {
  it('has a default for everything', () => {
    expect(readSettings({})).toMatchObject({
      isLocal: true,
      storeUrl: 'sqlite://data/qubao.sqlite',
      TIMEZONE: 'Asia/Shanghai',
      DIGEST_TIME: '07:30',
      SEND_RATE: 30,
      CATCH_UP_HOURS: 3,
      SCHEDULE: true,
      ADMIN_CHAT_IDS: [],
    });
    expect(readSettings({ BOT_TOKEN: '1:x' })).toMatchObject({ isLocal: false });
  });

  it('names every wrong setting, and never prints a secret', () => {
    const bad = {
      BOT_TOKEN: 'very secret',
      SEND_RATE: '0',
      TIMEZONE: 'Mars',
      DIGEST_TIME: '7:30',
      SCHEDULE: 'yes',
    };
    expect(() => readSettings(bad)).toThrow(
      [
        'BOT_TOKEN: expected a token from BotFather: digits, a colon, and more.',
        'TIMEZONE: expected a time zone such as Asia/Shanghai, got Mars.',
        'DIGEST_TIME: expected a time of day, HH:MM, got 7:30.',
        'SEND_RATE: expected a number, 1 to 1000, got 0.',
        'SCHEDULE: expected on or off, got yes.',
      ].join('\n'),
    );
  });

  it('names both of a bad pair', () => {
    expect(() => readSettings({ SUMMARY_API_URL: 'http://127.0.0.1/v1' })).toThrow(
      /SUMMARY_MODEL: .*SUMMARY_API_URL/,
    );
  });

  it('warns of a rate above what free bots may send', () => {
    expect(readSettings({ SEND_RATE: '200' }).warnings).toHaveLength(1);
    expect(readSettings({ SEND_RATE: '200', PAID_BROADCAST: 'on' }).warnings).toEqual([]);
  });

  it('reads .env.example as its own defaults, a comment above each setting', () => {
    const example = parseEnv(readFileSync('.env.example', 'utf8'));
    const read = readSettings(example);
    expect(read).toEqual(readSettings({}));
    const derived = ['storeUrl', 'isLocal', 'warnings'];
    expect(Object.keys(example)).toHaveLength(Object.keys(read).length - derived.length);
  });

  it('knows servers on this machine from the real Telegram', () => {
    expect(['http://127.0.0.1:8081', 'http://localhost:1', 'http://[::1]:9'].every(isLoopback)).toBe(true);
    expect(['https://api.telegram.org', 'http://10.0.0.1', 'http://127.example.org'].some(isLoopback)).toBe(
      false,
    );
  });
});

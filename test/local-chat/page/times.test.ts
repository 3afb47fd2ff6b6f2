import { describe, expect, it } from 'vitest';
import { startPayload } from '../../../src/local-chat/page/model/start-payload.js';
import { dayName, fieldInstant, fieldValue, timeOfDay } from '../../../src/local-chat/page/model/times.js';

const morning = new Date('2024-08-27T23:30:00Z');

describe('the clock of the page', () => {
  it('is shown in the zone of the city', () => {
    expect(dayName(morning, 'Asia/Shanghai')).toBe('8月28日 星期三');
    expect(timeOfDay(morning, 'Asia/Shanghai')).toBe('07:30');
    expect(timeOfDay(new Date('2024-08-27T16:00:00Z'), 'Asia/Shanghai')).toBe('00:00');
  });

  it.each([
    ['2024-08-28T07:30', 'Asia/Shanghai', '2024-08-27T23:30:00.000Z'],
    ['2024-03-10T08:00', 'America/New_York', '2024-03-10T12:00:00.000Z'],
    ['2024-11-03T08:00', 'America/New_York', '2024-11-03T13:00:00.000Z'],
  ])('takes %s in %s as %s', (value, zone, instant) => {
    expect(fieldInstant(value, zone)?.toISOString()).toBe(instant);
    expect(fieldValue(new Date(instant), zone)).toBe(value);
  });

  it('takes an empty field as nothing', () => {
    expect(fieldInstant('', 'Asia/Shanghai')).toBeUndefined();
  });
});

describe('a link', () => {
  it.each([
    ['https://t.me/qubao_local_bot?start=d_jinshui', 'd_jinshui'],
    ['t.me/Qubao_Local_Bot', ''],
    ['tg://resolve?domain=qubao_local_bot&start=a_1', 'a_1'],
    ['https://t.me/other_bot?start=x', undefined],
    ['https://example.org/?start=x', undefined],
  ])('%s carries the payload %s', (address, payload) => {
    expect(startPayload(address, 'qubao_local_bot')).toBe(payload);
  });
});

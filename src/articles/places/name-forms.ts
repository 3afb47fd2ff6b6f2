import type { Place } from '../../city/city.js';

const streetEndings = ['街道', '街道办事处', '办事处', '街道办', '派出所', '分局', '司法所', '巡防'];

/** A district's name without what it is: 金水 of 金水区. */
export function withoutSuffix(name: string): string {
  const stem = name.replace(/(?:(?<=..)新区|区|市|县)$/u, '');
  return stem.length >= 2 ? stem : name;
}

/** What papers call a sub-district or town, its office and its police station. */
export function streetNames(place: Place): readonly string[] {
  return [place.name, ...place.aliases].flatMap((name) => {
    const stem = name.replace(/(?:街道办事处|街道|办事处|镇|乡)$/u, '');
    if (stem.length < 2) return [name];
    const own = /[镇乡]$/u.test(name) ? [name] : [];
    return [...own, ...streetEndings.map((ending) => stem + ending)];
  });
}

/** What papers call a village or community. */
export function villageNames(place: Place): readonly string[] {
  return [place.name, ...place.aliases].flatMap((name) => {
    if (/(?:社区|村|居委会)$/u.test(name)) return name.length >= 4 ? [name] : [];
    return name.length >= 2 ? [`${name}社区`, `${name}村`, `${name}村委会`] : [];
  });
}

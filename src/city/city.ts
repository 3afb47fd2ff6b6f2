/** Topic ids, fixed by the contract. What each means: docs/design.md. */
export const topicIds = [
  'economy',
  'services',
  'education',
  'law',
  'safety',
  'jobs',
  'community',
  'welfare',
  'culture',
  'city',
  'environment',
  'rural',
  'technology',
] as const;
/** One of the ids. */
export type TopicId = (typeof topicIds)[number];

/** A place inside a district: a sub-district, town, village, community, a landmark that lies there, or a road that runs there. */
export interface Place {
  /** As the statistics office writes it: `须水街道`, `姚家镇`, `前李庄村`. */
  readonly name: string;
  readonly kind: 'street' | 'town' | 'township' | 'village' | 'landmark' | 'road';
  /** Statistical code, where there is one. */
  readonly code?: string;
  readonly aliases: readonly string[];
  /** Villages and communities under a sub-district or town. */
  readonly places: readonly Place[];
}

/** A district of the city, statutory (区, 市, 县) or functional (高新区, 郑东新区). */
export interface District {
  /** Six digits for statutory districts, the statistics office's nine or an own code for functional ones. */
  readonly code: string;
  /** Pinyin without the suffix, unique in the city, used by deep links: `jinshui` in `d_jinshui`. */
  readonly slug: string;
  /** The short common name, the one of every output: `金水区`, `管城区`, `荥阳市`. */
  readonly name: string;
  /** Full official name where it differs: `管城回族区`. */
  readonly official: string;
  readonly english: string;
  readonly kind: 'statutory' | 'functional';
  readonly aliases: readonly string[];
  readonly places: readonly Place[];
}

/** One of the thirteen topics, with the words that speak for it. */
export interface Topic {
  readonly id: TopicId;
  /** Chinese and English name as readers see it. */
  readonly name: { readonly zh: string; readonly en: string };
  /** Names that readers may type besides the two above. */
  readonly aliases: readonly string[];
  /** Word -> weight (about 0.5 weak, 1 usual, 3 decisive) in a story's text. */
  readonly words: ReadonlyMap<string, number>;
}

/** Everything that makes the program be of one city; read from `content/city.yaml`. */
export interface City {
  /** `郑州市` */
  readonly name: string;
  readonly english: string;
  /** IANA zone, `Asia/Shanghai`. */
  readonly timezone: string;
  readonly districts: readonly District[];
  readonly topics: readonly Topic[];
  /** Names of the whole city: `郑州`, `全市`. */
  readonly aliases: readonly string[];
  /** Names that contain a place's name and mean none of it: `金水河`, `二七纪念塔`, `中原银行`. */
  readonly lookalikes: readonly string[];
  /** Other cities and counties, whose stories belong to no district of this city: `洛阳市`, `新乡`. */
  readonly elsewhere: readonly string[];
}

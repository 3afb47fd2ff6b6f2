/** Of many lists, each thing the first time only: a page of a day to come is read again and again until its day, and told once. */
export function onceEach(): (listed: readonly string[]) => readonly string[] {
  const known = new Set<string>();
  return (listed) => {
    const fresh = listed.filter((each) => !known.has(each));
    for (const each of fresh) known.add(each);
    return fresh;
  };
}

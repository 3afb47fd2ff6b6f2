/** ROUGE on characters: letters and digits count, marks and spaces do not. */

/** The characters of a text that count. */
export const lettersOf = (text) => [...text.replace(/[^\p{L}\p{N}]/gu, '')];

function gramsOf(letters, size) {
  const grams = new Map();
  for (let at = 0; at + size <= letters.length; at++) {
    const gram = letters.slice(at, at + size).join('');
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

const f1 = (common, ours, theirs) => (common === 0 ? 0 : (2 * common) / (ours + theirs));

/** F1 of the n-grams that two texts share, clipped. */
export function rougeN(ours, theirs, size) {
  const reference = gramsOf(theirs, size);
  let common = 0;
  for (const [gram, count] of gramsOf(ours, size)) common += Math.min(count, reference.get(gram) ?? 0);
  return f1(common, Math.max(0, ours.length - size + 1), Math.max(0, theirs.length - size + 1));
}

/** F1 of the longest common subsequence. */
export function rougeL(ours, theirs) {
  const best = new Array(theirs.length + 1).fill(0);
  for (const letter of ours) {
    let diagonal = 0;
    for (let at = 0; at < theirs.length; at++) {
      const above = best[at + 1];
      best[at + 1] = letter === theirs[at] ? diagonal + 1 : Math.max(above, best[at]);
      diagonal = above;
    }
  }
  return f1(best[theirs.length], ours.length, theirs.length);
}

/** ROUGE-1, -2 and -L of a text against its reference. */
export function rouge(text, reference) {
  const ours = lettersOf(text);
  const theirs = lettersOf(reference);
  return [rougeN(ours, theirs, 1), rougeN(ours, theirs, 2), rougeL(ours, theirs)];
}

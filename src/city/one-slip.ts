/**
 * Whether two texts differ by exactly one slip: a character wrong, missing or extra, or two neighbours swapped.
 * Characters are code points. Takes time in proportion to the length.
 */
export function isOneSlip(typed: string, meant: string): boolean {
  const [a, b] = [[...typed], [...meant]];
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  const room = Math.min(a.length, b.length) - start;
  while (end < room && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (Math.max(restA.length, restB.length) === 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

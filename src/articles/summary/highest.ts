/** Index of the highest number, the first of equals; -1 where there is none above minus infinity. */
export function indexOfHighest(numbers: readonly number[]): number {
  let index = -1;
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? highest;
    if (number <= highest) continue;
    index = at;
    highest = number;
  }
  return index;
}

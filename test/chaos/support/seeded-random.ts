/** Numbers from 0 up to 1, the same for the same seed. */
export type Random = () => number;

/** A small generator (a linear congruence, high bits): enough to draw faults. */
export function seededRandom(seed: number): Random {
  let state = BigInt(seed) * 0x9e3779b97f4a7c15n + 1n;
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 32n) / 4_294_967_296;
  };
}

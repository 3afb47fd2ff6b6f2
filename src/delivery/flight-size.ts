/** Writing the attempt before and the outcome after a request takes about this long. */
const ledgerMs = 150;
/** More than the mean, so that the pace never waits for the network. */
const margin = 1.5;
const least = 4;
/** An answer that hangs tells nothing of the usual round trip. */
const longestMs = 3_000;

/** How many turns go on at once: as many as the round trip needs, and no more, since a fault can double each of them. */
export interface FlightSize {
  limit(): number;
  /** A request took this long. */
  took(ms: number): void;
}

/** @param most never more than this, however long the round trip. */
export function flightSize(ratePerSecond: number, most: number): FlightSize {
  let meanMs = 100;
  return {
    limit: () => Math.min(most, Math.ceil((ratePerSecond * (meanMs + ledgerMs) * margin) / 1_000) + least),
    took(ms) {
      meanMs += (Math.min(ms, longestMs) - meanMs) * 0.05;
    },
  };
}

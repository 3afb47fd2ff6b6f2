import type { GateFinding } from '../delivery/delivery.js';

/** What the gate found, as a sentence for the operator's terminal. */
export function gateSentence(finding: GateFinding): string {
  switch (finding.kind) {
    case 'nothing-new':
      return 'gate: no article has arrived since the last run';
    case 'large-batch':
      return `gate: ${finding.articles} articles at once, the largest issue so far had ${finding.usual}`;
    case 'same-edition':
      return `gate: 《${finding.paper}》 ${finding.date} ${finding.page} came before, and again with other articles`;
    case 'future-date':
      return `gate: ${finding.articles} articles are dated ${finding.date}, in the future`;
    case 'old-date':
      return `gate: the newest of ${finding.articles} articles is dated ${finding.date}, long past`;
  }
}

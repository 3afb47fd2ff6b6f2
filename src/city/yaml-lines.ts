import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { messageOf, Problem } from '../problem.js';

/** YAML that knows its lines. */
export interface YamlLines {
  readonly value: unknown;
  /** Line, from 1, of what stands at a path; of the nearest enclosing entry where nothing stands there. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** The key itself where a path names an entry of a map, so that a long value does not lead away from its key. */
function keyAt(parent: unknown, key: PropertyKey | undefined): Node | undefined {
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key: at }) => isScalar(at) && String(at.value) === String(key));
  return isNode(pair?.key) ? pair.key : undefined;
}

/**
 * Reads YAML; aliases (`*name`) are refused, so that a small file stays small.
 * @throws Problem `file:line: …` where the text is no YAML.
 */
export function readYaml(text: string, file: string): YamlLines {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const error = document.errors[0];
  if (error !== undefined) {
    const { line } = counter.linePos(error.pos[0]);
    throw new Problem(`${file}:${line}: expected YAML, got something else: ${error.message}`);
  }
  const nodeAt = (path: readonly PropertyKey[]): unknown =>
    path.length === 0 ? document.contents : document.getIn(path, true);
  return {
    value: toValue(),
    lineOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const node =
          keyAt(nodeAt(path.slice(0, length - 1)), path[length - 1]) ?? nodeAt(path.slice(0, length));
        if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
      }
      return 1;
    },
  };

  function toValue(): unknown {
    try {
      return document.toJS({ maxAliasCount: 0 });
    } catch (thrown) {
      throw new Problem(`${file}:1: expected YAML without aliases, got: ${messageOf(thrown)}`, {
        cause: thrown,
      });
    }
  }
}

import type { Finding } from '../articles/article.js';

/** `file:line: severity: message Hint. [rule]` */
export function findingLine({ file, line, severity, message, hint, rule }: Finding): string {
  return `${file}:${line}: ${severity}: ${[message, hint].filter((text) => text !== '').join(' ')} [${rule}]`;
}

const levels = { error: 'error', warning: 'warning', note: 'note' } as const;

/** Findings as SARIF 2.1.0, which editors and code hosts show beside the line. */
export function sarifOf(findings: readonly Finding[]): object {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'qubao', rules: rules.map((id) => ({ id })) } },
        results: findings.map(({ file, line, severity, rule, message, hint }) => ({
          ruleId: rule,
          ruleIndex: rules.indexOf(rule),
          level: levels[severity],
          message: { text: hint === '' ? message : `${message} ${hint}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
                region: { startLine: line },
              },
            },
          ],
        })),
      },
    ],
  };
}

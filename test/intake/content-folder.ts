import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A content folder of its own, with the project's city and no pages. */
export interface ContentFolder {
  readonly path: string;
  put(file: string, text: string | Uint8Array): Promise<void>;
  remove(): Promise<void>;
}

export async function makeContentFolder(): Promise<ContentFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), 'qubao-content-'));
  await mkdir(path.join(folder, 'pages'));
  await cp('content/city.yaml', path.join(folder, 'city.yaml'));
  return {
    path: folder,
    async put(file, text) {
      const whole = path.join(folder, file);
      await mkdir(path.dirname(whole), { recursive: true });
      await writeFile(whole, text);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A page of one story for each headline. */
export function pageOf(...headlines: readonly string[]): string {
  return headlines
    .map(
      (headline) =>
        `## ${headline}\n\n本报讯(记者 许见山)近日，金水区花园路街道办事处${headline}，辖区300多户居民受益，街道将继续做好后续服务。\n`,
    )
    .join('\n');
}

import type { Finding } from '../articles/article.js';
import { messageOf } from '../problem.js';

/** What can be wrong with a file or folder before its text is read. Always of line 1. */
type Make = (file: string) => Finding;

const make =
  (severity: Finding['severity'], rule: string, message: string, hint: string): Make =>
  (file) => ({ file, line: 1, severity, rule, message, hint });

/** There is no folder for pages. */
export const noPages = make(
  'warning',
  'no-pages',
  'There is no folder pages in the content folder.',
  'Make pages/YYYY-MM-DD and put the pages of that day into it.',
);

/** A link into a folder that was read already. */
export const linkLoop = make(
  'warning',
  'link-loop',
  'This link leads to a folder that was read already.',
  'Remove the link; its pages are read where they lie.',
);

/** A folder whose name was meant for a date. */
export const folderDateFinding = make(
  'warning',
  'folder-date',
  'The name of this folder looks like a date and is none of the form YYYY-MM-DD.',
  'Rename it for the day of the issue, such as 2024-08-27.',
);

/** A file of another kind. */
export const notAPage = make(
  'note',
  'not-a-page',
  'Expected a page as text (.md, .markdown or .txt), got another kind of file; it was left out.',
  'Convert it to Markdown, or keep it elsewhere.',
);

/** A folder below the depth that is followed. */
export const tooDeep = (file: string, deepest: number): Finding =>
  make(
    'warning',
    'too-deep',
    `Folders are followed ${deepest} deep; this one was left out.`,
    'Put its pages into pages/YYYY-MM-DD.',
  )(file);

/** A file or folder that the system would not open; the cause stands in the message. */
export const unreadable = (file: string, error: unknown): Finding =>
  make(
    'error',
    'unreadable',
    `Cannot be read: ${messageOf(error)}.`,
    'Check that the file is there and that this program may read it.',
  )(file);

import type { CheckResult } from '../core/result.js';
import { FORMATS, type Background, type Format, type FormatName } from './formats.js';
import { reportFileName } from './report-file-name.js';

/** A result in one format. */
export interface RenderedFile {
  readonly format: FormatName;
  readonly name: string;
  readonly text: string;
}

/** Every format that could be rendered, and a sentence for each that could not. Foreign text may be in the latter. */
export interface RenderedFiles {
  readonly files: readonly RenderedFile[];
  readonly problems: readonly string[];
}

/** Renders a result in every format. A report is a view: one that fails spoils neither the others nor the verdict. Never throws. */
export function renderFiles(result: CheckResult, background: Background): RenderedFiles {
  const files: RenderedFile[] = [];
  const problems: string[] = [];
  for (const { name, fileName: usual, render } of FORMATS as readonly (Format & { readonly name: FormatName })[]) {
    const fileName = reportFileName(usual, result.run);
    try {
      files.push({ format: name, name: fileName, text: render(result, background) });
    } catch (error) {
      problems.push(`${fileName} could not be made: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { files, problems };
}

/** Renders a result in one format. */
export function renderAs(name: FormatName, result: CheckResult, background: Background): string {
  const formats: readonly Format[] = FORMATS;
  return formats.find((format) => format.name === name)?.render(result, background) ?? '';
}

/** A program that makes build steps of a Dockerfile, and the line that asks for it. */
export interface Frontend {
  readonly name: string;
  /** From 1. */
  readonly line: number;
}

/** Docker's own frontend, any version of it. https://docs.docker.com/build/buildkit/frontend/ */
const OWN = /^(?:docker\.io\/)?docker\/dockerfile(?:[:@][\w.:@-]+)?$/;

/** A line that may choose a frontend; the pattern takes more than BuildKit does, and never less. */
const DIRECTIVE = /^\s*(?:#|\/\/)\s*syntax\s*=(.*)$/i;

/**
 * The frontend that a Dockerfile asks BuildKit to fetch and hand the build to, when it is another than Docker's own: a program of
 * a stranger's. `null` when there is none.
 * Source: https://github.com/moby/buildkit/blob/v0.13.0/frontend/dockerfile/parser/directives.go (DetectSyntax)
 */
export function foreignFrontend(dockerfile: string): Frontend | null {
  const text = dockerfile.replace(/^\uFEFF/, '');
  if (/^\s*\{/.test(text)) return { name: 'a JSON document', line: 1 };
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const name = DIRECTIVE.exec(line)?.[1]?.trim();
    if (name !== undefined && !isOwnFrontend(name)) return { name, line: index + 1 };
    if (!isComment(line)) return null;
  }
  return null;
}

/** Whether this is Docker's own frontend, and nothing else with it. */
export function isOwnFrontend(frontend: string): boolean {
  return OWN.test(frontend);
}

function isComment(line: string): boolean {
  return /^\s*(?:$|#|\/\/)/.test(line);
}

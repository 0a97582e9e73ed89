import ts from 'typescript';

/** What values a type or a schema admits, in one notation for both. */
export type Shape =
  | string
  | { readonly anyOf: readonly Shape[] }
  | { readonly array: Shape }
  | { readonly object: Readonly<Record<string, Shape>> };

/** An exported type. */
export interface TypePlace {
  readonly file: string;
  readonly name: string;
  /** Unions of strings that are to count as any string, because they may grow. */
  readonly open: readonly (readonly string[])[];
}

/** The shape of an exported TypeScript type. */
export function typeShape({ file, name, open }: TypePlace): Shape {
  const program = ts.createProgram([file], { strict: true, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  const exported = symbol === undefined ? [] : checker.getExportsOfModule(symbol);
  const found = exported.find((candidate) => candidate.name === name);
  if (found === undefined) throw new TypeError(`${file} exports no ${name}`);
  const names = open.map((values) => JSON.stringify(anyOf(values.map((value) => `= ${JSON.stringify(value)}`))));
  return opened(shapeOf(checker, checker.getDeclaredTypeOfSymbol(found)), new Set(names));
}

/** Several shapes as one, without order or repetition. */
export function anyOf(shapes: readonly Shape[]): Shape {
  const flat = shapes.flatMap((shape) => (typeof shape === 'object' && 'anyOf' in shape ? shape.anyOf : [shape]));
  const distinct = [...new Map(flat.map((shape) => [JSON.stringify(shape), shape])).entries()].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const [only, ...others] = distinct.map(([, shape]) => shape);
  return only !== undefined && others.length === 0 ? only : { anyOf: distinct.map(([, shape]) => shape) };
}

function opened(shape: Shape, open: ReadonlySet<string>): Shape {
  if (typeof shape === 'string') return shape;
  if (open.has(JSON.stringify(shape))) return 'string';
  if ('anyOf' in shape) return anyOf(shape.anyOf.map((member) => opened(member, open)));
  if ('array' in shape) return { array: opened(shape.array, open) };
  const members = Object.entries(shape.object).map(([key, member]) => [key, opened(member, open)] as const);
  return { object: Object.fromEntries(members) };
}

function shapeOf(checker: ts.TypeChecker, type: ts.Type): Shape {
  if (type.flags & ts.TypeFlags.Boolean) return 'boolean';
  if (type.isUnion()) return anyOf(type.types.filter(isThere).map((member) => shapeOf(checker, member)));
  if (type.isStringLiteral() || type.isNumberLiteral()) return `= ${JSON.stringify(type.value)}`;
  if (type.flags & ts.TypeFlags.BooleanLiteral) return 'boolean';
  if (type.flags & (ts.TypeFlags.String | ts.TypeFlags.Number | ts.TypeFlags.Null)) return checker.typeToString(type);
  const [element] = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [];
  if (element !== undefined) return { array: shapeOf(checker, element) };
  return {
    object: Object.fromEntries(type.getProperties().map((property) => [property.name, member(checker, property)])),
  };
}

/** An optional property's type has `undefined` beside what it holds. */
function isThere({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.Undefined) === 0;
}

function member(checker: ts.TypeChecker, property: ts.Symbol): Shape {
  const shape = shapeOf(checker, checker.getTypeOfSymbol(property));
  return property.flags & ts.SymbolFlags.Optional ? anyOf([shape, 'absent']) : shape;
}

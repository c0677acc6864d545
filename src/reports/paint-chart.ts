/**
 * Paints a chart for paper: the site's charts leave their looks to chart.css, which a PDF does not
 * read. Every look that the sheet gives an element when printed is written onto the element.
 */
export function paintChart(svg: string, sheet: PrintSheet): string {
  const open: Node[] = [];
  return svg
    .replaceAll(/<(title|desc)\b[^>]*>[^<]*<\/\1>/g, "")
    .replaceAll(/<(\/?)([a-z]+)([^>]*?)(\/?)>/gi, (_, closing, tag, attributes, empty) => {
      if (closing !== "") {
        open.pop();
        return `</${tag as string}>`;
      }
      const names = /class="([^"]*)"/.exec(attributes as string)?.[1]?.split(" ") ?? [];
      const node: Node = { tag: tag as string, names, tokens: open.at(-1)?.tokens ?? sheet.tokens };
      const looks = dress(node, open, sheet);
      if (empty === "") open.push(node);
      const kept = (attributes as string).replace(/\s(class|role|aria-[a-z]+)="[^"]*"/g, "");
      const space = open.length === 1 && tag === "svg" ? ' xmlns="http://www.w3.org/2000/svg"' : "";
      return `<${tag as string}${space}${kept}${looks}${empty as string}>`;
    });
}

/** chart.css as it is in print. */
export interface PrintSheet {
  readonly tokens: ReadonlyMap<string, string>;
  readonly rules: readonly Rule[];
}

interface Rule {
  /** ".chart text" as its steps, the element itself last. */
  readonly steps: readonly string[];
  readonly declarations: readonly (readonly [string, string])[];
}

interface Node {
  readonly tag: string;
  readonly names: readonly string[];
  tokens: ReadonlyMap<string, string>;
}

/** What a style may say that an attribute of SVG can say too. */
const attributes = new Set([
  ..."fill stroke stroke-width stroke-dasharray stroke-linejoin stroke-opacity".split(" "),
  ..."fill-opacity paint-order font-weight font-style dominant-baseline".split(" "),
]);

/** Letters of a size that is read on paper; layouts leave room for larger ones still. */
const letters = ` font-family="'Source Sans 3'" font-size="11"`;

/** Reads the sheet: its rules, and its tokens with those of print in their place. */
export function readSheet(css: string): PrintSheet {
  const tokens = new Map<string, string>();
  const rules: Rule[] = [];
  for (const [selectors, body] of listBlocks(css)) {
    if (selectors === "@media print") {
      for (const [inner, own] of listBlocks(body))
        if (inner === ":root") for (const [name, value] of readBody(own)) tokens.set(name, value);
    } else if (selectors === ":root") {
      for (const [name, value] of readBody(body)) tokens.set(name, value);
    } else if (!/[@:]/.test(selectors)) {
      for (const selector of selectors.split(","))
        rules.push({ steps: selector.trim().split(/\s+/), declarations: readBody(body) });
    }
  }
  return { tokens, rules: rules.toSorted((a, b) => weigh(a) - weigh(b)) };
}

/** The weight of a selector: classes before tags. */
function weigh({ steps }: Rule): number {
  return steps.reduce((sum, step) => sum + (step.startsWith(".") ? 100 : 1), 0);
}

function* listBlocks(css: string): Generator<[selectors: string, body: string]> {
  const text = css.replaceAll(/\/\*[^]*?\*\//g, "");
  let from = 0;
  for (let start = text.indexOf("{"); start >= 0; start = text.indexOf("{", from)) {
    let end = start + 1;
    for (let depth = 1; depth > 0; end++)
      depth += text[end] === "{" ? 1 : text[end] === "}" ? -1 : 0;
    yield [text.slice(from, start).trim(), text.slice(start + 1, end - 1)];
    from = end;
  }
}

function readBody(body: string): [string, string][] {
  return [...body.matchAll(/([\w-]+)\s*:\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]);
}

/** The attributes that the sheet gives an element; its own tokens hold for what is inside it. */
function dress(node: Node, ancestors: readonly Node[], { rules }: PrintSheet): string {
  const own = rules
    .filter(({ steps }) => matches(steps, node, ancestors))
    .flatMap(({ declarations }) => declarations);
  const tokens = own.filter(([name]) => name.startsWith("--"));
  if (tokens.length > 0) node.tokens = new Map([...node.tokens, ...tokens]);
  const looks = new Map(own.filter(([name]) => attributes.has(name)));
  const written = [...looks].map(([name, value]) => ` ${name}="${fill(value, node.tokens)}"`);
  return written.join("") + (node.tag === "svg" ? letters : "");
}

function matches(steps: readonly string[], node: Node, ancestors: readonly Node[]): boolean {
  const [last, ...before] = steps.toReversed();
  if (!is(last!, node)) return false;
  let at = ancestors.length - 1;
  return before.every((step) => {
    while (at >= 0 && !is(step, ancestors[at]!)) at--;
    return at-- >= 0;
  });
}

function is(step: string, { tag, names }: Node): boolean {
  return step.startsWith(".")
    ? step
        .slice(1)
        .split(".")
        .every((name) => names.includes(name))
    : step === tag;
}

/** Tokens put in their places, "var(--dash, none)" with what stands for one that is not set. */
function fill(value: string, tokens: ReadonlyMap<string, string>): string {
  return value.replaceAll(/var\((--[\w-]+)(?:,\s*([^)]*))?\)/g, (_, name: string, otherwise) =>
    fill(tokens.get(name) ?? (otherwise as string | undefined) ?? "none", tokens),
  );
}

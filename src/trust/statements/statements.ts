import { z } from "zod";
import { decodeText, encodeText, type Bytes } from "../bytes.ts";
import { trustProblems } from "../problems.ts";

const text = z.string().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const shown = z.union([z.number(), z.string(), z.null()]);

/** A release of one tier is out. */
const release = z.strictObject({
  release: text,
  tier: text,
  cutOff: day,
  published: day,
  /** The release before it, if any. */
  supersedes: text.nullable(),
  /** Whether the digest is of 32 secret bytes and SHA256SUMS: small counts could be guessed. */
  blinded: z.boolean(),
});

/** Somebody re-performed figures of a release, and this is what they found. */
const attestation = z.strictObject({
  release: text,
  tier: text,
  by: text,
  day,
  figures: z.strictObject({ reperformed: count, agreed: count }),
  differing: z.array(z.strictObject({ figure: text, published: shown, found: shown })),
  notRecomputable: z.array(z.strictObject({ figure: text, why: text })),
  software: text,
  independence: text,
});

/** From this day on a new key signs; the old and the new one sign this. Keys are OpenSSH's. */
const rotation = z.strictObject({ day, oldKey: text, newKey: text });

/** A key is not to be believed any more. */
const revocation = z.strictObject({ day, key: text, why: text });

const predicates = { release, attestation, rotation, revocation } as const;
export type StatementKind = keyof typeof predicates;

const typePrefix = "tag:plumbline.example,2026:";

/** The URI of a predicate's type. */
export function predicateType(kind: StatementKind): string {
  return `${typePrefix}${kind}/v1`;
}

function statementOf<K extends StatementKind>(kind: K) {
  return z.strictObject({
    _type: z.literal("https://in-toto.io/Statement/v1"),
    predicate: predicates[kind],
    predicateType: z.literal(predicateType(kind)),
    subject: z.array(z.strictObject({ digest: z.strictObject({ sha256 }), name: text })).length(1),
  });
}

const schemas = {
  release: statementOf("release"),
  attestation: statementOf("attestation"),
  rotation: statementOf("rotation"),
  revocation: statementOf("revocation"),
} as const;

export type ReleasePredicate = z.infer<typeof release>;
export type AttestationPredicate = z.infer<typeof attestation>;
export type RotationPredicate = z.infer<typeof rotation>;
export type RevocationPredicate = z.infer<typeof revocation>;

interface Predicates {
  readonly release: ReleasePredicate;
  readonly attestation: AttestationPredicate;
  readonly rotation: RotationPredicate;
  readonly revocation: RevocationPredicate;
}

/** What a statement is about: a file by its path in the folder of releases, and its SHA-256. */
export interface Subject {
  readonly name: string;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** An in-toto statement (v1) of one of our kinds. */
export type Statement = {
  [K in StatementKind]: {
    readonly kind: K;
    readonly subject: Subject;
    readonly predicate: Predicates[K];
  };
}[StatementKind];

/** The bytes that are signed. */
export function formatStatement({ kind, subject, predicate }: Statement): Bytes {
  const statement = schemas[kind].parse({
    _type: "https://in-toto.io/Statement/v1",
    predicate,
    predicateType: predicateType(kind),
    subject: [{ digest: { sha256: subject.sha256 }, name: subject.name }],
  });
  return encodeText(JSON.stringify(statement));
}

/** @throws Problem for a payload that is not a statement of one of our kinds */
export function parseStatement(payload: Bytes): Statement {
  const value = readJson(payload);
  for (const kind of Object.keys(schemas) as StatementKind[]) {
    const parsed = schemas[kind].safeParse(value);
    if (!parsed.success) continue;
    const [{ digest, name }] = parsed.data.subject as [(typeof parsed.data.subject)[number]];
    const { predicate } = parsed.data;
    return { kind, subject: { name, sha256: digest.sha256 }, predicate } as Statement;
  }
  throw trustProblems.malformed("the signed statement", "it is of no kind that this program knows");
}

function readJson(payload: Bytes): unknown {
  try {
    return JSON.parse(decodeText(payload) ?? "");
  } catch {
    return undefined;
  }
}

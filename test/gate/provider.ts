import { createHmac, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Provider, type Configuration, type KoaContextWithOIDC } from "oidc-provider";
import { tiers, type Fixture } from "./fixture.ts";

/** Who can sign in, and what the provider says of their groups. */
export const people: Record<string, unknown> = {
  auditor: ["plumbline-auditor"],
  sponsor: ["press", "plumbline-sponsor"],
  both: ["plumbline-sponsor", "plumbline-auditor"],
  public: ["press"],
  nobody: [],
  "no claim": undefined,
  null: null,
  text: "plumbline-auditor",
  number: 0,
  "list of a number": [0],
  true: true,
  "list of true": [true],
  object: { "plumbline-auditor": true, "0": "plumbline-auditor" },
  "list of lists": [["plumbline-auditor"]],
  "list of objects": [{ name: "plumbline-auditor" }],
  "joined by commas": ["press,plumbline-auditor,plumbline-sponsor"],
  "joined by spaces": ["press plumbline-auditor plumbline-sponsor"],
  "one sign more": ["plumbline-auditors", "xplumbline-auditor", "plumbline-sponsors"],
  "one sign less": ["plumbline-audito", "plumbline-sponso", "plumbline", ""],
  "in capitals": ["PLUMBLINE-AUDITOR", "Plumbline-Sponsor"],
  "with blanks": [" plumbline-auditor", "plumbline-auditor ", "plumbline -sponsor"],
  "with a new line": ["plumbline-auditor\n", "plumbline-sponsor\nx"],
  "a pattern": [".*", "plumbline-.*", "plumbline-sponsor|plumbline-auditor"],
  "as if nested": ['"groups":["plumbline-auditor"]'],
};
/** A claim of another name, with all that would be needed. */
const otherClaims = {
  roles: ["plumbline-auditor"],
  Groups: ["plumbline-auditor"],
  group: "plumbline-auditor",
};

type Claims = Record<string, unknown>;
interface Forgery {
  readonly alg?: string;
  readonly claims?: (claims: Claims) => Claims;
  readonly sign?: (input: string) => string;
}

/** How a provider, or somebody between, could answer the gate with an ID token that is not right. */
export type Lie =
  keyof ReturnType<typeof makeForgeries> | "no token" | "not JSON" | "fault" | "hangs up";

export interface TestProvider {
  readonly issuer: string;
  /** From now on tokens are answered so; undefined tells the truth. */
  lie: Lie | undefined;
  readonly stop: () => Promise<void>;
}

const now = (): number => Math.floor(Date.now() / 1000);

function makeForgeries(own: KeyObject, stranger: KeyObject) {
  const rsa = (key: KeyObject) => (input: string) =>
    createSign("RSA-SHA256").update(input).sign(key, "base64url");
  const change = (changes: Claims): Forgery => ({
    claims: (claims) => ({ ...claims, ...changes }),
    sign: rsa(own),
  });
  return {
    "signed anew by the right key": change({}),
    "signed by another key": { sign: rsa(stranger) },
    "not signed, alg none": { alg: "none", sign: () => "" },
    "signature left out": { sign: () => "" },
    "signed by the client's secret": {
      alg: "HS256",
      sign: (input: string) => createHmac("sha256", "guess").update(input).digest("base64url"),
    },
    "for another client": change({ aud: "somebody-else" }),
    "for two clients": change({ aud: ["plumbline-auditor", "x"], azp: "x" }),
    "of another issuer": change({ iss: "https://elsewhere.example" }),
    "of another sign-in": change({ nonce: "bm90LXRoaXMtb25l" }),
    "without a nonce": change({ nonce: undefined }),
    "run out": { claims: (claims: Claims) => ({ ...claims, exp: now() - 600 }), sign: rsa(own) },
    "never running out": change({ exp: undefined }),
    "of an hour ago": {
      claims: (claims: Claims) => ({ ...claims, iat: now() - 3600 }),
      sign: rsa(own),
    },
    "of an hour ahead": {
      claims: (claims: Claims) => ({ ...claims, iat: now() + 3600 }),
      sign: rsa(own),
    },
    "without a subject": change({ sub: undefined }),
    "of an empty subject": change({ sub: "" }),
    "of an empty subject, not signed": {
      alg: "none",
      claims: (claims: Claims) => ({ ...claims, sub: "" }),
      sign: () => "",
    },
  } satisfies Record<string, Forgery>;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function forge(token: string, { alg, claims, sign }: Forgery): string {
  const [head, body] = token.split(".").map((part) => Buffer.from(part, "base64url").toString());
  const header = { ...(JSON.parse(head!) as Claims), ...(alg === undefined ? {} : { alg }) };
  const said = JSON.parse(body!) as Claims;
  const input = `${encode(header)}.${encode(claims === undefined ? said : claims(said))}`;
  return `${input}.${sign === undefined ? "" : sign(input)}`;
}

/** A real OpenID provider on loopback, whose token endpoint can be told to lie. */
export async function startProvider(
  fixture: Fixture,
  port: number,
  gatePorts: readonly number[],
): Promise<TestProvider> {
  const own = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const forgeries: Record<string, Forgery> = makeForgeries(own, stranger);
  const issuer = `https://id.localhost:${port}`;
  const provider = new Provider(issuer, configure(fixture, own, gatePorts));
  const state: TestProvider = { issuer, lie: undefined, stop: () => close(server) };
  provider.use(async (context: KoaContextWithOIDC, next: () => Promise<void>) => {
    await next();
    if (context.path === "/token" && state.lie !== undefined) lie(context, state.lie, forgeries);
  });
  const callback = provider.callback();
  const server = createServer(
    { cert: await readFile(fixture.certificate), key: await readFile(fixture.key) },
    (request, response) => {
      if (request.url?.startsWith("/interaction/") === true)
        void interact(provider, request, response);
      else void callback(request, response);
    },
  );
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  return state;
}

function lie(context: KoaContextWithOIDC, kind: Lie, forgeries: Record<string, Forgery>): void {
  const forgery = forgeries[kind];
  const body = context.body as Claims;
  if (forgery !== undefined)
    context.body = { ...body, id_token: forge(String(body["id_token"]), forgery) };
  else if (kind === "no token") context.body = { ...body, id_token: undefined };
  else if (kind === "not JSON") context.body = "<p>Welcome</p>";
  else if (kind === "fault") {
    context.status = 500;
    context.body = "stack trace at provider.js:1";
  } else context.req.socket.destroy();
}

function configure(fixture: Fixture, key: KeyObject, ports: readonly number[]): Configuration {
  return {
    clients: tiers.map((tier) => ({
      client_id: `plumbline-${tier}`,
      client_secret: fixture.secrets[tier],
      redirect_uris: ports.map((port) => `https://${tier}.localhost:${port}/gate/callback`),
      post_logout_redirect_uris: ports.map(
        (port) => `https://${tier}.localhost:${port}/gate/signed-out`,
      ),
    })),
    jwks: { keys: [{ ...key.export({ format: "jwk" }), kid: "test", alg: "RS256", use: "sig" }] },
    claims: { openid: ["sub"], groups: ["groups", "roles", "Groups", "group"] },
    scopes: ["openid", "groups"],
    conformIdTokenClaims: false,
    cookies: { keys: ["only for this test"] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    ttl: {
      Session: 600,
      Interaction: 600,
      Grant: 600,
      IdToken: 300,
      AccessToken: 300,
      AuthorizationCode: 60,
    },
    findAccount: (_, id) => ({ accountId: id, claims: () => claimsOf(id) }),
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({
        clientId: client!.clientId,
        accountId: session!.accountId!,
      });
      grant.addOIDCScope("openid groups");
      await grant.save();
      return grant;
    },
  };
}

/** Subjects are recognisable, so that one in a log would be found. */
function claimsOf(id: string): { sub: string; [claim: string]: unknown } {
  const name = id.replace(/^subject-of-/, "").replaceAll("_", " ");
  if (name === "other names") return { sub: id, ...otherClaims };
  return { sub: id, ...(people[name] === undefined ? {} : { groups: people[name] }) };
}

/** The sign-in page of the provider: a name is enough. */
async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === "POST") {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const name = new URLSearchParams(Buffer.concat(chunks).toString()).get("name") ?? "";
    const accountId = `subject-of-${name.replaceAll(" ", "_")}`;
    await provider.interactionFinished(request, response, { login: { accountId } });
    return;
  }
  response.setHeader("content-type", "text/html");
  response.end(
    '<!doctype html><form method="post"><input name="name"><button>Sign in</button></form>',
  );
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}

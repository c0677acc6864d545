import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { tiers, type Fixture, type Tier } from "./fixture.ts";

const program = "/usr/sbin/apache2";
const modules = "/usr/lib/apache2/modules";
const nobody = 65_534;
/** What the gate needs; and, as on many servers, what it must keep shut though it is loaded. */
const loaded = [
  ...["mpm_event", "alias", "allowmethods", "auth_openidc", "authn_core", "authz_core", "dir"],
  ...["headers", "macro", "mime", "rewrite", "socache_shmcb", "ssl", "env", "setenvif"],
  ...[
    "autoindex",
    "status",
    "info",
    "deflate",
    "filter",
    "negotiation",
    "auth_basic",
    "authz_user",
  ],
  ...["authz_host", "access_compat", "reqtimeout"],
];

export const missing = [program, `${modules}/mod_auth_openidc.so`].filter(
  (path) => !existsSync(path),
);

export interface GateOptions {
  readonly fixture: Fixture;
  readonly port: number;
  readonly issuer: string;
  /** Settings of the gate that differ from settings.example.conf. */
  readonly settings?: Record<string, string>;
  /** Lines of configuration after those of the gate. */
  readonly more?: string;
}

export interface Gate {
  readonly port: number;
  readonly logs: string;
  readonly origin: (tier: Tier) => string;
  /** Kilobytes in memory, of the parent and all its children. */
  readonly resident: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Starts the gate as deploy/apache has it, on loopback, as a user without any rights. */
export async function startGate(options: GateOptions): Promise<Gate> {
  const { fixture, port } = options;
  const place = join(fixture.folder, `server-${port}`);
  const logs = join(place, "logs");
  await mkdir(logs, { recursive: true });
  await writeFile(join(place, "settings.conf"), await writeSettings(options, logs));
  await writeFile(
    join(place, "httpd.conf"),
    `${writeServer(place, fixture.folder, port)}${options.more ?? ""}`,
  );
  const asRoot = process.getuid?.() === 0;
  if (asRoot) for (const path of [place, logs]) await chown(path, nobody, nobody);
  if (asRoot) await chown(fixture.key, nobody, nobody);
  const child = spawn(program, ["-d", place, "-f", join(place, "httpd.conf"), "-DFOREGROUND"], {
    stdio: ["ignore", "ignore", "pipe"],
    // As deploy/README.md has it in /etc/apache2/envvars.
    env: { ...process.env, MALLOC_ARENA_MAX: "1" },
    ...(asRoot ? { uid: nobody, gid: nobody } : {}),
  });
  let said = "";
  child.stderr.on("data", (data: Buffer) => (said += data.toString()));
  await answers(port, child).catch(async () => {
    const log = await readFile(join(logs, "error.log"), "utf8").catch(() => "");
    throw new Error(`Apache did not start. ${said}${log}`);
  });
  const pid = child.pid!;
  return {
    port,
    logs,
    origin: (tier) => `https://${tier}.localhost:${port}`,
    resident: async () => (await Promise.all((await family(pid)).map(residentOf))).reduce(add, 0),
    stop: () => stop(child),
  };
}

async function writeSettings(options: GateOptions, logs: string): Promise<string> {
  const { fixture, port, issuer, settings } = options;
  const own: Record<string, string> = {
    GATE_FILES: join(fixture.folder, "gate"),
    GATE_LOGS: logs,
    GATE_PORT: String(port),
    GATE_CERTIFICATE: fixture.certificate,
    GATE_CERTIFICATE_KEY: fixture.key,
    GATE_CA_BUNDLE: fixture.certificate,
    GATE_ISSUER: issuer,
    GATE_AUTHORIZATION_ENDPOINT: `${issuer}/auth`,
    GATE_TOKEN_ENDPOINT: `${issuer}/token`,
    GATE_JWKS: `${issuer}/jwks`,
    GATE_END_SESSION_ENDPOINT: `${issuer}/session/end`,
    GATE_CRYPTO: fixture.secrets.crypto,
    GATE_LOG_SALT: fixture.secrets.salt,
    ...Object.fromEntries(
      tiers.flatMap((tier) => [
        [`GATE_${tier.toUpperCase()}_ORIGIN`, `https://${tier}.localhost:${port}`],
        [`GATE_${tier.toUpperCase()}_SITE`, join(fixture.folder, "sites", tier)],
        [`GATE_${tier.toUpperCase()}_SECRET`, fixture.secrets[tier]],
      ]),
    ),
    ...settings,
  };
  const examples = await Promise.all(
    ["settings", "secrets"].map((name) =>
      readFile(join(fixture.folder, "gate", `${name}.example.conf`), "utf8"),
    ),
  );
  // The operator's way: the example, each line changed in place; a setting that it lacks is a fault.
  let text = examples.join("\n");
  for (const [name, value] of Object.entries(own)) {
    const line = new RegExp(`^Define ${name} .*$`, "m");
    if (!line.test(text)) throw new Error(`The example settings lack ${name}.`);
    text = text.replace(line, () => `Define ${name} ${JSON.stringify(value)}`);
  }
  return text;
}

/** What a distribution's own configuration brings: among it much that the gate has to shut. */
function writeServer(place: string, folder: string, port: number): string {
  return [
    ...loaded.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`),
    `ServerRoot ${place}`,
    "ServerName gate.localhost",
    `Listen 127.0.0.1:${port}`,
    `PidFile ${place}/httpd.pid`,
    `DefaultRuntimeDir ${place}`,
    `Mutex file:${place} default`,
    `ErrorLog ${place}/logs/error.log`,
    "TypesConfig /etc/mime.types",
    `SSLSessionCache shmcb:${place}/ssl-cache(512000)`,
    "AddOutputFilterByType DEFLATE text/html application/json text/csv",
    "<Location /server-status>\nSetHandler server-status\nRequire local\n</Location>",
    "<Location /server-info>\nSetHandler server-info\nRequire local\n</Location>",
    `Include ${place}/settings.conf`,
    `Include ${folder}/gate/plumbline-gate.conf`,
    "",
  ].join("\n");
}

async function answers(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100 && child.exitCode === null; attempt += 1) {
    const open = await new Promise<boolean>((done) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.destroy();
        done(true);
      });
      socket.once("error", () => done(false));
    });
    if (open) return;
    await wait(100);
  }
  throw new Error("no answer");
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await ended;
}

const add = (sum: number, part: number): number => sum + part;

/** A process and its children, as Linux lists them. */
async function family(parent: number): Promise<number[]> {
  const names = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const own = await Promise.all(
    names.map(async (name) => {
      const status = await readFile(`/proc/${name}/status`, "utf8").catch(() => "");
      return status.includes(`\nPPid:\t${parent}\n`) ? Number(name) : undefined;
    }),
  );
  return [parent, ...own.filter((pid) => pid !== undefined)];
}

async function residentOf(pid: number): Promise<number> {
  // Shared memory counts once: each process bears its share of it.
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
}

import { connect } from "node:tls";
import { Agent, request } from "node:https";
import type { IncomingHttpHeaders } from "node:http";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Head and body as they came. */
  readonly raw: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** False for a connection of its own. */
  readonly agent?: Agent | false;
}

/** Asks loopback for an address, whatever its host resolves to elsewhere; follows nothing. */
export function ask(address: string, asked: Asked = {}): Promise<Answer> {
  const url = new URL(address);
  return new Promise((done, failed) => {
    const call = request(
      {
        host: "127.0.0.1",
        servername: url.hostname,
        port: url.port,
        path: url.pathname + url.search,
        method: asked.method ?? "GET",
        headers: { host: url.host, accept: "text/html", ...asked.headers },
        rejectUnauthorized: false,
        timeout: 15_000,
        ...(asked.agent === undefined ? {} : { agent: asked.agent }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", failed);
        response.on("end", () => {
          const body = Buffer.concat(chunks).toString();
          const raw = `${response.rawHeaders.join("\n")}\n\n${body}`;
          done({ status: response.statusCode!, headers: response.headers, body, raw });
        });
      },
    );
    call.on("timeout", () => call.destroy(new Error(`No answer from ${address}`)));
    call.on("error", (error: NodeJS.ErrnoException) => {
      // The server may close an idle connection while a request is under way to it: every browser
      // then asks again, on a new one of its own.
      const stale = call.reusedSocket && error.code === "ECONNRESET" && asked.body === undefined;
      if (stale) ask(address, { ...asked, agent: false }).then(done, failed);
      else failed(error);
    });
    call.end(asked.body);
  });
}

/** Sends the bytes of a request as they are, which no client would; gives back all that came. */
export function sendRaw(port: number, servername: string, bytes: string): Promise<string> {
  return new Promise((done, failed) => {
    const chunks: Buffer[] = [];
    const socket = connect(
      { host: "127.0.0.1", port, servername, rejectUnauthorized: false },
      () => {
        socket.write(bytes, "latin1");
      },
    );
    const end = (): void => {
      socket.destroy();
      done(Buffer.concat(chunks).toString("latin1"));
    };
    socket.setTimeout(1_500, end);
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("end", end);
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNRESET" || error.code === "EPIPE") end();
      else failed(error);
    });
  });
}

/** The cookies of one visitor, host by host, as a browser keeps them. */
export class Jar {
  readonly #hosts = new Map<string, Map<string, string>>();

  keep(host: string, headers: IncomingHttpHeaders): void {
    const own = this.#hosts.get(host) ?? new Map<string, string>();
    for (const cookie of headers["set-cookie"] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      const gone = value === "" || /expires=Thu, 01 Jan 1970|max-age=0/i.test(cookie);
      if (gone) own.delete(name!);
      else own.set(name!, value!);
    }
    this.#hosts.set(host, own);
  }

  header(host: string): string {
    return [...(this.#hosts.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  get(host: string, name: string): string | undefined {
    return this.#hosts.get(host)?.get(name);
  }
}

export interface SignedIn {
  readonly jar: Jar;
  /** What the last step answered. */
  readonly last: Answer;
  /** Every address on the way, the callback with its code and state among them. */
  readonly way: string[];
}

/** Goes the whole way of a sign-in: gate, provider, its form, back. Stops before `until`. */
export async function signIn(
  start: string,
  name: string,
  { jar = new Jar(), agent, until }: { jar?: Jar; agent?: Agent; until?: RegExp } = {},
): Promise<SignedIn> {
  let address = start;
  let asked: Asked = {};
  const way: string[] = [];
  for (let step = 0; step < 12; step += 1) {
    way.push(address);
    const { host } = new URL(address);
    const cookie = jar.header(host);
    const answer = await ask(address, {
      ...(agent === undefined ? {} : { agent }),
      ...asked,
      headers: { ...asked.headers, ...(cookie === "" ? {} : { cookie }) },
    });
    jar.keep(host, answer.headers);
    if (answer.headers.location !== undefined) {
      address = new URL(answer.headers.location, address).href;
      asked = {};
      if (until?.test(address) === true) return { jar, last: answer, way: [...way, address] };
    } else if (answer.status === 200 && address.includes("/interaction/")) {
      const body = new URLSearchParams({ name }).toString();
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      asked = { method: "POST", headers, body, agent: false };
    } else return { jar, last: answer, way };
  }
  throw new Error(`The sign-in of ${name} goes round in circles.`);
}

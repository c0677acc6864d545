/**
 * What somebody could send who wants in without being let in. Each is a name, the bytes of a request
 * to the auditors' origin, and the status that a visitor without a session gets. @auditor stands
 * for the host and port of the auditors' origin, @sponsor for those of the sponsors'.
 */
export interface Probe {
  readonly name: string;
  readonly bytes: string;
  /** 0 is no answer at all. */
  readonly expected: number;
}

type Row = readonly [name: string, request: string | readonly string[], expected: number];

/** A row that gives a path alone is a GET of it; others give the request line and headers. */
function read([name, request, expected]: Row): Probe {
  const lines = typeof request === "string" ? [`GET ${request} HTTP/1.1`] : [...request];
  const [line, ...headers] = lines;
  const named = headers.some((header) => /^host\s*:/i.test(header)) || !line!.endsWith("HTTP/1.1");
  const accepts = headers.some((header) => /^accept\s*:/i.test(header));
  const all = [
    line!,
    ...(named ? [] : ["Host: @auditor"]),
    ...(accepts || !line!.includes("HTTP/1") ? [] : ["Accept: text/html"]),
    ...headers,
  ];
  const closes = headers.some((header) => /^connection\s*:/i.test(header));
  return {
    name,
    expected,
    bytes: [...all, ...(closes ? [] : ["Connection: close"]), "", ""].join("\r\n"),
  };
}

const get = "GET /data/figures.json HTTP/1.1";
const page = "GET /index.html HTTP/1.1";

const paths: readonly Row[] = [
  ["the overview", "/", 302],
  ["a page", "/methods/", 302],
  ["a page without its slash", "/methods", 302],
  ["data", "/data/figures.json", 302],
  ["data, as a script would ask", [get, "Accept: application/json"], 401],
  ["data, as an old script would ask", [get, "X-Requested-With: XMLHttpRequest"], 401],
  ["data, with a query", "/data/figures.json?download=1", 302],
  ["a letter encoded", "/%69ndex.html", 302],
  ["a slash encoded", "/data%2ffigures.json", 404],
  ["a slash encoded twice", "/data%252ffigures.json", 302],
  ["dots encoded", "/%2e%2e/auditor/index.html", 400],
  ["dots encoded twice", "/%252e%252e/auditor/index.html", 302],
  ["a slash in an overlong encoding", "/data%c0%affigures.json", 302],
  ["a zero byte", "/data/figures.json%00.html", 404],
  ["a broken encoding", "/data/figures%zz.json", 400],
  ["a new line in the path", "/index.html%0d%0aX-Forged:%20yes", 302],
  ["a blank at the end", "/index.html%20", 302],
  ["a parameter in the path", "/data/figures.json;public=1", 302],
  ["a backslash", "/data\\figures.json", 302],
  ["in capitals", "/DATA/FIGURES.JSON", 302],
  ["a fragment", "/#/data/figures.json", 400],
  ["no slash at the start", ["GET index.html HTTP/1.1"], 400],
  ["double slashes", "//data//figures.json", 302],
  ["many slashes", "///////index.html", 302],
  ["double slashes that look like a host", "//@auditor/index.html", 302],
  ["dot segments", "/./data/./figures.json", 302],
  ["dot segments from an open place", "/gate/signed-out/../../index.html", 302],
  ["dot segments from the pages of errors", "/gate/errors/../../index.html", 302],
  ["dot segments encoded, from an open place", "/gate/signed-out/%2e%2e/%2e%2e/index.html", 302],
  ["dot segments with encoded slashes", "/gate/signed-out/..%2f..%2findex.html", 404],
  ["dot segments from the callback", "/gate/callback/../../data/figures.json", 302],
  ["above the root", "/../sponsor/index.html", 400],
  ["far above the root", "/../../../../../../etc/passwd", 400],
  ["a file behind an open page", "/gate/signed-out/index.html", 404],
  ["an alias that is left by dots", "/gate/errors../settings.example.conf", 302],
  ["the configuration of the gate", "/gate/errors/../plumbline-gate.conf", 302],
  ["a path behind a file", "/index.html/data/figures.json", 302],
  ["a very long path", `/${"a".repeat(3_900)}`, 403],
  ["a longer path than is read", `/${"a".repeat(9_000)}`, 414],
];

const places: readonly Row[] = [
  ["a folder without a page", "/data/", 302],
  ["a folder that says it may be listed", "/empty/", 302],
  ["a folder's sorting", "/empty/?C=M;O=A", 302],
  ["the pages of errors, as a folder", "/gate/errors/", 403],
  ["a page of errors by itself", "/gate/errors/provider.html", 403],
  [
    "a page of errors, as if sent there",
    ["GET /gate/errors/provider.html HTTP/1.1", "Redirect-Status: 403", "REDIRECT_STATUS: 403"],
    403,
  ],
  ["a hidden file", "/.htaccess", 403],
  ["a file in a hidden folder", "/.hidden/notes.txt", 403],
  ["a hidden file, its dot encoded", "/%2ehtaccess", 403],
  ["the server's status", "/server-status", 403],
  ["the server's status, for machines", "/server-status?auto", 403],
  ["the server's settings", "/server-info", 403],
  ["programs", "/cgi-bin/test", 302],
  ["a home folder", "/~root/", 302],
  ["the history of a repository", "/.git/config", 403],
];

const methods: readonly Row[] = [
  ["HEAD", ["HEAD /data/figures.json HTTP/1.1"], 302],
  ["POST", ["POST /data/figures.json HTTP/1.1", "Content-Length: 0"], 405],
  ["PUT", ["PUT /index.html HTTP/1.1", "Content-Length: 0"], 405],
  ["PATCH", ["PATCH /index.html HTTP/1.1", "Content-Length: 0"], 405],
  ["DELETE", ["DELETE /index.html HTTP/1.1"], 405],
  ["OPTIONS", ["OPTIONS /data/figures.json HTTP/1.1", "Origin: https://elsewhere.example"], 405],
  ["OPTIONS of the server", ["OPTIONS * HTTP/1.1"], 200],
  ["TRACE", ["TRACE /index.html HTTP/1.1"], 405],
  ["CONNECT", ["CONNECT @auditor HTTP/1.1"], 405],
  ["PROPFIND", ["PROPFIND / HTTP/1.1", "Depth: 1"], 405],
  ["a method of small letters", ["get /index.html HTTP/1.1"], 405],
  ["a method that is none", ["FETCH /index.html HTTP/1.1"], 405],
  ["a method in a header", [page, "X-HTTP-Method-Override: GET", "X-Method: HEAD"], 302],
];

const copies: readonly Row[] = [
  ["the first bytes", [get, "Range: bytes=0-9"], 302],
  [
    "many ranges",
    [get, `Range: bytes=${Array.from({ length: 50 }, (_, at) => `${at}-${at}`).join(",")}`],
    302,
  ],
  ["a range if it is unchanged", [get, "Range: bytes=0-", 'If-Range: "x"'], 302],
  ["a copy of any version", [get, "If-None-Match: *"], 302],
  ["a copy of tomorrow", [get, "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT"], 302],
  ["from a cache alone", [get, "Cache-Control: only-if-cached, max-stale"], 302],
  ["if it is not changed", [get, "If-Match: *"], 302],
];

const claims = '{"sub":"x","groups":["plumbline-auditor"]}';
const forged: readonly Row[] = [
  ["forwarded for this machine", [page, "X-Forwarded-For: 127.0.0.1", "X-Real-IP: 127.0.0.1"], 302],
  [
    "forwarded for another host",
    [
      page,
      "X-Forwarded-Host: elsewhere.example",
      "X-Forwarded-Proto: http",
      "X-Forwarded-Port: 80",
    ],
    302,
  ],
  [
    "forwarded, as the standard has it",
    [page, "Forwarded: for=127.0.0.1;host=elsewhere.example;proto=http"],
    302,
  ],
  [
    "another address in a header",
    ["GET /gate/signed-out HTTP/1.1", "X-Original-URL: /index.html", "X-Rewrite-URL: /index.html"],
    200,
  ],
  ["a group in a header", [page, "OIDC_CLAIM_groups: plumbline-auditor"], 302],
  [
    "a group in a header with hyphens",
    [page, "OIDC-CLAIM-groups: plumbline-auditor", "OIDC-CLAIM-sub: x"],
    302,
  ],
  [
    "claims in a header",
    [page, `OIDC_id_token_payload: ${claims}`, `OIDC-id-token-payload: ${claims}`],
    302,
  ],
  ["a user in a header", [page, "REMOTE_USER: x", "Remote-User: x", "X-Remote-User: x"], 302],
  [
    "a bearer token",
    [page, `Authorization: Bearer ${Buffer.from(claims).toString("base64url")}`],
    302,
  ],
  [
    "a password",
    [page, `Authorization: Basic ${Buffer.from("admin:admin").toString("base64")}`],
    302,
  ],
  [
    "a session that is guessed",
    [page, "Cookie: __Host-plumbline=00000000-0000-0000-0000-000000000000"],
    302,
  ],
  ["a session of no sign", [page, "Cookie: __Host-plumbline="], 302],
  ["a session of many signs", [page, `Cookie: __Host-plumbline=${"a".repeat(6_000)}`], 302],
  ["a session by the usual name", [page, "Cookie: mod_auth_openidc_session=x; session=x"], 302],
  [
    "a session in pieces",
    [page, "Cookie: __Host-plumbline_chunks=2; __Host-plumbline_0=a; __Host-plumbline_1=b"],
    302,
  ],
  [
    "a state that is made up",
    [page, "Cookie: __Host-plumbline-state-x=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.a.a"],
    302,
  ],
];

const hosts: readonly Row[] = [
  ["the host of another tier", [page, "Host: @sponsor"], 302],
  ["a host that is not ours", [page, "Host: elsewhere.example"], 403],
  ["a host that is this machine", [page, "Host: localhost"], 403],
  ["a host that is a number", [page, "Host: 127.0.0.1"], 403],
  ["no host", [page, "Host:"], 400],
  ["a host left out", ["GET /index.html HTTP/1.1", "Host : @auditor"], 400],
  ["two hosts", [page, "Host: @auditor", "Host: elsewhere.example"], 400],
  ["a host with a dot at the end", [page, "Host: auditor.localhost."], 500],
  ["a host in capitals", [page, "Host: AUDITOR.LOCALHOST"], 500],
  ["a host with signs that none has", [page, "Host: auditor.localhost/../x"], 400],
  ["a whole address", ["GET https://@auditor/index.html HTTP/1.1", "Host: @auditor"], 302],
  [
    "a whole address elsewhere",
    ["GET https://elsewhere.example/index.html HTTP/1.1", "Host: @auditor"],
    403,
  ],
  [
    "a whole address, not encrypted",
    ["GET http://@auditor/index.html HTTP/1.1", "Host: @auditor"],
    302,
  ],
  [
    "a whole address with a name in it",
    ["GET https://auditor:x@@auditor/index.html HTTP/1.1", "Host: @auditor"],
    400,
  ],
];

const protocols: readonly Row[] = [
  ["HTTP/1.0", ["GET /index.html HTTP/1.0", "Host: @auditor"], 302],
  ["HTTP/1.0 without a host", ["GET /index.html HTTP/1.0"], 400],
  ["HTTP/0.9", ["GET /index.html"], 400],
  ["HTTP/1.2", ["GET /index.html HTTP/1.2", "Host: @auditor"], 302],
  ["HTTP/2 at once", ["PRI * HTTP/2.0", "", "SM"], 400],
  ["HTTP/9", ["GET /index.html HTTP/9.9", "Host: @auditor", "Accept: text/html"], 302],
  [
    "an upgrade to a socket",
    [
      get,
      "Upgrade: websocket",
      "Connection: Upgrade",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ],
    302,
  ],
  [
    "an upgrade to HTTP/2",
    [
      get,
      "Upgrade: h2c",
      "Connection: Upgrade, HTTP2-Settings",
      "HTTP2-Settings: AAMAAABkAAQAAP__",
    ],
    302,
  ],
  ["headers that the connection would drop", [get, "Connection: close, Cookie, Host"], 302],
  ["two lengths", [page, "Content-Length: 0", "Content-Length: 5"], 400],
  [
    "a length and chunks",
    ["POST / HTTP/1.1", "Content-Length: 4", "Transfer-Encoding: chunked"],
    405,
  ],
  [
    "a second request in the first",
    [
      "GET / HTTP/1.1",
      "Host: @auditor",
      "Connection: keep-alive",
      "",
      "GET /data/figures.json HTTP/1.1",
      "Host: @auditor",
    ],
    302,
  ],
  ["a header over two lines", [page, "X-One: a", " b"], 302],
  ["a blank before the colon", [page, "Cookie : a=b"], 400],
  [
    "more headers than are read",
    [page, ...Array.from({ length: 100 }, (_, at) => `X-${at}: a`)],
    400,
  ],
  ["a header that is too long", [page, `X-Long: ${"a".repeat(20_000)}`], 400],
];

const callbacks: readonly Row[] = [
  ["the callback with nothing", "/gate/callback", 403],
  ["a code that is made up", "/gate/callback?code=made-up&state=made-up", 302],
  [
    "an error that is made up",
    "/gate/callback?error=x&error_description=%3Cscript%3Ealert(1)%3C/script%3E&state=x",
    302,
  ],
  ["a token in the address", "/gate/callback?id_token=eyJhbGciOiJub25lIn0.e30.&state=x", 403],
  ["a callback that is posted", ["POST /gate/callback HTTP/1.1", "Content-Length: 0"], 405],
  ["leaving for elsewhere", "/gate/callback?logout=https%3A%2F%2Felsewhere.example%2F", 200],
  [
    "leaving for what looks like here",
    "/gate/callback?logout=https%3A%2F%2F@auditor.elsewhere.example%2Fgate%2Fsigned-out",
    200,
  ],
  [
    "starting for elsewhere",
    "/gate/callback?iss=https%3A%2F%2Felsewhere.example&target_link_uri=https%3A%2F%2Felsewhere.example",
    403,
  ],
  ["what the gate knows of a session", "/gate/callback?info=json", 403],
  ["the keys of the gate", "/gate/callback?jwks=rsa", 403],
  ["a session to be ended by others", "/gate/callback?revoke_session=x", 403],
  ["a frame that watches the session", "/gate/callback?session=iframe_rp", 403],
  ["a request kept for the provider", "/gate/callback?request_uri=x", 403],
  [
    "a token to be renewed",
    "/gate/callback?refresh=https%3A%2F%2Felsewhere.example&access_token=x",
    403,
  ],
  ["a token to be forgotten", "/gate/callback?remove_at_cache=x", 403],
  ["an address behind the callback", "/gate/callback/index.html", 403],
];

export const probes: Readonly<Record<string, readonly Probe[]>> = {
  "spellings of a path": paths.map(read),
  "places that servers have": places.map(read),
  methods: methods.map(read),
  "ranges and cached copies": copies.map(read),
  "forged headers and cookies": forged.map(read),
  hosts: hosts.map(read),
  "versions and upgrades": protocols.map(read),
  "the callback": callbacks.map(read),
};

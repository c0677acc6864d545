import type { Row } from "./probes.ts";

const get = "GET /data/figures.json HTTP/1.1";
const page = "GET /index.html HTTP/1.1";

export const methods: readonly Row[] = [
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

export const copies: readonly Row[] = [
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
export const forged: readonly Row[] = [
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

export const hosts: readonly Row[] = [
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

export const protocols: readonly Row[] = [
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

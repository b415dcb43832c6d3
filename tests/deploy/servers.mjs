// Real web servers, each started with the configuration in deploy/ on a free
// port, for as long as a test takes.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DIST } from "../e2e/browser.mjs";
import { freePort } from "../e2e/server.mjs";

const DEPLOY = fileURLToPath(new URL("../../deploy", import.meta.url));

// Debian keeps servers where only root looks for programs.
const FOLDERS = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];

/** Where the configurations in deploy/ put the page. */
const PATH = "/resultatkontrakt/";

/** Apache's modules that the configuration needs, by the name of their directive file. */
const APACHE_MODULES = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "filter", "deflate", "alias"];

/** The module with which nginx sends what was compressed with brotli; not every nginx has it. */
const NGINX_BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/** Which servers send what was compressed with brotli. */
export const SENDS_BROTLI = { nginx: existsSync(NGINX_BROTLI), apache2: true, caddy: true };

const SERVERS = {
  async nginx(folder, port) {
    const plain = (await config("nginx.conf")).replaceAll("/srv/resultatkontrakt/", `${DIST}/`);
    const page = SENDS_BROTLI.nginx ? plain.replace("# brotli_static on;", "brotli_static on;") : plain;
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${folder}/${name};`).join(" ");
    const whole = `${SENDS_BROTLI.nginx ? `load_module ${NGINX_BROTLI};` : ""} daemon off; pid ${folder}/pid; error_log stderr; worker_processes 1;
      ${process.getuid?.() === 0 ? "user root;" : ""}
      events {} http { access_log off; ${temporary} server { listen 127.0.0.1:${port}; ${page} } }`;
    return ["nginx", ["-c", await written(folder, whole), "-p", folder]];
  },
  async apache2(folder, port) {
    const page = await config("apache.conf");
    const modules = APACHE_MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
    const whole = `${modules.join("\n")}
      ServerName localhost
      Listen 127.0.0.1:${port}
      ServerRoot ${folder}
      PidFile ${folder}/pid
      DefaultRuntimeDir ${folder}
      ErrorLog ${folder}/error.log
      TypesConfig /etc/mime.types
      Alias ${PATH} ${DIST}/
      <Directory ${DIST}>
      Require all granted
      ${page}
      </Directory>\n`;
    return ["apache2", ["-X", "-f", await written(folder, whole)]];
  },
  async caddy(folder, port) {
    const page = (await config("Caddyfile"))
      .replace("example.org {", `http://127.0.0.1:${port} {`)
      .replaceAll("/srv/resultatkontrakt", DIST);
    const file = await written(folder, `{\n\tadmin off\n}\n${page}`);
    return ["caddy", ["run", "--adapter", "caddyfile", "--config", file], { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }];
  },
};

/** The servers that this machine has. */
export const PRESENT = Object.keys(SERVERS).filter((name) => program(name) !== undefined);

/** Runs `use` with the address of the page as one of the servers gives it. */
export async function served(name, use) {
  const folder = await mkdtemp(join(tmpdir(), "resultatkontrakt-"));
  const port = await freePort();
  const [command, options, environment = {}] = await SERVERS[name](folder, port);
  const said = [];
  const server = spawn(program(command), options, { env: { ...process.env, ...environment } });
  server.stderr.on("data", (text) => said.push(text));
  try {
    const address = `http://127.0.0.1:${port}${PATH}`;
    await answers(address, () => server.exitCode === null, said);
    await use(address);
  } finally {
    // Asked to stop, and not killed: a server's own children go with it.
    const stopped = server.exitCode === null ? once(server, "exit") : null;
    server.kill("SIGTERM");
    await stopped;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function answers(address, isRunning, said) {
  const end = Date.now() + 60_000;
  for (;;) {
    const answer = await fetch(address).catch(() => null);
    if (answer) return;
    if (!isRunning() || Date.now() > end) throw new Error(`the server never answered: ${said.join("")}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function program(name) {
  return FOLDERS.map((folder) => join(folder, name)).find(existsSync);
}

function config(name) {
  return readFile(join(DEPLOY, name), "utf8");
}

async function written(folder, text) {
  const file = join(folder, "server.conf");
  await writeFile(file, text);
  return file;
}

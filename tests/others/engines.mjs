// The browsers of the system, each started with a folder of its own, ready to be commanded.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BROWSER } from "../e2e/browser.mjs";
import { freePort } from "../e2e/server.mjs";
import { until } from "../e2e/until.mjs";
import { overHttp, overMarionette } from "./webdriver.mjs";

/** What lies in the folder of a browser. */
const DOWNLOADS = "downloads";
const PRINTS = "prints";
const LOG = "console.txt";

/** How long a browser may take to end of its own accord (milliseconds). */
const PATIENCE = 10_000;

/** A sheet in Chromium's words. */
const PRINTER = JSON.stringify({
  recentDestinations: [{ id: "Save as PDF", origin: "local", account: "" }],
  selectedDestinationId: "Save as PDF",
  version: 2,
  isHeaderFooterEnabled: false,
  mediaSize: { height_microns: 297_000, width_microns: 210_000, name: "ISO_A4" },
});

/** What Firefox is told before it starts: nothing of its own accord, downloads and prints into the folder, the console aloud. */
const preferences = (folder) => ({
  "app.normandy.enabled": false,
  "messaging-system.rsexperimentloader.enabled": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "app.update.disabledForTesting": true,
  "browser.download.dir": join(folder, DOWNLOADS),
  "browser.download.folderList": 2,
  "browser.download.always_ask_before_handling_new_types": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "browser.dom.window.dump.enabled": true,
  "datareporting.policy.dataSubmissionEnabled": false,
  "devtools.console.stdout.content": true,
  "intl.accept_languages": "da-DK, da",
  "marionette.port": 0,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "print.always_print_silent": true,
  "print_printer": "Mozilla Save to PDF",
  "print.printer_Mozilla_Save_to_PDF.print_to_file": true,
  "print.printer_Mozilla_Save_to_PDF.print_to_filename": join(folder, PRINTS, "printed.pdf"),
  "print.printer_Mozilla_Save_to_PDF.print_footerleft": "",
  "print.printer_Mozilla_Save_to_PDF.print_footerright": "",
  "print.printer_Mozilla_Save_to_PDF.print_headerleft": "",
  "print.printer_Mozilla_Save_to_PDF.print_headerright": "",
  "print.printer_Mozilla_Save_to_PDF.print_paper_id": "iso_a4",
  "print.printer_Mozilla_Save_to_PDF.print_paper_width": "210",
  "print.printer_Mozilla_Save_to_PDF.print_paper_height": "297",
  "print.printer_Mozilla_Save_to_PDF.print_paper_size_unit": 1,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
});

const ENGINES = {
  async chromium(folder) {
    const port = await freePort();
    const browser = start(folder, process.env.CHROMEDRIVER ?? "chromedriver", [`--port=${port}`]);
    await told(browser, () => fetch(`http://127.0.0.1:${port}/status`));
    const options = {
      binary: BROWSER.executablePath,
      // Prints without its dialogue, which a browser without a window would not have.
      args: [...BROWSER.args, "--kiosk-printing", `--user-data-dir=${join(folder, "profile")}`],
      prefs: {
        "printing.print_preview_sticky_settings": { appState: PRINTER },
        "savefile": { default_directory: join(folder, PRINTS), type: 1 },
        "download": { default_directory: join(folder, DOWNLOADS), prompt_for_download: false },
        "intl": { accept_languages: "da-DK,da" },
      },
    };
    return { browser, session: await overHttp(port, { "goog:chromeOptions": options, "goog:loggingPrefs": { browser: "WARNING" } }) };
  },
  async firefox(folder) {
    const profile = join(folder, "profile");
    mkdirSync(profile);
    const lines = Object.entries(preferences(folder))
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
    writeFileSync(join(profile, "user.js"), lines.join("\n"));
    const browser = start(folder, "firefox-esr", ["--marionette", "--headless", "--no-remote", "--profile", profile]);
    const port = await told(browser, () => Number(readFileSync(join(profile, "MarionetteActivePort"), "utf8")));
    return { browser, session: await overMarionette(port, { unhandledPromptBehavior: "accept" }) };
  },
  async webkit(folder) {
    const port = await freePort();
    const host = fileURLToPath(new URL("webkit.js", import.meta.url));
    const browser = start(folder, "WebKitWebDriver", [`--port=${port}`], {
      HOME: folder,
      // A machine without a screen has no memory to share with one.
      WEBKIT_DISABLE_DMABUF_RENDERER: "1",
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    });
    await told(browser, () => fetch(`http://127.0.0.1:${port}/status`));
    const options = { binary: "/usr/bin/gjs", args: ["-m", host, folder] };
    return { browser, session: await overHttp(port, { browserName: "resultatkontrakt-tests", "webkitgtk:browserOptions": options }) };
  },
};

/** Starts the browser of this name. `said` gives what its console has said; downloads and prints come to lie in folders. */
export async function launch(name) {
  const folder = mkdtempSync(join(tmpdir(), "resultatkontrakt-"));
  for (const name of [DOWNLOADS, PRINTS]) mkdirSync(join(folder, name));
  const { browser, session } = await ENGINES[name](folder);
  return {
    session,
    downloads: join(folder, DOWNLOADS),
    prints: join(folder, PRINTS),
    said: () => readFileSync(join(folder, LOG), "utf8"),
    stop: async () => {
      await session.end();
      if (browser.exitCode === null && browser.signalCode === null) {
        const gone = once(browser, "exit");
        process.kill(-browser.pid, "SIGTERM");
        const forced = setTimeout(() => process.kill(-browser.pid, "SIGKILL"), PATIENCE);
        await gone;
        clearTimeout(forced);
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

// With all that it starts itself as one group, so that all of it ends with it. What is said goes into the log.
function start(folder, program, options, environment = {}) {
  const log = openSync(join(folder, LOG), "a");
  return spawn(program, options, { env: { ...process.env, ...environment }, detached: true, stdio: ["ignore", log, log] });
}

// What `ask` answers once the browser is ready for it.
function told(browser, ask) {
  return until(async () => {
    if (browser.exitCode !== null) throw new Error(`the browser ended (${browser.exitCode})`);
    try {
      return await ask();
    } catch {
      return null;
    }
  });
}

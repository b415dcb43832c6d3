// WebKit in a window that a driver commands, as `gjs -m webkit.js FOLDER` starts it. What it hands out lies in the folder:
// downloads and prints. What the page's console says goes to the standard output.

import Gio from "gi://Gio";
import Gtk from "gi://Gtk?version=3.0";
import WebKit2 from "gi://WebKit2?version=4.1";

const [folder] = ARGV;
Gtk.init(null);

const data = new WebKit2.WebsiteDataManager({
  base_data_directory: `${folder}/data`, base_cache_directory: `${folder}/cache`,
});
const context = WebKit2.WebContext.new_with_website_data_manager(data);
// The machine may have no Danish of its own.
context.set_preferred_languages(["da-DK", "da"]);
const settings = new WebKit2.Settings({ enable_write_console_messages_to_stdout: true });

// Where a driver commands it, WebKit leaves window.print() undone; here it prints as after the dialogue.
const PRINT = "window.print = () => webkit.messageHandlers.print.postMessage(null);";
const { ALL_FRAMES } = WebKit2.UserContentInjectedFrames;
const { START } = WebKit2.UserScriptInjectionTime;

function view() {
  const content = new WebKit2.UserContentManager();
  content.add_script(new WebKit2.UserScript(PRINT, ALL_FRAMES, START, null, null));
  const made = new WebKit2.WebView({
    web_context: context, settings, user_content_manager: content, is_controlled_by_automation: true,
  });
  content.connect("script-message-received::print", () => print(made));
  content.register_script_message_handler("print");
  const window = new Gtk.Window({ default_width: 1280, default_height: 900 });
  window.add(made);
  window.show_all();
  made.connect("close", () => window.destroy());
  return made;
}

// On a sheet of A4, with a file for a printer.
function print(view) {
  const paper = new Gtk.PageSetup();
  paper.set_paper_size_and_default_margins(Gtk.PaperSize.new("iso_a4"));
  const printer = new Gtk.PrintSettings();
  printer.set_printer("Print to File");
  printer.set("output-file-format", "pdf");
  printer.set("output-uri", Gio.File.new_for_path(`${folder}/prints/printed.pdf`).get_uri());
  const operation = new WebKit2.PrintOperation({ web_view: view });
  operation.set_page_setup(paper);
  operation.set_print_settings(printer);
  operation.connect("failed", (_, error) => printerr(`print: ${error.message}`));
  operation.print();
}

context.connect("download-started", (_, download) => {
  download.connect("decide-destination", (_, name) => {
    // A number before the name where that is taken, as other browsers put one behind it.
    let file = Gio.File.new_for_path(`${folder}/downloads/${name}`);
    for (let number = 1; file.query_exists(null); number += 1) file = Gio.File.new_for_path(`${folder}/downloads/${number}-${name}`);
    download.set_destination(file.get_uri());
    return true;
  });
});
context.connect("automation-started", (_, session) => {
  const application = new WebKit2.ApplicationInfo();
  application.set_name("resultatkontrakt-tests");
  session.set_application_info(application);
  session.connect("create-web-view", view);
});
context.set_automation_allowed(true);
Gtk.main();

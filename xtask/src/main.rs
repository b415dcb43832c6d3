//! The chores of Resultatkontrakt: what a fresh clone needs is found or set up
//! here, so that the README has two commands and no instructions.

mod bench;
mod chromium;
mod code;
mod compressed;
mod frame;
mod fuzz;
mod hosted;
mod instructions;
mod names;
mod one_file;
mod pack;
mod packages;
mod page;
mod picture;
mod policy;
mod project;
mod release;
mod reproduce;
mod sbom;
mod setup;
mod styles;
mod tests;
mod text;
mod tools;
mod trust;
mod unused;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::project::Project;

const USAGE: &str = "\
cargo xtask <chore>

  serve               the page at http://127.0.0.1:8080, rebuilt at each change
  test [part]         every test, or one part: native, browser, deploy, e2e, others
  test native --renew the golden files anew: the snapshots (tests/*/snapshots/) and
                      tests/golden/bad/expected.txt; git shows what changed
  test e2e [way]      the built page, one way: root, path, offline, file
  build               the page for release, in dist/page/
  build stoppable     a page whose code a test can stop, in target/stoppable/
  pack                what is given away, in dist/: the page in one file, the
                      hosted page as an archive, and their hashes
  reproduce           pack once more in another folder, and compare
  trust [way]         docs/trust-report.md, from a run of everything in it; or its
                      part on one way, for a report on the same sources
  picture             docs/picture.png, of the page as it is now
  bench [part]        docs/performance.md, from a run beside the page's peers; or one
                      part, printed: start, profile, lighthouse, large, sizes, writing,
                      engine, portfolio; BENCH_ROUNDS=1 measures each once, and writes nothing
  instructions [--renew]
                      how many instructions the engine's main paths take, against what
                      is expected; or write that anew
  fuzz [target] [--runs N] [--seconds S]
                      files that nobody would write, against every law or one target's
  setup               what the other chores need; they call it for their part
  deny                licences, origins and known flaws of all dependencies
  styles              the style sheet alone; the builds call it
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Carries out the chore that the command line names.
fn run() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let project = Project::locate()?;
    match arguments.as_slice() {
        ["serve"] => page::serve(&project),
        ["build"] => page::build(&project),
        ["build", "stoppable"] => page::build_stoppable(&project),
        ["pack"] => pack::pack(&project),
        ["reproduce"] => reproduce::reproduce(&project),
        ["trust"] => trust::trust(&project),
        ["trust", way] if tests::WAYS.contains(way) => trust::again(&project, way),
        ["test"] => tests::all(&project),
        ["test", "native"] => tests::native(&project),
        ["test", "native", "--renew"] => tests::renew(&project),
        ["test", "browser"] => tests::browser(&project),
        ["test", "e2e"] => tests::end_to_end(&project, &["root"]),
        ["test", "e2e", way] if tests::WAYS.contains(way) => tests::end_to_end(&project, &[way]),
        ["test", "deploy"] => {
            pack::pack(&project)?;
            tests::deployed(&project)
        }
        ["test", "others"] => {
            pack::pack(&project)?;
            tests::others(&project)
        }
        ["picture"] => picture::picture(&project),
        ["bench"] => bench::bench(&project, bench::ALL),
        ["bench", part] if bench::PARTS.contains(part) => bench::bench(&project, part),
        ["instructions"] => instructions::compare(&project),
        ["instructions", "--renew"] => instructions::renew(&project),
        ["fuzz", arguments @ ..] => fuzz::fuzz(&project, arguments),
        ["setup"] => {
            tools::path_for_serving(&project)?;
            chromium::find(&project)?;
            Ok(())
        }
        ["deny"] => tools::deny(&project),
        ["styles"] => styles::compile(&project),
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        other => bail!("\"{}\" is no chore.\n\n{USAGE}", other.join(" ")),
    }
}

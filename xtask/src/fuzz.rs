//! Files that nobody would write, by the million: the targets of `fuzz/`, built
//! with the coverage that a stable compiler can count, and driven by libFuzzer.

use std::fmt::Write;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::project::{Project, answer, executable, on_path, run, say};
use crate::tools;

/// What is tried, with the longest input in bytes: short ones can be tried the
/// most often.
const TARGETS: [(&str, u32); 6] = [
    ("read", 4096),
    ("check", 4096),
    ("evaluate", 4096),
    ("table", 2048),
    ("workbook", 8192),
    ("document", 8192),
];
/// What no input may exceed: so much memory, in MB, and so long, in seconds.
const MEMORY: u64 = 256;
const LIMITS: [&str; 2] = ["-rss_limit_mb=256", "-timeout=10"];
/// Counters at every branch, and the operands of comparisons.
const FLAGS: [&str; 10] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
    "-Ccodegen-units=1",
    "-Cforce-frame-pointers",
    "--cfg",
    "fuzzing",
];

/// What is to be tried, and how much of it in all.
struct Plan {
    targets: Vec<(&'static str, u32)>,
    /// `-runs=…` and `-max_total_time=…`, the targets' shares of what was asked.
    bounds: Vec<String>,
}

/// Where the programs, and what they learn, are kept.
struct Places {
    programs: PathBuf,
    home: PathBuf,
}

/// What libFuzzer says about one target.
#[derive(Debug, Default, PartialEq)]
struct Figures {
    executions: u64,
    peak_mb: u64,
    coverage: u64,
    kept: u64,
    /// Whether it wrote down an input that fails.
    has_written: bool,
}

/// `cargo xtask fuzz [target] [--runs N] [--seconds S]`; without a bound, a
/// minute in all.
pub fn fuzz(project: &Project, arguments: &[&str]) -> Result<()> {
    let plan = Plan::read(arguments)?;
    let compilers = ["c++", "g++", "clang++"];
    if std::env::var_os("CXX").is_none() && compilers.into_iter().all(|name| on_path(name).is_none()) {
        bail!(
            "a C++ compiler is missing, and libFuzzer is written in C++: install one \
             (Debian and Ubuntu: apt-get install g++), or name it in CXX"
        );
    }
    let places = Places { programs: build(project)?, home: tools::cache()?.join("fuzz") };
    say(&format!("making the first inputs in {}", places.home.display()));
    run(project.command(places.program("seeds")).arg(places.home.join("seeds")))?;
    say("reading the files at the limits of what is read");
    for file in places.large()? {
        read_whole(project, &places, &file)?;
    }
    let mut table = "target      executions   seconds   peak MB   coverage    kept\n".to_owned();
    for (target, longest) in &plan.targets {
        say(&format!("trying the target {target}"));
        let start = Instant::now();
        let figures = drive(project, &places, target, *longest, &plan.bounds)?;
        let Figures { executions, peak_mb, coverage, kept, .. } = figures;
        let seconds = start.elapsed().as_secs();
        writeln!(table, "{target:10}{executions:12}{seconds:10}{peak_mb:10}{coverage:11}{kept:8}")?;
    }
    print!("{table}");
    Ok(())
}

impl Plan {
    fn read(arguments: &[&str]) -> Result<Self> {
        let (target, mut options) = match arguments {
            [target, options @ ..] if !target.starts_with("--") => (Some(*target), options),
            options => (None, options),
        };
        let targets: Vec<_> =
            TARGETS.into_iter().filter(|(name, _)| target.is_none_or(|wanted| wanted == *name)).collect();
        if targets.is_empty() {
            let names = TARGETS.map(|(name, _)| name).join(", ");
            bail!("\"{}\" is no target; there are {names}", target.unwrap_or_default());
        }
        let mut bounds = Vec::new();
        while let [option, value, rest @ ..] = options {
            let bound = match *option {
                "--runs" => "-runs",
                "--seconds" => "-max_total_time",
                other => bail!("\"{other}\" is no option of fuzz"),
            };
            let amount: u64 = value.parse().with_context(|| format!("{option} asks for a number"))?;
            bounds.push(format!("{bound}={}", amount.div_ceil(u64::try_from(targets.len())?)));
            options = rest;
        }
        if let [left, ..] = options {
            bail!("\"{left}\" is no option of fuzz, or lacks its number");
        }
        if bounds.is_empty() {
            bounds.push(format!("-max_total_time={}", 60_usize.div_ceil(targets.len())));
        }
        Ok(Self { targets, bounds })
    }
}

impl Places {
    fn program(&self, name: &str) -> PathBuf {
        self.programs.join(executable(name))
    }

    /// The files that are read once each.
    fn large(&self) -> Result<Vec<PathBuf>> {
        fs::read_dir(self.home.join("seeds/large"))?.map(|entry| Ok(entry?.path())).collect()
    }
}

/// Builds every target, optimised and with all checks, and returns their folder.
fn build(project: &Project) -> Result<PathBuf> {
    let about = answer(project.command("rustc").arg("-vV")).unwrap_or_default();
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    let folder =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.path("fuzz/target"), PathBuf::from);
    say("building the fuzz targets");
    // With a target named, the flags hold for the product and not for the
    // programs that only help to build it.
    run(project
        .cargo()
        .args(["build", "--release", "--locked", "--bins", "--manifest-path", "fuzz/Cargo.toml"])
        .args(["--target", host])
        .env("CARGO_TARGET_DIR", &folder)
        .env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}")))?;
    Ok(folder.join(host).join("release"))
}

/// Reads one file at the limits, by itself, so that none has to answer for the memory of those before it.
fn read_whole(project: &Project, places: &Places, file: &Path) -> Result<()> {
    let (status, figures) =
        heard(project.command(places.program("read")).args(LIMITS).arg("-print_final_stats=1").arg(file))?;
    let name = file.file_name().unwrap_or_default().display();
    if !status.success() {
        bail!("the file {name} at the limits could not be read ({status})");
    }
    // libFuzzer looks at the memory once a second, which is longer than most of them take.
    if figures.peak_mb > MEMORY {
        bail!("the file {name} at the limits takes {} MB, and {MEMORY} are allowed", figures.peak_mb);
    }
    say(&format!("{name}: {} MB", figures.peak_mb));
    Ok(())
}

/// Runs one target within its bounds; fails on the first input that breaks a
/// law, hangs or takes too much memory, which is kept under `found`.
fn drive(
    project: &Project,
    places: &Places,
    target: &str,
    longest: u32,
    bounds: &[String],
) -> Result<Figures> {
    let (corpus, found) = (places.home.join("corpus").join(target), places.home.join("found"));
    fs::create_dir_all(&corpus)?;
    fs::create_dir_all(&found)?;
    let seeds = places.home.join("seeds");
    let mut fuzzer = project.command(places.program(target));
    fuzzer
        .args(LIMITS)
        .args(bounds)
        .arg(format!("-max_len={longest}"))
        // The targets that change JSON change several things at once by themselves.
        .args(matches!(target, "check" | "evaluate").then_some("-mutate_depth=1"))
        .arg(option("dict", &seeds.join("words.dict")))
        .arg(option("artifact_prefix", &found.join(format!("{target}-"))))
        .arg("-print_final_stats=1")
        .args([&corpus, &seeds.join(target)]);
    let (status, figures) = heard(&mut fuzzer)?;
    if status.success() {
        return Ok(figures);
    }
    if figures.has_written {
        bail!("{target} found an input that fails ({status}); it is kept in {}", found.display());
    }
    // libFuzzer writes on the stack of what failed, and one that is used up has no room for that.
    bail!(
        "{target} found an input that fails ({status}) and could not keep it: the stack was used up, by a \
         function that calls itself; a core file (ulimit -c unlimited) shows by which"
    );
}

/// Runs a target to its end and takes down its figures; whatever else it says is shown.
fn heard(target: &mut Command) -> Result<(ExitStatus, Figures)> {
    let mut fuzzer = target.stderr(Stdio::piped()).spawn().context("a target could not be started")?;
    let mut figures = Figures::default();
    for line in BufReader::new(fuzzer.stderr.take().context("no output")?).lines() {
        let line = line?;
        if !figures.note(&line) {
            eprintln!("{line}");
        }
    }
    Ok((fuzzer.wait()?, figures))
}

fn option(name: &str, path: &Path) -> String {
    format!("-{name}={}", path.display())
}

impl Figures {
    /// Takes what a line of libFuzzer says; whether it says nothing beyond that.
    fn note(&mut self, line: &str) -> bool {
        let after = |name: &str| -> Option<u64> {
            let mut words = line.split_whitespace().skip_while(|word| *word != name);
            words.nth(1)?.split('/').next()?.parse().ok()
        };
        self.executions = after("stat::number_of_executed_units:").unwrap_or(self.executions);
        self.peak_mb = after("stat::peak_rss_mb:").unwrap_or(self.peak_mb);
        self.coverage = after("cov:").unwrap_or(self.coverage);
        self.kept = after("corp:").unwrap_or(self.kept);
        self.has_written |= line.contains("Test unit written to");
        line.starts_with('#') && !line.contains("pulse")
            || line.starts_with("stat::")
            || line.trim_start().starts_with("NEW_FUNC")
    }
}

#[cfg(test)]
mod checks {
    use super::{Figures, Plan};

    #[test]
    fn the_figures_are_libfuzzer_s_own() {
        let mut figures = Figures::default();
        assert!(
            figures
                .note("#4096\tNEW    cov: 4518 ft: 17223 corp: 1046/1521Kb lim: 4096 exec/s: 13 rss: 94Mb")
        );
        assert!(!figures.note("#8192\tpulse  cov: 4519 ft: 17223 corp: 1047/1521Kb exec/s: 13 rss: 94Mb"));
        assert!(!figures.note("thread panicked at src/format/read.rs:1:1:"));
        assert!(figures.note("stat::number_of_executed_units: 9000"));
        assert!(figures.note("stat::peak_rss_mb:              96"));
        assert!(!figures.has_written);
        assert!(!figures.note("artifact_prefix='found/'; Test unit written to found/document-crash-1f86"));
        let wanted = Figures { executions: 9000, peak_mb: 96, coverage: 4519, kept: 1047, has_written: true };
        assert_eq!(figures, wanted);
    }

    #[test]
    fn what_is_asked_for_is_shared_among_the_targets() {
        let plan = Plan::read(&["--runs", "100", "--seconds", "60"]).unwrap();
        assert_eq!(
            plan.bounds,
            [
                format!("-runs={}", 100_usize.div_ceil(plan.targets.len())),
                format!("-max_total_time={}", 60_usize.div_ceil(plan.targets.len()))
            ]
        );
        let plan = Plan::read(&["check", "--runs", "7"]).unwrap();
        assert_eq!((plan.targets.len(), plan.bounds), (1, vec!["-runs=7".to_owned()]));
        for wrong in [&["chek"][..], &["check", "--runs"], &["--minutes", "1"], &["--runs", "many"]] {
            assert!(Plan::read(wrong).is_err(), "{wrong:?}");
        }
    }
}

//! How many instructions the engine's main paths take, held against what they took when
//! `benches/instructions/expected.txt` was written. Time on a machine that does other things too says
//! little; the same program takes the same instructions each time.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::packages::{install, program};
use crate::project::{Project, answer, executable, run, say};

const EXPECTED: &str = "benches/instructions/expected.txt";
/// How much more than expected a path may take, in percent.
const TOLERANCE: i64 = 3;
/// The C library picks its copying and comparing by what the processor offers, each with a count of its
/// own; without these it picks the same everywhere. And what it takes to find free memory depends on all
/// that was freed before; as much as is kept at hand here, it is found at once.
const PLAIN_LIBRARY: &str = "glibc.cpu.hwcaps=-AVX512VL,-AVX512F,-AVX2,-AVX,-BMI2,-ERMS,-FSRM,-SSE4_2,-SSE4_1,-SSSE3:\
    glibc.malloc.tcache_count=65535";
/// The function that the program takes each path in.
const COUNTED: &str = "instructions::counted";

/// The counts of one run, or those that are expected.
#[derive(Debug, PartialEq)]
struct Counts {
    /// The compiler's own words for its version: another one makes another program.
    compiler: String,
    /// Each path with its instructions, in the order in which they are taken.
    paths: Vec<(String, u64)>,
}

/// Counts, and fails where a path takes notably more than expected, or is not in the list. Counted on
/// 64-bit Intel and AMD under Linux alone, and compared where the compiler is the one of the list.
pub fn compare(project: &Project) -> Result<()> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        say("instructions are counted under Linux on x86-64 alone: left out");
        return Ok(());
    }
    let expected = fs::read_to_string(project.path(EXPECTED))?;
    let expected = Counts::parse(&expected).with_context(|| format!("{EXPECTED} cannot be read"))?;
    let found = count(project)?;
    print!("{}", found.beside(&expected));
    if found.compiler != expected.compiler {
        say(&format!("{EXPECTED} is of {}, this is {}: not compared", expected.compiler, found.compiler));
        return Ok(());
    }
    let offences = found.offences(&expected);
    if !offences.is_empty() {
        bail!(
            "{}\nWhere that is meant, `cargo xtask instructions --renew` writes what they take now.",
            offences.join("\n")
        );
    }
    Ok(())
}

/// Counts, and writes what every path takes now as what is expected from now on.
pub fn renew(project: &Project) -> Result<()> {
    let found = count(project)?;
    fs::write(project.path(EXPECTED), found.text())?;
    say(&format!("{EXPECTED} has what every path takes now"));
    Ok(())
}

/// Builds the program as the product is built, and runs it under callgrind.
fn count(project: &Project) -> Result<Counts> {
    if program("valgrind").is_none() {
        install(project, &["valgrind"], "valgrind is missing: install it, to count instructions")?;
    }
    say("counting the instructions of the engine's main paths");
    let target = target(project);
    run(project
        .cargo()
        .args(["build", "--release", "--locked", "--bin", "instructions", "--features", "instructions"])
        .arg("--target-dir")
        .arg(&target))?;
    let folder = target.join("callgrind");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let output = folder.join("count");
    let names = answer(
        project
            .command("valgrind")
            .args(["-q", "--tool=callgrind", "--collect-atstart=no"])
            .arg(format!("--toggle-collect={COUNTED}"))
            .arg(format!("--dump-after={COUNTED}"))
            .arg(format!("--callgrind-out-file={}", output.display()))
            .arg(target.join("release").join(executable("instructions")))
            .env("GLIBC_TUNABLES", PLAIN_LIBRARY),
    )
    .context("callgrind could not run the program")?;
    let paths = names.lines().zip(1..).map(|(name, part)| Ok((name.to_owned(), total(&output, part)?)));
    let compiler = answer(project.command("rustc").arg("--version")).context("rustc says no version")?;
    Ok(Counts { compiler, paths: paths.collect::<Result<_>>()? })
}

/// The folder that cargo builds in.
fn target(project: &Project) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.path("target"), |folder| project.path(folder))
}

/// What one path took: callgrind writes a file for each, numbered from 1.
fn total(output: &Path, part: usize) -> Result<u64> {
    let file = PathBuf::from(format!("{}.{part}", output.display()));
    let text = fs::read_to_string(&file).with_context(|| format!("callgrind did not count path {part}"))?;
    let total = text.lines().find_map(|line| line.strip_prefix("totals: "));
    total
        .and_then(|total| total.trim().parse().ok())
        .filter(|total| *total > 0)
        .with_context(|| format!("{} has no total", file.display()))
}

impl Counts {
    /// The compiler in the first line, then a path in each, its count in front.
    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let compiler = lines.next()?.to_owned();
        let path = |line: &str| {
            let (count, name) = line.trim_start().split_once(' ')?;
            Some((name.trim_start().to_owned(), count.parse().ok()?))
        };
        Some(Self { compiler, paths: lines.map(path).collect::<Option<_>>()? })
    }

    fn text(&self) -> String {
        let lines = self.paths.iter().map(|(name, count)| format!("{count:>12}  {name}\n"));
        std::iter::once(format!("{}\n", self.compiler)).chain(lines).collect()
    }

    /// The list with how much more or less each path takes than expected.
    fn beside(&self, expected: &Self) -> String {
        let line = |(name, count): &(String, u64)| {
            let change = expected.of(name).map(|before| change(before, *count));
            let change = change.map_or_else(|| "new".to_owned(), percent);
            format!("{count:>12}  {change:>9}  {name}\n")
        };
        self.paths.iter().map(line).collect()
    }

    /// What must not be, one sentence for each path.
    fn offences(&self, expected: &Self) -> Vec<String> {
        let grown = self.paths.iter().filter_map(|(name, count)| match expected.of(name) {
            None => Some(format!("\"{name}\" is not in {EXPECTED}.")),
            Some(before) => {
                let change = change(before, *count);
                let is_more = change > TOLERANCE * 100;
                is_more.then(|| {
                    format!("\"{name}\" takes {} more than the {before} expected: {count}.", percent(change))
                })
            }
        });
        let gone = expected.paths.iter().filter(|(name, _)| self.of(name).is_none());
        grown.chain(gone.map(|(name, _)| format!("\"{name}\" of {EXPECTED} is not counted."))).collect()
    }

    fn of(&self, name: &str) -> Option<u64> {
        self.paths.iter().find(|(of, _)| of == name).map(|(_, count)| *count)
    }
}

/// From one count to another, in hundredths of a percent.
fn change(before: u64, now: u64) -> i64 {
    let (before, now) = (i128::from(before.max(1)), i128::from(now));
    i64::try_from((now - before) * 10_000 / before).unwrap_or(i64::MAX)
}

fn percent(hundredths: i64) -> String {
    let sign = if hundredths < 0 { '-' } else { '+' };
    let size = hundredths.unsigned_abs();
    format!("{sign}{}.{:02} %", size / 100, size % 100)
}

#[cfg(test)]
mod checks {
    use super::Counts;

    fn counts(paths: &[(&str, u64)]) -> Counts {
        let paths = paths.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect();
        Counts { compiler: "rustc 1.95.0".to_owned(), paths }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let written = counts(&[("read 2009", 5_467_228), ("import, applied 1000", 7)]);
        assert_eq!(Counts::parse(&written.text()), Some(written));
        assert_eq!(Counts::parse("rustc 1.95.0\nread 2009\n"), None);
    }

    #[test]
    fn a_path_may_take_three_percent_more_and_any_less() {
        let expected = counts(&[("read", 10_000), ("check", 10_000)]);
        assert_eq!(counts(&[("read", 10_300), ("check", 10)]).offences(&expected), [""; 0]);
        let offences = counts(&[("read", 10_301), ("check", 10_000)]).offences(&expected);
        assert_eq!(offences, ["\"read\" takes +3.01 % more than the 10000 expected: 10301."]);
    }

    #[test]
    fn a_path_that_only_one_side_has_is_told() {
        let offences = counts(&[("new", 1)]).offences(&counts(&[("old", 1)]));
        let list = "benches/instructions/expected.txt";
        assert_eq!(
            offences,
            [format!("\"new\" is not in {list}."), format!("\"old\" of {list} is not counted.")]
        );
    }
}

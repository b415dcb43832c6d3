//! The style sheet: SCSS in `styles/`, on top of the design system's own, into
//! one file, with its icons inside and its fonts beside it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::project::{Project, say};
use crate::release::files;
use crate::setup;
use crate::unused::{Names, without_unused};

/// Where index.html takes the compiled styles from.
const COMPILED: &str = "target/page";

/// Where the fonts lie that a style sheet names as `fonts/…`.
const FONTS: &str = "node_modules/dkfds/src/fonts/IBMPlexSans/split/woff2";

/// Where the icons lie that a style sheet names as `icons/…`.
const ICONS: &str = "node_modules/dkfds/src/img/svg-icons";

/// Compiles `styles/main.scss`, and `styles/fonts.scss`, which comes later. Files that stay the same are left alone, so
/// that nothing is rebuilt for them.
pub fn compile(project: &Project) -> Result<()> {
    setup::npm_packages(project)?;
    let css = without_unused(&compiled(project, "main")?, &names(project)?);
    let css = with_icons(&css, |name| Ok(fs::read(project.path(ICONS).join(name))?))?;
    let letters = compiled(project, "fonts")?;
    let folder = project.path(COMPILED);
    copy_named(&letters, "fonts", &project.path(FONTS), &folder.join("fonts"))?;
    write_changed(&folder.join("fonts.css"), letters.as_bytes())?;
    if write_changed(&folder.join("main.css"), css.as_bytes())? {
        say(&format!("compiled the styles ({} bytes)", css.len()));
    }
    Ok(())
}

fn compiled(project: &Project, name: &str) -> Result<String> {
    let options = grass::Options::default()
        .style(grass::OutputStyle::Compressed)
        .load_path(project.path("styles"))
        .load_path(project.path("node_modules"));
    grass::from_path(project.path("styles").join(format!("{name}.scss")), &options)
        .map_err(|error| anyhow!("{error}"))
        .with_context(|| format!("styles/{name}.scss does not compile"))
}

/// What the sources of the page call the classes of its elements.
fn names(project: &Project) -> Result<Names> {
    let mut sources = Vec::new();
    for source in ["src", "index.html", "ask.js", "check.js", "panic.js", "shell.js", "hosted/offline.js"] {
        for (_, path) in files(&project.path(""), source)? {
            sources.push(fs::read_to_string(path)?);
        }
    }
    Ok(Names::in_sources(sources))
}

/// The style sheet with its icons inside: they are tiny, and the page asks for
/// nothing when one is shown for the first time.
fn with_icons(css: &str, read: impl Fn(&str) -> Result<Vec<u8>>) -> Result<String> {
    let mut filled = css.to_owned();
    for name in named_in(css, "icons") {
        let icon = read(&name).with_context(|| format!("the styles name icons/{name}"))?;
        let inside = format!("url(data:image/svg+xml;base64,{})", STANDARD.encode(icon));
        for quote in ["", "\"", "'"] {
            filled = filled.replace(&format!("url({quote}icons/{name}{quote})"), &inside);
        }
    }
    Ok(filled)
}

/// Makes the folder hold exactly the files that the style sheet names in it.
fn copy_named(css: &str, folder: &str, origin: &Path, target: &Path) -> Result<()> {
    fs::create_dir_all(target)?;
    let names = named_in(css, folder);
    for name in &names {
        let source = origin.join(name);
        let content = fs::read(&source).with_context(|| format!("the styles name {folder}/{name}"))?;
        write_changed(&target.join(name), &content)?;
    }
    for entry in fs::read_dir(target)? {
        let entry = entry?;
        if !names.contains(entry.file_name().to_string_lossy().as_ref()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// The files of a folder that a style sheet names in `url(folder/file)`.
fn named_in(css: &str, folder: &str) -> BTreeSet<String> {
    css.split("url(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .map(|address| address.trim_matches(['"', '\'']))
        .filter_map(|address| address.strip_prefix(folder)?.strip_prefix('/'))
        .map(str::to_owned)
        .collect()
}

/// Writes a file unless it already says the same; tells whether it wrote.
fn write_changed(path: &Path, content: &[u8]) -> Result<bool> {
    if fs::read(path).is_ok_and(|present| present == content) {
        return Ok(false);
    }
    fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(true)
}

#[cfg(test)]
mod checks {
    use super::{named_in, with_icons};

    const CSS: &str = "a{b:url(\"icons/plus.svg\")}c{d:url(fonts/x.woff2) format(\"woff2\")}\
                       e{f:url(data:image/png;base64,AA)}g{h:url(icons/plus.svg)}";

    #[test]
    fn only_the_folder_s_own_files_are_taken() {
        assert_eq!(named_in(CSS, "icons").into_iter().collect::<Vec<_>>(), ["plus.svg"]);
        assert_eq!(named_in(CSS, "fonts").into_iter().collect::<Vec<_>>(), ["x.woff2"]);
    }

    #[test]
    fn icons_come_inside_however_they_are_quoted() -> anyhow::Result<()> {
        let filled = with_icons(CSS, |_| Ok(b"<svg/>".to_vec()))?;
        assert_eq!(filled.matches("url(data:image/svg+xml;base64,PHN2Zy8+)").count(), 2);
        assert!(!filled.contains("icons/"));
        Ok(())
    }
}

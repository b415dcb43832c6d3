//! The frame of the page: `index.html` with what its `data-trunk` elements name, for which Trunk stands in while the page is
//! served. Each such element has a line of its own.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::code::{Code, place};
use crate::project::Project;
use crate::release::files;
use crate::text::without_comments;

/// The frame with the addresses of what it names, which is brought into the folder.
pub fn build(project: &Project, code: &Code, folder: &Path) -> Result<String> {
    let frame = fs::read_to_string(project.path("index.html"))?;
    let mut page = String::new();
    for line in frame.lines() {
        if line.contains("data-trunk") {
            let indent = line.len() - line.trim_start().len();
            for element in elements(project, line, code, folder)? {
                page.extend([line.get(..indent).unwrap_or_default(), &element, "\n"]);
            }
        } else {
            page.extend([line, "\n"]);
        }
    }
    Ok(page)
}

/// What stands in place of an element that names something to bring.
fn elements(project: &Project, line: &str, code: &Code, folder: &Path) -> Result<Vec<String>> {
    let named = || attribute(line, "href").with_context(|| format!("index.html names no file in {line:?}"));
    Ok(match attribute(line, "rel") {
        Some("rust") => {
            let Code { script, wasm } = code;
            vec![
                // `ask.js` asks for it.
                format!("<meta name=\"code\" content=\"./{wasm}\">"),
                format!("<script type=\"module\" src=\"./{script}\"></script>"),
            ]
        }
        Some("copy-file" | "copy-dir") => {
            let origin = project.path(named()?);
            let name = origin.file_name().context("a file has a name")?.to_string_lossy();
            for (name, path) in files(origin.parent().context("a file lies in a folder")?, &name)? {
                let target = folder.join(name);
                fs::create_dir_all(target.parent().context("a file lies in a folder")?)?;
                fs::copy(path, target)?;
            }
            Vec::new()
        }
        Some("css") => {
            vec![format!("<link rel=\"stylesheet\" href=\"./{}\">", hashed(project, named()?, folder)?)]
        }
        Some("icon") => {
            // Not asked for, while the code comes.
            let icon = STANDARD.encode(fs::read(project.path(named()?))?);
            vec![format!(
                "<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{icon}\">"
            )]
        }
        Some("inline") => vec![inline(&fs::read_to_string(project.path(named()?))?)?],
        _ => bail!("index.html asks for something unknown in {line:?}"),
    })
}

/// A script within the page, without the lines that are comments alone.
fn inline(script: &str) -> Result<String> {
    if script.contains("</script") {
        bail!("a script that ends its own element cannot stand in a page");
    }
    Ok(format!("<script>{}</script>", without_comments(script)))
}

/// Brings a file under a name that tells its content.
fn hashed(project: &Project, name: &str, folder: &Path) -> Result<String> {
    let origin = project.path(name);
    let part = |part: Option<&std::ffi::OsStr>| part.map(|part| part.to_string_lossy().into_owned());
    let stem = part(origin.file_stem()).context("a file has a name")?;
    let end = part(origin.extension()).context("a file has an ending")?;
    place(folder, &stem, &format!(".{end}"), &fs::read(&origin)?)
}

/// The value of an element's attribute.
fn attribute<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    line.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

#[cfg(test)]
mod checks {
    use super::attribute;

    #[test]
    fn an_attribute_is_found_by_its_whole_name() {
        let line = "    <link data-trunk data-rel=\"no\" rel=\"css\" href=\"main.css\">";
        assert_eq!(attribute(line, "rel"), Some("css"));
        assert_eq!(attribute(line, "href"), Some("main.css"));
        assert_eq!(attribute(line, "src"), None);
    }
}

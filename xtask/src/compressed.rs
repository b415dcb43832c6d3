//! Files in the two forms that browsers take them in over the wire, made once
//! and as small as they get, so that no server has to compress on the way.

use std::fs;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use zopfli::{Format, Options};

use crate::release::files;

/// What is worth compressing: pictures and fonts are compressed in themselves.
const WORTH: [&str; 6] = [".css", ".html", ".js", ".svg", ".wasm", ".webmanifest"];

/// The endings of the compressed forms, as the modules of web servers look for them.
const BROTLI: &str = ".br";
const GZIP: &str = ".gz";

/// Writes `name.br` and `name.gz` beside each file of the folder that is worth it.
pub fn beside(folder: &Path) -> Result<()> {
    for (name, path) in files(folder, "")? {
        if WORTH.iter().any(|end| name.ends_with(end)) {
            let content = fs::read(path)?;
            fs::write(folder.join(format!("{name}{BROTLI}")), brotli(&content)?)?;
            fs::write(gzip_of(&folder.join(name)), gzip(&content)?)?;
        }
    }
    Ok(())
}

/// Where the gzip form of a file lies.
pub fn gzip_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(GZIP);
    name.into()
}

/// As tightly as the format can be, the same on every machine.
fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters =
        BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: content.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*content, &mut packed, &parameters)?;
    Ok(packed)
}

/// As tightly as the format can be, the same on every machine; `DecompressionStream`
/// reads it too.
fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    // More rounds than these find nothing more in code.
    let iteration_count = NonZeroU64::MIN.saturating_add(4);
    zopfli::compress(Options { iteration_count, ..Options::default() }, Format::Gzip, content, &mut packed)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_lie_beside_what_is_worth_it_and_unpack_to_the_same() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("resultatkontrakt-compressed-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let text = "mål og resultater ".repeat(200);
        fs::write(folder.join("page.html"), &text)?;
        fs::write(folder.join("font.woff2"), &text)?;
        beside(&folder)?;
        let names: Vec<String> = files(&folder, "")?.into_iter().map(|(name, _)| name).collect();
        let packed = fs::read(folder.join("page.html.br"))?;
        fs::remove_dir_all(&folder)?;
        assert_eq!(names, ["font.woff2", "page.html", "page.html.br", "page.html.gz"]);
        assert!(packed.len() < text.len() / 10, "{} bytes", packed.len());
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut unpacked)?;
        assert_eq!(unpacked, text.as_bytes());
        Ok(())
    }
}

//! The page in one file, for a double click: code, styles, fonts and icon
//! inside, nothing beside it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::compressed::gzip_of;
use crate::policy::{self, Form};
use crate::text::{cut, replaced};

/// What the page's check looks for: the code that the first view needs.
const FIRST: &str = "resultatkontrakt-code";

/// Unpacks code that stands in the page, as an answer from a server.
const UNPACK: &str = "\
function unpacked(id) {
  const signs = document.getElementById(id).textContent;
  const bytes = new Uint8Array(Math.floor(signs.length * 4 / 5));
  for (let from = 0, to = 0; from < signs.length; from += 5) {
    let number = 0;
    for (let place = from; place < from + 5; place += 1) {
      const sign = place < signs.length ? signs.charCodeAt(place) : 119;
      number = number * 85 + (sign === 120 ? 60 : sign) - 35;
    }
    for (let shift = 24; shift >= 0; shift -= 8) bytes[to++] = number >>> shift;
  }
  const code = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(\"gzip\"));
  return new Response(code, { headers: { \"Content-Type\": \"application/wasm\" } });
}
";

/// The hosted page of the folder as one text.
pub fn join(folder: &Path) -> Result<String> {
    let page = fs::read_to_string(folder.join("index.html"))?;
    let page = without_addresses(&page)?;
    let (style, page) = cut(&page, "<link rel=\"stylesheet\" href=\"./", "\">")?;
    let mut styles = String::new();
    for name in [style, "fonts.css"] {
        // Within a page the mark that begins the file would be part of its first rule.
        styles.push_str(fs::read_to_string(folder.join(name))?.trim_start_matches('\u{feff}'));
    }
    let style = with_fonts(&styles, folder)?;
    let page = replaced(&page, "</title>", &format!("</title>\n    <style>{style}</style>"))?;
    let (script, page) = cut(&page, "    <script type=\"module\" src=\"./", "\"></script>\n")?;
    let scripts = scripts(folder, script)?;
    let page = replaced(&page, "</body>", &format!("{scripts}  </body>"))?;
    // The scripts of the page ask for nothing beside it then, and whether the browser can unpack the code.
    let page = replaced(&page, "<html lang=\"da\">", "<html lang=\"da\" data-packed>")?;
    policy::close(&page, Form::OneFile)
}

/// The page without its policy and everything that names a
/// file beside it and has no use here.
fn without_addresses(page: &str) -> Result<String> {
    let (_, mut page) = cut(page, "\n    <meta http-equiv=\"Content-Security-Policy\"", ">")?;
    for (start, end) in [("    <meta name=\"code\"", ">\n"), ("    <link rel=\"manifest\"", ">\n")] {
        page = cut(&page, start, end)?.1;
    }
    Ok(page)
}

/// A style sheet with its fonts inside.
fn with_fonts(style: &str, folder: &Path) -> Result<String> {
    let mut parts = style.split("url(\"fonts/");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('"').context("a font's address has no end")?;
        let font = STANDARD.encode(fs::read(folder.join("fonts").join(name))?);
        whole.extend(["url(\"data:font/woff2;base64,", &font, "\"", rest]);
    }
    Ok(whole)
}

/// The code in its pieces, packed; then what starts it.
fn scripts(folder: &Path, script: &str) -> Result<String> {
    let mut script = fs::read_to_string(folder.join(script))?;
    let mut code = String::new();
    while let Ok((piece, _)) = cut(&script, "fetch(new URL(\"./", "\", import.meta.url))") {
        let piece = piece.to_owned();
        code.push_str(&packed(folder, &piece, &piece)?);
        let unpacked = format!("Promise.resolve(unpacked(\"{piece}\"))");
        script = replaced(&script, &format!("fetch(new URL(\"./{piece}\", import.meta.url))"), &unpacked)?;
    }
    let (first, _) = cut(&script, "new URL(\"./", "\", import.meta.url)")?;
    let first = first.to_owned();
    code.insert_str(0, &packed(folder, &first, FIRST)?);
    let unpacked = format!("unpacked(\"{FIRST}\")");
    script = replaced(&script, &format!("new URL(\"./{first}\", import.meta.url)"), &unpacked)?;
    if script.contains("</script") {
        bail!("a script that ends its own element cannot stand in a page");
    }
    Ok(format!("{code}<script type=\"module\">{UNPACK}{script}</script>\n"))
}

/// Code that stands in the page, packed.
fn packed(folder: &Path, name: &str, id: &str) -> Result<String> {
    let code = signs(&fs::read(gzip_of(&folder.join(name)))?);
    Ok(format!("<script type=\"application/gzip\" id=\"{id}\">{code}</script>\n"))
}

/// Bytes as signs that may stand in a script, five for each four, where base64 takes five and a third: the digits of a
/// number to the base of 85 from `#` on, with an `x` in place of `<`. A rest of fewer bytes has one sign more than bytes.
fn signs(bytes: &[u8]) -> String {
    let mut text = String::new();
    for four in bytes.chunks(4) {
        let number =
            (0..4).fold(0, |number, place| number << 8 | four.get(place).copied().map_or(0, u32::from));
        for power in [52_200_625, 614_125, 7_225, 85, 1].into_iter().take(four.len() + 1) {
            let sign = char::from_u32(number / power % 85 + 35).unwrap_or_default();
            text.push(if sign == '<' { 'x' } else { sign });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_signs_that_a_script_may_hold() {
        assert_eq!(signs(&[0, 0, 0, 0]), "#####");
        assert_eq!(signs(&[255, 255, 255, 255]), "u:Y/#");
        assert_eq!(signs(&[255]).len(), 2);
        let all: Vec<u8> = (0..=255).cycle().take(4_099).collect();
        let text = signs(&all);
        assert_eq!(text.len(), 4_096 / 4 * 5 + 4);
        assert!(text.chars().all(|sign| ('#'..='x').contains(&sign) && sign != '<'), "{text}");
    }
}

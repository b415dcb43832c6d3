//! The content security policy of the built page: everything from the page's
//! own folder, nothing from or to anywhere else.

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy has to stand before anything that it governs, and after the
/// character set, which browsers look for in the first bytes.
const BEFORE: &str = "<meta charset=\"utf-8\">";

/// The page with its policy in it. Each inline script is allowed by its hash.
pub fn close(page: &str) -> Result<String> {
    let (start, rest) = page.split_once(BEFORE).with_context(|| format!("index.html has no {BEFORE}"))?;
    let policy = policy(&inline_scripts(page));
    Ok(format!(
        "{start}{BEFORE}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{rest}"
    ))
}

fn policy(scripts: &[&str]) -> String {
    let hashes = scripts
        .iter()
        .map(|script| STANDARD.encode(Sha256::digest(script.as_bytes())))
        .map(|hash| format!("'sha256-{hash}'"));
    let allowed: Vec<String> =
        ["'self'", "'wasm-unsafe-eval'"].into_iter().map(str::to_owned).chain(hashes).collect();
    [
        "default-src 'none'",
        &format!("script-src {}", allowed.join(" ")),
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    .join("; ")
}

/// The texts of the scripts that stand in the page.
fn inline_scripts(page: &str) -> Vec<&str> {
    page.split("<script")
        .skip(1)
        .filter_map(|rest| rest.split_once('>'))
        .filter(|(attributes, _)| !attributes.contains("src="))
        .filter_map(|(_, rest)| rest.split("</script>").next())
        .collect()
}

#[cfg(test)]
mod checks {
    use super::{close, inline_scripts};

    #[test]
    fn scripts_with_an_address_are_not_inline() {
        let page = "<script src=\"a.js\" defer></script><script type=\"module\">go()</script>";
        assert_eq!(inline_scripts(page), ["go()"]);
    }

    #[test]
    fn the_policy_follows_the_character_set_and_allows_the_script_by_hash() -> anyhow::Result<()> {
        let page = "<head><meta charset=\"utf-8\"><script>go()</script></head>";
        let closed = close(page)?;
        // printf 'go()' | openssl dgst -sha256 -binary | base64
        let hash = "sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw=";
        assert!(closed.starts_with("<head><meta charset=\"utf-8\">\n    <meta http-equiv="));
        assert!(closed.contains(hash), "{closed}");
        assert!(close("<head></head>").is_err());
        Ok(())
    }
}

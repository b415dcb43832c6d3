//! The content security policies: everything from the page's own folder, or,
//! for the page in one file, from the page itself; nothing from or to anywhere
//! else.

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy has to stand before anything that it governs, and after the
/// character set, which browsers look for in the first bytes.
const BEFORE: &str = "<meta charset=\"utf-8\">";

/// In which form a page is given away.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Files of one folder, from a server.
    Hosted,
    /// One file with everything in it.
    OneFile,
}

/// The page with its policy in it. Scripts within it are allowed by their hashes, and so are styles.
pub fn close(page: &str, form: Form) -> Result<String> {
    let (start, rest) = page.split_once(BEFORE).with_context(|| format!("index.html has no {BEFORE}"))?;
    let policy = policy(page, form);
    Ok(format!(
        "{start}{BEFORE}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{rest}"
    ))
}

/// The policy that a page needs. A server sends the same and adds what a
/// meta element cannot say: `frame-ancestors 'none'`.
fn policy(page: &str, form: Form) -> String {
    match form {
        Form::Hosted => [
            "default-src 'none'",
            &sources("script-src 'self'", &hashes(&contents(page, "script")), " 'wasm-unsafe-eval'"),
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types service-worker",
        ]
        .join("; "),
        Form::OneFile => [
            "default-src 'none'",
            &sources("script-src", &hashes(&contents(page, "script")), " 'wasm-unsafe-eval'"),
            &sources("style-src", &hashes(&contents(page, "style")), ""),
            "img-src data: blob:",
            "font-src data:",
            "connect-src 'none'",
            "form-action 'none'",
            "base-uri 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]
        .join("; "),
    }
}

fn sources(directive: &str, hashes: &[String], last: &str) -> String {
    let hashes: String = hashes.iter().flat_map(|hash| [" '", hash, "'"]).collect();
    format!("{directive}{hashes}{last}")
}

fn hashes(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))).collect()
}

/// The texts of the elements of this name that browsers run or apply: not
/// those with an address, and not data.
fn contents<'p>(page: &'p str, element: &str) -> Vec<&'p str> {
    let (open, close) = (format!("<{element}"), format!("</{element}>"));
    page.split(open.as_str())
        .skip(1)
        .filter_map(|rest| rest.split_once('>'))
        .filter(|(attributes, _)| !attributes.contains("src=") && !attributes.contains("type=\"application/"))
        .filter_map(|(_, rest)| rest.split(close.as_str()).next())
        .collect()
}

#[cfg(test)]
mod checks {
    use super::{Form, close, contents, hashes};
    use crate::project::Project;
    use crate::text::without_comments;

    #[test]
    fn scripts_with_an_address_and_data_are_not_inline() {
        let page = "<script src=\"a.js\" defer></script><script type=\"module\">go()</script>\
                    <script type=\"application/gzip\">AA</script>";
        assert_eq!(contents(page, "script"), ["go()"]);
    }

    #[test]
    fn servers_allow_the_scripts_within_the_page() -> anyhow::Result<()> {
        let project = Project::locate()?;
        let read = |name: &str| std::fs::read_to_string(project.path(name));
        for script in ["ask.js", "check.js", "panic.js", "shell.js"] {
            let hash = hashes(&[&without_comments(&read(script)?)]).concat();
            for server in ["Caddyfile", "_headers", "apache.conf", "nginx.conf"] {
                assert!(
                    read(&format!("deploy/{server}"))?.contains(&hash),
                    "deploy/{server} lacks '{hash}' of {script}"
                );
            }
        }
        Ok(())
    }

    #[test]
    fn the_policy_follows_the_character_set_and_allows_a_script_by_hash() -> anyhow::Result<()> {
        let page = "<head><meta charset=\"utf-8\"><script>go()</script><style>a{}</style></head>";
        // printf 'go()' | openssl dgst -sha256 -binary | base64
        let hash = "sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw=";
        for form in [Form::Hosted, Form::OneFile] {
            let closed = close(page, form)?;
            assert!(closed.starts_with("<head><meta charset=\"utf-8\">\n    <meta http-equiv="));
            assert!(closed.contains(hash), "{closed}");
            assert!(close("<head></head>", form).is_err());
        }
        let one = close(page, Form::OneFile)?;
        assert!(one.contains("connect-src 'none'") && !one.contains("'self'"), "{one}");
        assert!(one.contains("style-src 'sha256-"), "{one}");
        Ok(())
    }
}

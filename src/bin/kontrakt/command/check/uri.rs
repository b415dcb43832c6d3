//! A file's path as a URI reference (RFC 3986): relative to where the command runs, wherever it can be.

use std::env;
use std::path::{Component, Path};

/// `contracts/ams-2009.json`; `file:///…` for what lies elsewhere.
pub(super) fn of(path: &Path) -> String {
    let here = env::current_dir().unwrap_or_default();
    let relative = path.strip_prefix(&here).unwrap_or(path);
    let rooted = relative.is_absolute();
    let mut parts = Vec::new();
    for component in relative.components() {
        match component {
            // A drive keeps its colon: file:///C:/…
            Component::Prefix(drive) => parts.push(drive.as_os_str().to_string_lossy().into_owned()),
            Component::ParentDir => parts.push("..".to_owned()),
            Component::Normal(name) => parts.push(encoded(&name.to_string_lossy())),
            Component::RootDir | Component::CurDir => {}
        }
    }
    let joined = parts.join("/");
    if rooted { format!("file:///{joined}") } else { joined }
}

/// A name with everything but letters, digits and `-._~` written as percent and two digits for each byte.
fn encoded(name: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
    let letters = name
        .bytes()
        .map(|byte| if plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") });
    letters.collect()
}

//! Which files are known: their format and its version.

use super::VERSION;
use super::fields::Fields;
use super::json::Node;
use super::scalar::{number, quotable, text};
use crate::domain::number::Decimal;
use crate::findings::ShapeFault;

/// Checks that format and version can be read. A newer version is refused as a whole: saving would lose what its
/// unknown keys say.
pub(super) fn version(fields: &mut Fields<'_, '_, '_>, format: &str) -> Option<()> {
    let said = fields.required("format", text)?;
    if said != format {
        let at = fields.get("format").map_or(0..0, Node::pointer);
        fields.log.report(at, ShapeFault::UnknownFormat { found: Some(quotable(&said)) });
        return None;
    }
    // Without a version the file is refused, and what else is wrong with it is said at once.
    let Some(value) = fields.needed("version") else { return Some(()) };
    let version = number(value, fields.log)?;
    let known = Decimal::from(VERSION);
    if version == known {
        return Some(());
    }
    let (found, at) = (version.normalize().to_string(), value.pointer());
    let fault = if version > known {
        ShapeFault::NewerVersion { found, known: VERSION }
    } else {
        ShapeFault::UnknownVersion { found, known: VERSION }
    };
    fields.log.report(at, fault);
    None
}

//! Levels of the institution's points: docs/format.md, "A contract".

use super::condition::condition;
use crate::domain::contract::{Band, Bands};
use crate::findings::RuleFault;
use crate::format::fields::Fields;
use crate::format::json::Node;
use crate::format::log::Log;
use crate::format::scalar::{points, short_text};

/// The levels that stand beside the total; none where the contract has none.
pub(super) fn bands(value: &Node<'_>, log: &mut Log<'_>) -> Option<Bands> {
    let mut fields = Fields::with_any_keys(value, log)?;
    let mut before = None;
    let list = fields.list("bands", |value, log| {
        let band = band(value, log)?;
        if let Some(before) = before.filter(|before| band.at.0 <= *before) {
            log.report(value.pointer(), RuleFault::BandsOutOfOrder { at: band.at.0, before });
        }
        before = Some(band.at.0);
        Some(band)
    });
    let lowest_when = fields.optional("lowest_when", condition);
    if list.is_empty() {
        if let Some(alone) = fields.get("lowest_when") {
            fields.log.report(alone.pointer(), RuleFault::NoBands);
        }
        return None;
    }
    Some(Bands { list, lowest_when })
}

fn band(value: &Node<'_>, log: &mut Log<'_>) -> Option<Band> {
    let mut fields = Fields::with_keys(value, &["at", "title"], log)?;
    let (at, title) = (fields.required("at", points), fields.required("title", short_text));
    Some(Band { at: at?, title: title? })
}

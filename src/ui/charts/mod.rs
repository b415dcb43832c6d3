//! Draws charts as SVG, each with its figures as text beside it.

mod bar;
mod curve;
mod hatch;
mod history;
mod scale;
mod timeline;

pub(crate) use bar::{BarParts, bar};
pub(crate) use curve::{points_curve, round_ends};
pub(crate) use hatch::{hatches, key};
pub(crate) use history::{Series, history_chart};
pub(crate) use timeline::timeline;

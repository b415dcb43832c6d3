//! Pictures drawn as SVG, each with its figures as text beside it.

mod bar;
mod history;
mod scale;
mod timeline;

pub(crate) use bar::Bar;
pub(crate) use history::{HistoryChart, Series};
pub(crate) use timeline::Timeline;

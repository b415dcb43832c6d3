//! Draws the page in Yew components and sends what a person does as actions.
//!
//! A component gets shared values (`Rc`) and renders only when one of them changes. Only language and dispatcher come
//! from the [`context`].

mod announcer;
mod app;
mod around;
mod assessments;
mod charts;
mod chip;
mod choose_file;
mod chosen;
mod code;
mod context;
mod contract;
mod decision;
mod fields;
mod file;
mod first;
mod focus;
mod foot;
mod heading;
mod help;
mod import;
mod keeping;
mod later;
mod long_rows;
mod messages;
mod moment;
mod new_version;
mod opening;
mod other_tab;
mod papers;
mod paste;
mod pay;
mod places;
mod points;
mod portfolio;
mod print;
mod results;
mod risks;
mod shared;
mod sharing;
mod sheet_choice;
mod start;
mod status;
mod summary;
mod together;
mod top_bar;
mod what_if;
mod window;
mod writing;

pub use first::begin;
pub use keeping::last_state;

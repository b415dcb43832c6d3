//! What a contract is and what it comes to.
//!
//! No page, no browser, no clock, no language: dates and inputs are arguments, figures and trace steps are
//! typed values. Every number is an exact decimal.

pub mod address;
pub mod assessment;
pub mod assessor;
pub mod changes;
pub mod compare;
pub mod contract;
pub mod counting;
pub mod date;
pub mod deadline;
pub mod development;
pub mod duty;
pub mod evaluate;
pub mod evaluation;
pub mod judging;
pub mod number;
pub mod objection;
pub mod outcome;
pub mod pay;
pub mod plausible;
pub mod renewal;
pub mod reported;
pub mod required;
pub mod risk;
pub mod rollup;
pub mod scoring;
pub mod sensitivity;
pub mod standing;
pub mod timing;
pub mod trace;
pub mod weights;
pub mod years;

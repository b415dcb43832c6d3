//! Puts contracts into links on request, and takes in what comes through the address.

mod link;
mod receive;

pub(crate) use link::ShareLink;
pub(crate) use receive::{Called, names_contract, offered_banner, share_problem, use_address};

//! Puts contracts into links on request, and takes in what comes through the address.

mod link;
mod receive;

pub(crate) use link::ShareLink;
pub(crate) use receive::{Called, offered_banner, share_problem, use_address};

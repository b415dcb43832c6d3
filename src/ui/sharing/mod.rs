//! Contracts in addresses: links that are made on request, and what comes in through the address.

mod link;
mod receive;

pub(crate) use link::ShareLink;
pub(crate) use receive::{Called, offered_banner, share_problem, use_address};

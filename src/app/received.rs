//! A contract that comes in through the address: from a link, or by the name of a file beside the page.

use std::rc::Rc;

use super::message::{Message, ShareProblem};
use super::open::Incoming;
use super::state::State;
use crate::format::Document;

/// A contract from the address, read.
#[derive(Clone, Debug)]
pub struct Received {
    /// The contract.
    pub file: Incoming,
    /// How many bytes it takes as text.
    pub size: usize,
}

impl State {
    /// The state after a contract came in. Over an open case it is only offered; results are refused.
    pub(super) fn receiving(&self, received: &Rc<Received>) -> Self {
        match &received.file.document {
            Some(Document::Case(_) | Document::Assessment(_)) => {
                Self { opening: None, ..self.telling(Message::Share(ShareProblem::HoldsResults)) }
            }
            Some(Document::Contract(_)) if self.case.is_some() => {
                Self { opening: None, offered: Some(Rc::clone(received)), ..self.clone() }
            }
            _ => self.opened(&received.file),
        }
    }
}

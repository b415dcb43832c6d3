//! Shows the place »Portefølje«: the contracts of a folder side by side, and the way into each of them.

mod ahead;
mod examples;
mod held;
mod levels;
mod lists;
mod opening;
mod place;
mod reading;
mod rows;

pub(crate) use held::portfolio_of;
pub(crate) use opening::open_or_gather;
pub(crate) use place::{PortfolioPlace, back_to_portfolio};
pub(crate) use reading::read_chosen;

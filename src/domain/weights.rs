//! The weights as they count, after the weights of lapsed goals were shared out or lost.

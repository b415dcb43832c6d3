//! The state of the page without a browser: state, actions, reducer, undo, drafts.

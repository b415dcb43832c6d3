//! The state of the page without a browser: state, actions, reducer, undo, drafts.
//!
//! [`reduce()`] is a pure function from a state and an action to the next state; it returns the same `Rc` when
//! nothing changed. What needs a browser (storage, files, the clock) comes in with an action.
//!
//! **Text and value.** A field shows the text that was typed while it is typed, or as long as it cannot be read. Else
//! it shows the assessment's value in the page's language. A text that cannot be read, or that could be two numbers,
//! counts as *not given*. The score then becomes an interval, and the field says why. The earlier value never goes on
//! counting behind another text, but for the day of the assessment: without one, nothing would be overdue.

pub mod answers;
pub mod example;
pub mod findings;
pub mod headings;
pub mod import_words;
pub mod list;
pub mod missing;
pub mod readiness;
pub mod release;
pub mod route;
pub mod save;
pub mod share;
pub mod table;

mod state;
mod unfit;
mod update;

pub use crate::domain::address::{EntryField, EntryId, FieldId, PayDecision, ReportedField, Scope};
pub use route::{AssessmentsPart, ContractPart, Route, WritingPart, element_id};
pub use state::{
    ADDENDUM_KINDS, AddendumKind, AdjustmentKind, Before, Case, Choice, ChoiceKind, Compared, Comparison,
    DRAFT_PREFIX, Draft, DraftContent, DraftStatus, DraftSummary, FieldKind, FieldProblem, FileChange,
    FileProblem, FirstOf, FoundDraft, Import, ImportChange, ImportLine, Incoming, IncomingTable, LISTED,
    Link, Message, Moment, NewVersion, NotAYear, NotUsed, OnDisk, Opening, OtherContract, OwnField,
    PlanChoice, Planned, Preview, RangeEnd, Received, Refused, RenewalPlan, SaveProblem, SavedFile, Seen,
    ShareProblem, Sheet, SheetId, SheetKind, SheetSource, State, StorageProblem, Storing, Tabs, Together,
    Typed, Unlikely, Unused, Value, WhyNotUsed, Writing, WritingKind, WritingProblem, WrittenText, draft_key,
    expected, field_problem, field_text, free_id, goal_removal, is_of_hundred, item_of, next_label,
    objection_at, phrase_readings, phrase_text, problems, read_weight, weight_text, written_text, year_in,
};
pub use unfit::Unfit;
pub use update::{
    Action, CombinedAnswer, CombinedResult, CompareAction, DraftAction, Earlier, Edit, PlanAction,
    SaveAction, SheetAction, Step, WritingEdit, earlier, reduce, reduce_by, seldom, take_in, write_draft,
    write_draft_paced,
};

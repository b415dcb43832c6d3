//! What can happen on the page, by topic.

use std::rc::Rc;

use super::combined::CombinedResult;
use crate::app::state::{
    Choice, FileChange, FileProblem, FoundDraft, Incoming, IncomingTable, Moment, NewVersion, PlanChoice,
    Received, RenewalPlan, SaveProblem, SavedFile, Seen, ShareProblem, SheetId, SheetKind, StorageProblem,
    Storing, Together,
};
use crate::domain::address::{EntryId, FieldId, LineId};
use crate::domain::assessment::{Assessor, Event};
use crate::domain::contract::GoalId;
use crate::domain::date::Date;
use crate::domain::number::Decimal;
use crate::domain::required::Need;
use crate::findings::Diagnostic;
use crate::format::ContractChange;
use crate::i18n::Lang;
use crate::pace::Progress;

/// Something that a person did, or that the browser reports.
#[derive(Clone, Debug)]
pub enum Action {
    /// Another language was chosen. Values are shown anew in it; typed texts keep theirs.
    Language(Lang),

    /// A file is being read; the page shows its name until it is open or refused.
    Opening(Rc<str>),
    /// The file that is being read is so far.
    Progress(Progress),
    /// The file that is being read is wanted no more.
    StopOpening,
    /// A file was read, by [`Incoming::read`].
    Open(Rc<Incoming>),
    /// What was found in the contract of this opening, which was read without looking for it.
    Examined {
        /// The opening.
        opening: Rc<str>,
        /// The findings, in the order of the file.
        findings: Rc<[Diagnostic]>,
    },
    /// A file could not be taken in at all.
    FileFailed {
        /// The file.
        name: Rc<str>,
        /// Why.
        problem: FileProblem,
    },
    /// Files were read that were chosen together.
    OpenTogether(Rc<Together>),
    /// The contract at this place of [`crate::app::State::together`] is opened.
    ChooseContract(usize),
    /// None of them is.
    DismissTogether,
    /// The list of the files that are not used was read and closed.
    DismissUnused,
    /// Back to the start screen.
    Close,
    /// The list of what is wrong with a file was read and closed.
    DismissRefused,
    /// The message was read and closed.
    DismissMessage,
    /// Code of the page that was asked for cannot be had.
    PartMissing,

    /// A table of measured results was read, by [`IncomingTable::read`]; what it would change is shown.
    Import(Rc<IncomingTable>),
    /// A change of the table that is shown is not wanted, or wanted again.
    LeaveOut {
        /// The field that it would change.
        field: FieldId,
        /// Whether it is left out.
        out: bool,
    },
    /// The changes of the table that is shown are made, but for those that were left out.
    ApplyImport,
    /// The table that is shown is put away, and nothing is changed.
    DismissImport,

    /// What the assessment on the screen says changes, which a locked one does not allow.
    Edit(Edit),
    /// A field was left: a text that can be read is shown as its value is written.
    Blur {
        /// The field.
        field: FieldId,
    },
    /// The contract itself is changed.
    Write(WritingEdit),
    /// The last change is undone.
    Undo,
    /// The change that was undone last is made again.
    Redo,
    /// Assessments are shown, added or removed, or something happens to one.
    Sheet(SheetAction),

    /// The case is saved to its file.
    Save(SaveAction),
    /// The contract is compared with another one.
    Compare(CompareAction),
    /// Something is decided for next year's contract.
    Plan(PlanAction),
    /// A result that others combine to is entered in the open case.
    Combine(Rc<CombinedResult>),
    /// What was put aside comes back, and what is open is put aside.
    TakeBack,
    /// What was put aside is not wanted any more.
    DropAside,

    /// A contract came in through the address.
    Receive(Rc<Received>),
    /// What came in through the address cannot be used.
    ReceiveFailed(ShareProblem),
    /// The contract of [`crate::app::State::offered`] is opened.
    OpenReceived,
    /// It is not wanted.
    DismissReceived,

    /// Drafts are kept, found, resumed or removed.
    Draft(DraftAction),
    /// How a new version of the page stands.
    NewVersion(NewVersion),
}

/// A change of what the assessment on the screen says.
#[derive(Clone, Debug)]
pub enum Edit {
    /// The text of a field changed.
    Type {
        /// The field.
        field: FieldId,
        /// The whole text.
        text: Rc<str>,
    },
    /// Something was chosen in a field that offers a few, or the choice was taken back.
    Choose {
        /// The field.
        field: FieldId,
        /// What.
        choice: Option<Choice>,
    },
    /// The person said which number was meant.
    Clarify {
        /// The field.
        field: FieldId,
        /// The number.
        value: Decimal,
    },
    /// The person said which day was meant.
    ClarifyDay {
        /// The field.
        field: FieldId,
        /// The day.
        day: Date,
    },
    /// Another party's words in a field are the assessment's own from now on.
    Confirm(FieldId),
    /// A slider stands at a number. Until another field is touched its movements are one change.
    Slide {
        /// The field.
        field: FieldId,
        /// The number.
        value: Decimal,
    },
    /// Results that just do are entered in the what-if on the screen; nothing happens to a real assessment.
    Meet(Rc<[(LineId, Need)]>),
    /// Everything that is said about a goal or an area is removed.
    ClearEntry(EntryId),
    /// An empty line is added to the base pay.
    AddBaseLine {
        /// What it is.
        title: Rc<str>,
    },
    /// A line of the base pay is removed, counted from 0.
    RemoveBaseLine(usize),
    /// A line of another assessment is taken over into the one on the screen.
    Take {
        /// The other assessment.
        from: SheetId,
        /// The line.
        line: LineId,
    },
}

/// A change of the contract, or of what is typed into its fields. A field is named by its place, a JSON Pointer.
#[derive(Clone, Debug)]
pub enum WritingEdit {
    /// The text of a field changed.
    Type {
        /// The field.
        at: Rc<str>,
        /// The whole text.
        text: Rc<str>,
    },
    /// The person said which number was meant.
    Clarify {
        /// The field.
        at: Rc<str>,
        /// The number.
        value: Decimal,
    },
    /// The person said which requirement a phrase means, counted from 0 in [`crate::app::phrase_readings`].
    Answer {
        /// The field.
        at: Rc<str>,
        /// The reading.
        reading: usize,
    },
    /// A field was left: a text that is in the contract is shown as its value is written.
    Leave {
        /// The field.
        at: Rc<str>,
    },
    /// Something was put in, taken out or moved; together one step. What would leave the contract with errors changes
    /// nothing.
    Change(Rc<[ContractChange]>),
    /// What was found in the contract with this text, which was read without looking for it.
    Examined {
        /// The text.
        source: Rc<str>,
        /// The findings, in the order of the text.
        findings: Rc<[Diagnostic]>,
    },
}

/// What happens to the assessments of a case. One that is added is shown.
#[derive(Clone, Debug)]
pub enum SheetAction {
    /// Another assessment is shown.
    Select(SheetId),
    /// An empty assessment is added.
    AddBlank {
        /// The day that it describes.
        as_of: Date,
    },
    /// A copy of an assessment is added.
    Copy {
        /// The assessment.
        of: SheetId,
        /// What the copy is for.
        kind: SheetKind,
    },
    /// A draft that begins as a copy of an assessment is added, and that one is locked. Both are recorded.
    StartFrom {
        /// The assessment.
        of: SheetId,
        /// Who assesses now.
        by: Assessor,
        /// The day: what the draft describes, and when it was begun.
        on: Date,
    },
    /// The assessment that both sides agree on is begun with what two assessments have in common.
    Agree {
        /// The two.
        of: [SheetId; 2],
        /// The day.
        on: Date,
    },
    /// An assessment is removed, unless it is locked or the only one.
    Remove(SheetId),
    /// Something happened to the assessment on the screen; locking and unlocking take effect by this.
    Record(Event),
    /// An event of the assessment on the screen is struck out. Locking and unlocking stay.
    StrikeEvent {
        /// Its place, counted from 0.
        place: usize,
        /// The day.
        on: Date,
    },
    /// The assessment on the screen, which is another party's, may be changed from now on.
    EditOther,
}

/// What happens to what the open contract is compared with.
#[derive(Clone, Debug)]
pub enum CompareAction {
    /// A file was read, by [`Incoming::read`], to be compared with.
    With(Rc<Incoming>),
    /// The older contract counts as the newer one.
    TurnRound,
    /// The other contract is put away.
    End,
}

/// What is decided for next year's contract.
#[derive(Clone, Debug)]
pub enum PlanAction {
    /// The text of its year changed.
    Year(Rc<str>),
    /// This is all that is decided otherwise than proposed, but for the year.
    All(Rc<RenewalPlan>),
    /// The text of the weight of a goal or an area changed.
    Weigh {
        /// The goal.
        goal: GoalId,
        /// The whole text.
        text: Rc<str>,
    },
    /// What becomes of a goal or an area.
    Choose {
        /// The goal.
        goal: GoalId,
        /// What.
        choice: PlanChoice,
    },
    /// The text of a goal's own figure or day changed.
    Type {
        /// The goal.
        goal: GoalId,
        /// The key of the field.
        key: Rc<str>,
        /// The whole text.
        text: Rc<str>,
    },
}

/// What happens while a case is saved, and to its file.
#[derive(Clone, Debug)]
pub enum SaveAction {
    /// The case is being written to a file.
    Begin,
    /// The case was handed to the browser as a file.
    HandedOver {
        /// The file's name.
        name: Rc<str>,
        /// The revision that it holds.
        revision: u64,
    },
    /// A file took the case in, and was read back to be sure.
    Written {
        /// The opening of the case.
        opening: Rc<str>,
        /// The revision that the file holds.
        revision: u64,
        /// The file, as it was read back.
        file: SavedFile,
    },
    /// The case could not be saved to this file.
    Failed {
        /// The file's name.
        name: Rc<str>,
        /// Why.
        problem: SaveProblem,
    },
    /// Saving ended without a file, and there is nothing more to say about it.
    End,
    /// The case's file was looked at.
    Looked {
        /// The opening of the case.
        opening: Rc<str>,
        /// What it was compared with.
        against: Seen,
        /// What somebody else did to the file.
        changed: Option<FileChange>,
    },
}

/// What happens to the drafts that the browser keeps.
#[derive(Clone, Debug)]
pub enum DraftAction {
    /// Whether the browser may keep drafts.
    Storing(Storing),
    /// The drafts that the browser keeps.
    Found(Rc<[FoundDraft]>),
    /// A draft of [`crate::app::State::drafts`] is opened.
    Resume {
        /// Its key.
        key: Rc<str>,
    },
    /// The browser keeps this revision as a draft: it is on the disk.
    Stored {
        /// The draft's key.
        key: Rc<str>,
        /// What names whose work it is.
        author: Rc<str>,
        /// The revision.
        revision: u64,
        /// When it was stored.
        at: Moment,
        /// Its checksum.
        checksum: Rc<str>,
    },
    /// The browser did not keep the draft.
    Failed(StorageProblem),
    /// The contract is open in another tab, which keeps its draft: this one keeps a draft of its own, or
    /// shows the other's.
    OpenElsewhere {
        /// What no other tab has.
        own: Rc<str>,
    },
    /// The draft that another tab keeps is shown here, as it changes there.
    Follow,
    /// This tab asks to keep the draft that another one keeps.
    TakeOver,
    /// This tab keeps the draft now.
    Keep,
    /// Another tab took the draft over, or goes on with the same one.
    TakenOver {
        /// What no other tab has.
        own: Rc<str>,
    },
    /// A draft was removed from the browser.
    Removed {
        /// Its key.
        key: Rc<str>,
    },
    /// Everything was removed from the browser, and nothing is open any more.
    AllRemoved,
    /// Not everything could be removed from the browser.
    RemovalFailed,
    /// Everything was removed from the browser in another tab. What is open here stays open.
    RemovedElsewhere,
}

impl From<Edit> for Action {
    fn from(edit: Edit) -> Self {
        Self::Edit(edit)
    }
}

impl From<WritingEdit> for Action {
    fn from(edit: WritingEdit) -> Self {
        Self::Write(edit)
    }
}

impl From<SheetAction> for Action {
    fn from(action: SheetAction) -> Self {
        Self::Sheet(action)
    }
}

impl From<SaveAction> for Action {
    fn from(action: SaveAction) -> Self {
        Self::Save(action)
    }
}

impl From<CompareAction> for Action {
    fn from(action: CompareAction) -> Self {
        Self::Compare(action)
    }
}

impl From<PlanAction> for Action {
    fn from(action: PlanAction) -> Self {
        Self::Plan(action)
    }
}

impl From<DraftAction> for Action {
    fn from(action: DraftAction) -> Self {
        Self::Draft(action)
    }
}

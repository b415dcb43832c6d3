//! Measured results from a table: what they would change, and the change itself.
//!
//! A table is read against the contract and the assessment on the screen, and comes to a
//! [`Preview`](crate::app::Preview). That says what would change, what is the same, what is not used and why, and
//! what is wrong. Nothing is applied until the person says so, and then in one step.
//!
//! **Which figure counts.** A goal that says when it is measured takes the figure of exactly that period as its
//! result. Another takes the figure with whose period the binding year ends, or the contract's period where no year
//! is binding. Figures of that time that come earlier become readings. Two figures of a period that differ are a
//! conflict, and neither counts; so it is where one of them cannot be read. Dates and answers count whatever their
//! period is, the latest one. A figure of the period that a missing baseline names is taken as the baseline.

mod address;
mod cell;
mod preview;
mod settle;

use std::rc::Rc;
use std::slice::Iter;

pub(in crate::app) use address::SEPARATORS;

use self::preview::preview;
use crate::app::state::{Case, HeldTable, Import, ImportChange, IncomingTable, Message, Sheet, State, Value};
use crate::app::update::unlikely::question_unlikely;
use crate::domain::address::{EntryField, EntryId, FieldId, Scope};
use crate::domain::contract::{Contract, Goal};
use crate::findings::in_order;
use crate::i18n::Lang;
use crate::pace::{Progress, at_once, no_pause};

impl State {
    /// The state with a table to be looked at. Without a contract there is nothing that it could belong to.
    pub(in crate::app) fn with_table(&self, file: &Rc<IncomingTable>) -> Self {
        let mut next = Self { opening: None, refused: None, message: None, ..self.clone() };
        let case = self
            .case
            .as_ref()
            .map(|case| case.after_blur(self.lang).map_or_else(|| Rc::clone(case), Rc::new));
        next.import = case.as_ref().and_then(|case| Import::new(file, case)).map(Rc::new);
        if next.import.is_none() {
            let name = Rc::clone(&file.name);
            next.message = Some(Rc::new(Message::TableNeedsContract { name }));
        }
        next.case = case;
        next
    }

    /// The state with a change left out, or wanted again.
    pub(in crate::app) fn with_left_out(&self, field: &FieldId, out: bool) -> Option<Self> {
        let mut import = (**self.import.as_ref()?).clone();
        if import.left_out.contains(field) == out {
            return None;
        }
        if out {
            import.left_out.push(field.clone());
        } else {
            import.left_out.retain(|other| other != field);
        }
        Some(Self { import: Some(Rc::new(import)), ..self.clone() })
    }

    /// The state with the chosen changes made. Where the assessment is not the one any more that the preview
    /// was made for, the preview is made anew and nothing else.
    pub(in crate::app) fn after_import(&self) -> Option<Self> {
        let (import, case) = (self.import.as_ref()?, self.case.as_ref()?);
        if import.made_for != (case.current, case.revision) {
            let again = Import::new(&import.file, case)?;
            return Some(Self { import: Some(Rc::new(again)), ..self.clone() });
        }
        let changes: Vec<&ImportChange> = import.chosen().collect();
        let count = changes.len();
        let next = case.with_changes(&import.name, &changes, self.lang)?.begun_since(case);
        let message = Message::Imported { name: Rc::clone(&import.name), count };
        Some(Self { import: None, ..self.with_case(next).with_message(message) })
    }
}

impl Case {
    /// The case with these changes made, together one step that can be undone. Each goal's evidence says
    /// where its figures come from, behind what it said before. None where there is nothing to change.
    fn with_changes(&self, file: &str, changes: &[&ImportChange], lang: Lang) -> Option<Self> {
        if changes.is_empty() {
            return None;
        }
        let contract = Rc::clone(&self.contract.contract);
        let lines = changes.iter().map(|change| &change.line);
        // Changes stand in the order of the contract, so that those of one goal stand together.
        let mut sources: Vec<(&EntryId, Vec<usize>)> = Vec::new();
        for line in lines.clone() {
            match (line.field.entry(), sources.last_mut()) {
                (Some(entry), Some((last, numbers))) if entry == *last => numbers.push(line.number),
                (Some(entry), _) => sources.push((entry, vec![line.number])),
                (None, _) => {}
            }
        }
        Some(self.after_many_edits(lang, |sheet| {
            let mut goals = ContractGoals::new(&contract);
            for line in lines.filter(|line| line.value.is_some()) {
                let goal = line.field.entry().and_then(|entry| goals.find(entry));
                let reading = question_unlikely(&contract, goal, sheet, &line.field, line.value.clone());
                sheet.enter_value(&line.field, line.value.as_ref(), reading, lang);
            }
            for (entry, numbers) in sources {
                let field = entry.field(EntryField::Evidence);
                let said = lang.words().table_evidence(file, &numbers);
                let before = sheet.value(&field);
                let text = match before.as_ref().and_then(Value::words) {
                    Some(before) if before.contains(&said) => continue,
                    Some(before) => format!("{before}; {said}"),
                    None => said,
                };
                let text = Some(Value::Text(text.into()));
                sheet.enter_value(&field, text.as_ref(), Ok(text.clone()), lang);
            }
            sheet.tidy(lang);
            sheet.evaluate(&contract);
        }))
    }
}

/// Finds goals that are asked for in the contract's order by going through it once.
struct ContractGoals<'c> {
    contract: &'c Contract,
    rest: Iter<'c, Rc<Goal>>,
    found: Option<&'c Goal>,
}

impl<'c> ContractGoals<'c> {
    fn new(contract: &'c Contract) -> Self {
        Self { contract, rest: contract.goals.iter(), found: None }
    }

    fn find(&mut self, entry: &EntryId) -> Option<&'c Goal> {
        let is_wanted = |goal: &Goal| entry.scope == Scope::Goal && goal.id == entry.goal;
        if !self.found.is_some_and(is_wanted) {
            let next = self.rest.find(|goal| is_wanted(goal));
            self.found = next.or_else(|| entry.goal_in(self.contract)).map(AsRef::as_ref);
        }
        self.found
    }
}

impl IncomingTable {
    /// The table with what it would change in the assessment on the screen, worked out in slices.
    #[must_use]
    pub async fn held_against(mut self, case: &Case, pause: &mut impl AsyncFnMut(Progress)) -> Self {
        if let Some(sheet) = case.sheet() {
            self.held = Some(held(&self, case, sheet, pause).await);
        }
        self
    }
}

async fn held(
    file: &IncomingTable,
    case: &Case,
    sheet: &Rc<Sheet>,
    pause: &mut impl AsyncFnMut(Progress),
) -> HeldTable {
    let (sheet, mut diagnostics) = (Rc::clone(sheet), file.diagnostics.clone());
    let Some(table) = &file.table else {
        return HeldTable { sheet, preview: None, diagnostics: diagnostics.into() };
    };
    let (preview, found) = preview(table, &case.contract.contract, &sheet, pause).await;
    diagnostics.extend(found);
    in_order(&mut diagnostics);
    HeldTable { sheet, preview: Some(Rc::new(preview)), diagnostics: diagnostics.into() }
}

impl Import {
    /// What a table would change in the assessment on the screen.
    pub fn new(file: &Rc<IncomingTable>, case: &Case) -> Option<Self> {
        let sheet = case.sheet()?;
        let known = file.held.clone().filter(|held| Rc::ptr_eq(&held.sheet, sheet));
        let HeldTable { preview, diagnostics, .. } =
            known.unwrap_or_else(|| at_once(held(file, case, sheet, &mut no_pause)));
        Some(Self {
            name: Rc::clone(&file.name),
            preview,
            diagnostics,
            sheet: file.sheet.clone(),
            left_out: Vec::new(),
            file: Rc::clone(file),
            made_for: (case.current, case.revision),
        })
    }
}

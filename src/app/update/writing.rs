//! Changes of the contract itself: typed into its fields, made at once, undone and made again.
//!
//! The contract's text has no errors at any time. What would bring one in waits beside it, in its field, until the rest
//! of its goal is there.

use std::rc::Rc;

use super::action::WritingEdit;
use crate::app::state::{
    Case, ContractState, ContractStep, Message, State, UndoChange, UndoStep, Writing, WrittenText, item_of,
    phrase_json, phrase_readings, rule_fits_at,
};
use crate::domain::contract::Contract;
use crate::findings::{Code, Diagnostic, PathStep};
use crate::format::json::Splice;
use crate::format::{
    ContractChange, ContractFile, after_change, is_of_requirement, read_after, read_written, splice_of,
    splice_within, with_requirement,
};
use crate::i18n::Lang;

/// A contract as it was read after a change.
struct ReadAnew {
    file: ContractFile,
    /// The change of its text.
    change: Splice,
    /// Its findings. Those of a long contract are looked for in slices, while the page answers.
    found: Option<Vec<Diagnostic>>,
}

impl Case {
    /// The case after its contract was changed, or what is typed into the contract's fields; `None` where nothing was.
    pub(super) fn after_writing(&self, edit: &WritingEdit, lang: Lang) -> Option<Self> {
        match edit {
            edit if self.contract.contract.locked.is_some() && !is_for_locked(edit) => None,
            WritingEdit::Type { at, text } => self.after_typing_in_contract(at, text, lang),
            WritingEdit::Clarify { at, value } => {
                let reading = Ok(Some(value.to_string().into()));
                Some(self.after_answer(
                    at,
                    WrittenText { text: lang.words().number(*value).into(), lang, reading },
                    lang,
                ))
            }
            WritingEdit::Answer { at, reading } => {
                let (contract, typed) = (&self.contract.contract, self.writing.typed.get(at)?);
                let readings = phrase_readings(contract, at, &typed.text, typed.lang);
                let json = phrase_json(contract, at, readings.get(*reading)?)?;
                Some(self.after_answer(
                    at,
                    WrittenText { reading: Ok(Some(json.into())), ..typed.clone() },
                    lang,
                ))
            }
            WritingEdit::Leave { at } => {
                (self.writing.typing.as_ref() == Some(at)).then(|| self.with_contract_field_left())
            }
            WritingEdit::Change(changes) => self.after_contract_changes(changes, lang),
            WritingEdit::Examined { source, findings } => self.after_examining_text(source, findings),
        }
    }

    /// The case after a person said what the text of a field means.
    fn after_answer(&self, at: &Rc<str>, text: WrittenText, lang: Lang) -> Self {
        let case = self.settled(lang).with_contract_field_left();
        let mut writing = (*case.writing).clone();
        writing.typed.insert(Rc::clone(at), text);
        let read = case.take_in(&mut writing, at);
        case.with_contract_step(read, writing, None, false)
    }

    fn after_typing_in_contract(&self, at: &Rc<str>, text: &Rc<str>, lang: Lang) -> Option<Self> {
        let goes_on = self.writing.typing.as_ref() == Some(at);
        let case = if goes_on { self.clone() } else { self.settled(lang).with_contract_field_left() };
        if case.writing.typed.get(at).is_some_and(|typed| typed.text == *text) {
            return None;
        }
        let mut writing = (*case.writing).clone();
        writing.typed.insert(Rc::clone(at), WrittenText::read(at, text, lang, &case.contract.contract));
        writing.typing = Some(Rc::clone(at));
        writing.without_rule = None;
        let read = case.take_in(&mut writing, at);
        Some(case.with_contract_step(read, writing, Some(at), goes_on))
    }

    /// The case after the field that was being typed in was left: what is in the contract stands for its text.
    fn with_contract_field_left(&self) -> Self {
        let Some(at) = &self.writing.typing else { return self.clone() };
        let mut writing = (*self.writing).clone();
        writing.typing = None;
        let is_taken = |typed: &WrittenText| match &typed.reading {
            Ok(Some(_)) => !writing.problems.contains_key(item_of(at)) || self.says(at, typed),
            Ok(None) => self.says(at, typed),
            Err(_) => false,
        };
        if writing.typed.get(at).is_some_and(is_taken) {
            writing.typed.remove(at);
        }
        Self { writing: Rc::new(writing), ..self.clone() }
    }

    /// Whether the contract says at a place what was typed there.
    fn says(&self, at: &str, typed: &WrittenText) -> bool {
        let change = typed.reading.as_ref().ok().and_then(|value| self.change_to(&[(at, value)], false));
        change.is_some_and(|change| change.is_empty())
    }

    /// The change of the contract's text after which it says these values, all of one item, at their places; none goes where
    /// there is none. `without_rule` also takes the item's rule out.
    fn change_to(&self, values: &[(&str, &Option<Rc<str>>)], without_rule: bool) -> Option<Splice> {
        let item = values.first().map(|(at, _)| item_of(at))?;
        splice_within(&self.contract, item, |text, place| {
            let text = values.iter().try_fold(text.to_owned(), |text, (at, value)| {
                let at = format!("{place}{}", at.strip_prefix(item)?);
                with_value(&text, &at, value.as_ref())
            })?;
            if !without_rule {
                return Some(text);
            }
            after_change(&text, &ContractChange::Remove { at: format!("{place}/scoring").into() })
        })
    }

    /// Takes what is typed into the item of a field into the contract: all of it where that can be read, else the field's
    /// own text alone. It says what the contract is then; none where it stays as it is.
    fn take_in(&self, writing: &mut Writing, at: &Rc<str>) -> Option<ReadAnew> {
        let item = item_of(at).to_owned();
        forget_what_a_phrase_says(writing, at);
        let all = waiting(writing, &item);
        let mut own: Vec<_> = all.iter().filter(|(place, _)| place == at).cloned().collect();
        // What belongs to a kind or a rule that waits is nothing without it.
        let belongs = all.iter().filter(|(place, _)| place != at).any(|(place, _)| {
            let around = place.strip_suffix("/kind").or(place.strip_suffix("/rule"));
            around.is_some_and(|around| at.strip_prefix(around).is_some_and(|rest| rest.starts_with('/')))
        });
        if belongs || own.len() == all.len() {
            own.clear();
        }
        let is_kind = all.iter().any(|(place, _)| place.ends_with("/kind") || place.ends_with("/phrase"));
        let mut first = None;
        for (values, without_rule) in [(&all, false), (&all, true), (&own, false), (&own, true)] {
            if values.is_empty() || without_rule && !is_kind {
                continue;
            }
            let pairs: Vec<_> = values.iter().map(|(place, value)| (&**place, value)).collect();
            match self.change_to(&pairs, without_rule).map(|change| self.read_anew(change)) {
                // A figure that is on the wrong side may be half typed.
                Some(Ok(Some(read)))
                    if without_rule && !self.rule_is_of_another_kind(&read.file.contract, &pairs) => {}
                Some(Ok(read)) => {
                    let is_all = values.len() == all.len();
                    for (place, _) in
                        values.iter().filter(|(place, _)| writing.typing.as_ref() != Some(place))
                    {
                        writing.typed.remove(place);
                    }
                    if is_all {
                        writing.problems.remove(&*item);
                    } else if let Some(found) = first {
                        writing.problems.insert(item.as_str().into(), found);
                    }
                    writing.without_rule = without_rule.then(|| item.into());
                    return read;
                }
                Some(Err(found)) => first = first.or(Some(found)),
                None => first = first.or(Some(Rc::default())),
            }
        }
        if let Some(found) = first {
            writing.problems.insert(item.into(), found);
        }
        None
    }

    /// Whether the rule of the item cannot score the target that it has in another contract. Kinds that are chosen say so.
    fn rule_is_of_another_kind(&self, other: &Contract, values: &[(&str, &Option<Rc<str>>)]) -> bool {
        values.iter().any(|(at, _)| {
            at.ends_with("/kind")
                || at.ends_with("/phrase") && !rule_fits_at(&self.contract.contract, other, at)
        })
    }

    /// Reads the contract after a change of its text; none where nothing changes. Errors are what refuses it.
    fn read_anew(&self, change: Splice) -> Result<Option<ReadAnew>, Rc<[Code]>> {
        if change.is_empty() {
            return Ok(None);
        }
        let (file, found) = if self.contract.is_long() {
            (read_after(&self.contract, &change)?, None)
        } else {
            let text = change.applied_to(&self.contract.source).unwrap_or_default();
            let (file, found) = read_written(&text, true)?;
            (file, Some(found))
        };
        Ok(Some(ReadAnew { file, change, found }))
    }

    fn after_contract_changes(&self, changes: &[ContractChange], lang: Lang) -> Option<Self> {
        let case = self.settled(lang).with_contract_field_left();
        let mut writing = (*case.writing).clone();
        let place = changes.first()?.place();
        match case.read_anew(splice_of(&case.contract, changes)?) {
            Ok(None) => None,
            Ok(read) => {
                for change in changes {
                    writing.after_change(change);
                }
                writing.without_rule = None;
                // What refused an earlier change says nothing of this contract.
                let Writing { typed, problems, .. } = &mut writing;
                problems.retain(|item, _| typed.keys().any(|at| item_of(at) == &**item));
                Some(case.with_contract_step(read, writing, None, false))
            }
            Err(found) => {
                writing.problems.insert(item_of(place).into(), found);
                Some(Self { writing: Rc::new(writing), ..case })
            }
        }
    }

    /// The case with another contract and with what is typed beside it, recorded. Where `goes_on` says so, it is one step
    /// with the last change of the field.
    fn with_contract_step(
        &self,
        read: Option<ReadAnew>,
        mut writing: Writing,
        at: Option<&Rc<str>>,
        goes_on: bool,
    ) -> Self {
        let mut next = self.clone();
        let mut change = Splice::default();
        if let Some(read) = read {
            writing.is_unexamined = read.found.is_none();
            next.findings = self.findings_after(read.found);
            next.put_contract(read.file);
            change = read.change;
        }
        next.writing = Rc::new(writing);
        let earlier = at.filter(|_| goes_on).and_then(|at| next.history.take_typing(at));
        let (splice, before) = match earlier {
            Some(step) if change.is_empty() => (step.splice, step.before),
            Some(step) => (step.splice.then(&change, &self.contract.source), step.before),
            None => (change, self.contract_state()),
        };
        let after = next.contract_state();
        if !splice.is_empty() || before.writing != after.writing {
            let step = ContractStep { at: at.cloned(), splice, before, after };
            next.history.record(UndoStep { field: None, change: UndoChange::Contract(Box::new(step)) });
        }
        next.revision += 1;
        next
    }

    /// Puts another contract in place, and works its assessments out anew.
    fn put_contract(&mut self, file: ContractFile) {
        let before = std::mem::replace(&mut self.contract, file).contract;
        let contract = Rc::clone(&self.contract.contract);
        for sheet in &mut self.sheets {
            let sheet = Rc::make_mut(sheet);
            let assessment = &mut sheet.file.assessment;
            // An empty assessment is one of the contract as it stands. Of a long one it says so once it says something.
            if assessment.sha256.is_some() && assessment.is_blank() {
                let is_short = !self.contract.is_long();
                assessment.sha256 = is_short.then(|| self.contract.fingerprint.canonical().to_owned());
            }
            let evaluation = sheet.evaluation.of_changed(&before, &contract, &sheet.file.assessment);
            sheet.evaluation = Rc::new(evaluation);
        }
    }

    /// The case once an assessment of a long contract says something that said nothing before: from now on it names the
    /// contract that it was made for.
    pub(super) fn begun_since(mut self, before: &Self) -> Self {
        let is_unsaid = |case: &Self| {
            let assessment = case.sheet().map(|sheet| sheet.assessment());
            assessment.is_some_and(|assessment| assessment.sha256.is_none() && assessment.is_blank())
        };
        if self.contract.is_long() && is_unsaid(before) && !is_unsaid(&self) {
            let sum = self.contract.fingerprint.canonical().to_owned();
            self.change_current(|sheet| sheet.file.assessment.sha256 = Some(sum));
        }
        self
    }

    fn contract_state(&self) -> ContractState {
        // As it is once the field is left: typing that ends where it began is no step.
        let case = self.with_contract_field_left();
        ContractState {
            contract: case.contract.contract,
            file_sum: case.contract.file_sum,
            findings: case.findings,
            writing: case.writing,
        }
    }

    /// The findings in the contract, where they were looked for, before those in its assessments.
    fn findings_after(&self, found: Option<Vec<Diagnostic>>) -> Rc<[Diagnostic]> {
        let Some(found) = found else { return Rc::clone(&self.findings) };
        let is_in_assessment = |one: &&Diagnostic| match one.path.steps().first() {
            Some(PathStep::Key(key)) => matches!(&**key, "assessments" | "results" | "individual"),
            _ => false,
        };
        let others = self.findings.iter().filter(is_in_assessment).cloned();
        found.into_iter().chain(others).collect()
    }

    fn after_examining_text(&self, source: &Rc<str>, findings: &[Diagnostic]) -> Option<Self> {
        if !self.writing.is_unexamined || !Rc::ptr_eq(source, &self.contract.source) {
            return None;
        }
        let writing = Writing { is_unexamined: false, ..(*self.writing).clone() };
        let findings = self.findings_after(Some(findings.to_vec()));
        Some(Self { findings, writing: Rc::new(writing), ..self.clone() })
    }

    /// Puts texts into fields again that waited beside the contract.
    pub(super) fn with_waiting_texts(mut self, typed: impl Iterator<Item = (Rc<str>, WrittenText)>) -> Self {
        let mut writing = (*self.writing).clone();
        writing.typed.extend(typed);
        // A locked contract stays as it is, even where a text could be taken in by now.
        if self.contract.contract.locked.is_none() {
            let places: Vec<Rc<str>> = writing.typed.keys().cloned().collect();
            for at in &places {
                if let Some(read) = self.take_in(&mut writing, at) {
                    self.findings = self.findings_after(read.found);
                    self.put_contract(read.file);
                }
            }
        }
        self.writing = Rc::new(writing);
        self
    }

    /// The case before or after the last change of the contract.
    fn after_step_of_contract(&self, back: bool, lang: Lang) -> Option<Self> {
        let mut next = self.settled(lang).with_contract_field_left();
        let step = if back { next.history.undo()? } else { next.history.redo()? };
        let UndoChange::Contract(step) = &step.change else { return None };
        let (splice, state) = if back {
            (step.splice.clone().reversed(), &step.before)
        } else {
            (step.splice.clone(), &step.after)
        };
        if !splice.is_empty() {
            let source: Rc<str> = splice.applied_to(&next.contract.source)?.into();
            let mut file = ContractFile::of_text(Rc::clone(&state.contract), source);
            file.file_sum.clone_from(&state.file_sum);
            next.put_contract(file);
        }
        next.findings = Rc::clone(&state.findings);
        next.writing = Rc::clone(&state.writing);
        next.revision += 1;
        Some(next)
    }
}

impl State {
    /// The state after a change of the contract was undone, or made again.
    pub(super) fn after_contract_step(&self, back: bool) -> Option<Self> {
        let case = self.case.as_ref()?.after_step_of_contract(back, self.lang)?;
        let message = if back { Message::Undone { field: None } } else { Message::Redone { field: None } };
        Some(self.with_case(case).with_message(message))
    }
}

/// Whether a change is one that a locked contract takes: only that it is unlocked.
fn is_for_locked(edit: &WritingEdit) -> bool {
    match edit {
        WritingEdit::Type { .. } | WritingEdit::Clarify { .. } | WritingEdit::Answer { .. } => false,
        WritingEdit::Leave { .. } | WritingEdit::Examined { .. } => true,
        WritingEdit::Change(changes) => {
            matches!(&**changes, [ContractChange::Remove { at }] if **at == *"/locked")
        }
    }
}

/// The texts of an item's fields that can be read, each with its value.
fn waiting(writing: &Writing, item: &str) -> Vec<(Rc<str>, Option<Rc<str>>)> {
    let of_item = writing.typed.iter().filter(|(at, _)| item_of(at) == item);
    of_item.filter_map(|(at, typed)| Some((Rc::clone(at), typed.reading.clone().ok()?))).collect()
}

/// Texts that wait for the rest of a target are gone once a phrase says what it is.
fn forget_what_a_phrase_says(writing: &mut Writing, at: &str) {
    let Some(target) = at.strip_suffix("phrase") else { return };
    if !matches!(writing.typed.get(at).map(|typed| &typed.reading), Some(Ok(Some(json))) if **json != *"{}") {
        return;
    }
    writing.typed.retain(|place, _| {
        let key = place.strip_prefix(target).map(|rest| rest.split('/').next().unwrap_or_default());
        !key.is_some_and(is_of_requirement)
    });
}

fn with_value(text: &str, at: &str, value: Option<&Rc<str>>) -> Option<String> {
    match (at.strip_suffix("/phrase"), value) {
        (Some(target), Some(value)) => with_requirement(text, target, value),
        (None, Some(value)) => {
            after_change(text, &ContractChange::Set { at: at.into(), value: Rc::clone(value) })
        }
        (_, None) => after_change(text, &ContractChange::Remove { at: at.into() }),
    }
}

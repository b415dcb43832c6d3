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
use crate::findings::{Diagnostic, PathStep};
use crate::format::json::Splice;
use crate::format::{
    ContractChange, ContractFile, Fingerprint, after_change, is_of_requirement, read_written,
    with_requirement, within_goal,
};
use crate::i18n::Lang;

/// The longest text, in bytes, of which the findings are looked for at once. Those of a longer one are looked for in
/// slices, while the page answers.
const AT_ONCE: usize = 200_000;

/// A contract as it was read after a change, with its findings where they were looked for.
type ReadAnew = (ContractFile, Option<Vec<Diagnostic>>);

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
        let text =
            typed.reading.as_ref().ok().map(|value| with_values(&self.contract.source, &[(at, value)]));
        text.is_some_and(|text| text.as_deref() == Some(&*self.contract.source))
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
            let mut text = with_values(&self.contract.source, &pairs);
            if without_rule {
                let change = ContractChange::Remove { at: format!("{item}/scoring").into() };
                text = text.and_then(|text| after_change(&text, &change));
            }
            match text.map(|text| self.read_anew(&text)) {
                // A figure that is on the wrong side may be half typed.
                Some(Ok(Some((file, _))))
                    if without_rule && !self.rule_is_of_another_kind(&file.contract, &pairs) => {}
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

    /// Reads a text in place of the contract's; none where it is the same. Errors are what refuses it.
    fn read_anew(&self, text: &str) -> Result<Option<ReadAnew>, Rc<[Diagnostic]>> {
        if text == &*self.contract.source {
            return Ok(None);
        }
        let at_once = text.len() <= AT_ONCE;
        match read_written(text, at_once) {
            Ok((file, found)) => Ok(Some((file, at_once.then_some(found)))),
            Err(found) => Err(found.into()),
        }
    }

    fn after_contract_changes(&self, changes: &[ContractChange], lang: Lang) -> Option<Self> {
        let case = self.settled(lang).with_contract_field_left();
        let source = case.contract.source.to_string();
        let text = changes.iter().try_fold(source, |text, change| after_change(&text, change))?;
        let mut writing = (*case.writing).clone();
        let place = changes.first().map(|change| match change {
            ContractChange::Set { at, .. } | ContractChange::Remove { at } => at,
            ContractChange::SetEach { list, .. }
            | ContractChange::Insert { list, .. }
            | ContractChange::Append { list, .. }
            | ContractChange::Move { list, .. } => list,
        })?;
        match case.read_anew(&text) {
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
        if let Some((file, found)) = read {
            writing.is_unexamined = found.is_none();
            next.findings = self.findings_after(found);
            next.put_contract(file);
        }
        next.writing = Rc::new(writing);
        let earlier = at.filter(|_| goes_on).and_then(|at| next.history.take_typing(at));
        let (source, before) = match earlier {
            Some(step) => {
                let source = step.splice.reversed().applied_to(&self.contract.source);
                (source.map_or_else(|| Rc::clone(&self.contract.source), Rc::from), step.before)
            }
            None => (Rc::clone(&self.contract.source), self.contract_state()),
        };
        let (splice, after) = (Splice::between(&source, &next.contract.source), next.contract_state());
        if !splice.is_empty() || before.writing != after.writing {
            let step = ContractStep { at: at.cloned(), splice, before, after };
            next.history.record(UndoStep { field: None, change: UndoChange::Contract(Box::new(step)) });
        }
        next.revision += 1;
        next
    }

    /// Puts another contract in place, and works its assessments out anew.
    fn put_contract(&mut self, file: ContractFile) {
        self.contract = file;
        let contract = Rc::clone(&self.contract.contract);
        for sheet in &mut self.sheets {
            let sheet = Rc::make_mut(sheet);
            let assessment = &mut sheet.file.assessment;
            // An empty assessment is one of the contract as it stands.
            if assessment.sha256.is_some() && assessment.is_blank() {
                assessment.sha256 = Some(self.contract.fingerprint.canonical().to_owned());
            }
            sheet.evaluate(&contract);
        }
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
        let places: Vec<Rc<str>> = writing.typed.keys().cloned().collect();
        for at in &places {
            if let Some((file, found)) = self.take_in(&mut writing, at) {
                self.findings = self.findings_after(found);
                self.put_contract(file);
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
            next.put_contract(ContractFile {
                contract: Rc::clone(&state.contract),
                fingerprint: Fingerprint::of_text(Rc::clone(&source)),
                source,
                file_sum: state.file_sum.clone(),
            });
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

/// A text with these values, all of one item, at their places; none goes where there is none.
fn with_values(text: &str, values: &[(&str, &Option<Rc<str>>)]) -> Option<String> {
    let item = values.first().map(|(at, _)| item_of(at)).unwrap_or_default();
    let apply = |text: &str, alone: &str| {
        values.iter().try_fold(text.to_owned(), |text, (at, value)| {
            let at = format!("{alone}{}", at.strip_prefix(item)?);
            with_value(&text, &at, value.as_ref())
        })
    };
    match item.strip_prefix("/goals/").and_then(|goal| goal.parse().ok()) {
        Some(goal) => within_goal(text, goal, apply),
        None => apply(text, item),
    }
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

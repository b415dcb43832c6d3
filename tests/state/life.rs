//! A contract's life, whatever a person does to it: written, pasted into, locked, filled in, undone and done again.

use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use resultatkontrakt::app::{Action, WritingEdit, WritingKind, goal_removal, reduce, save};
use resultatkontrakt::findings::{Diagnostic, Severity};
use resultatkontrakt::format::json::Splice;
use resultatkontrakt::format::{ContractChange, Document, TEMPLATES, quoted, read, read_written};
use resultatkontrakt::i18n::{Lang, Words};
use resultatkontrakt::table::pasted::{propose, read_pasted};
use serde_json::Value;

use crate::drafts::{resumed, stored};
use crate::laws;
use crate::page::{CONTRACT, Page};

/// Contracts of every kind, as people write them; those of the templates come behind them.
const WRITTEN: [&str; 10] = [
    r#"{"format":"resultatkontrakt","version":1,"id":"ny","title":"Ny","points":{"total":100},"goals":[]}"#,
    include_str!("../../contracts/ses-ratings.json"),
    include_str!("../../contracts/scorecard-2023.json"),
    include_str!("../../contracts/vejlefjord-2015.json"),
    include_str!("../../contracts/trafikstyrelsen-2023.json"),
    include_str!("../../contracts/copenhagen-2009.json"),
    include_str!("../../contracts/ams-2003.json"),
    include_str!("../schema/contract.json"),
    include_str!("../schema/pots.json"),
    CONTRACT,
];

fn begun(which: usize, is_compact: bool) -> String {
    let template = |at: usize| TEMPLATES[at].for_year(2009);
    let text = WRITTEN.get(which).map_or_else(|| template(which - WRITTEN.len()), |text| (*text).to_owned());
    if is_compact { serde_json::from_str::<Value>(&text).unwrap().to_string() } else { text }
}

/// What may be typed into any field.
const TEXTS: [&str; 56] = [
    "",
    "150",
    "0-99",
    "99-0",
    "op til 150",
    "x",
    "Færre sager",
    "1.1.2009",
    "31.12.2010",
    "30/6",
    "2009",
    "2009-12",
    "december 2010",
    "2. kvartal 2009",
    "0001",
    "9999",
    "at_most",
    "at_least",
    "between",
    "by",
    "done",
    "assessed",
    "rated",
    "unchanged",
    "all_of",
    "any_of",
    "undetermined",
    "linear",
    "proportional",
    "scale",
    "parts",
    "all_or_nothing",
    "step",
    "sum",
    "goal-1",
    "goal-2",
    "ams-2003#goal-1",
    "product-4",
    "drift",
    "da",
    "en",
    "true",
    "false",
    "0",
    "-1",
    "100",
    "0,000000001",
    "999999999999999",
    "99999999999999999999",
    "4294967296",
    "højst 24.940 forløb i december 2010",
    "mindst 85 pct.",
    "senest 30. juni",
    "mellem 5 og 10",
    "5 pct. lavere end 2008",
    "שלום \u{202e}x\u{0} \"\\",
];

/// Keys of fields that a contract may not have yet.
const KEYS: [&str; 44] = [
    "id",
    "title",
    "label",
    "group",
    "weight",
    "unit",
    "description",
    "note",
    "page",
    "period",
    "from",
    "to",
    "binding_year",
    "kind",
    "value",
    "min",
    "max",
    "date",
    "baseline",
    "percent",
    "points",
    "tolerance",
    "measured",
    "rule",
    "zero_at",
    "cap",
    "at",
    "share",
    "between",
    "scale",
    "total",
    "decimals",
    "institution",
    "individual",
    "max_percent",
    "amount",
    "level",
    "factor",
    "goal",
    "materiality",
    "vulnerability",
    "priority",
    "rollup",
    "lapsed",
];

const PASTED: [&str; 4] = [
    "Mål\tKrav 2009\tVægt\nFærre klager\thøjst 25\t100\nTilfredshed\t85 pct.\t50",
    "Område\tMål\tResultater 2008\tKrav\tVægt\nDrift\tMål 1: Sager\t32.533 (september)\thøjst 26.675 forløb i december 2009\t0-150",
    "Mål\tRisiko\tV\tS\tHandling\nMål 1\tIT forsinkes\t3\t2\tPlan\nMål 9\tAndet\t1\t1\t",
    "Goal\tTarget 2009\tWeight\nGoal 1: Fewer cases\tat most 1,100\t60\nGoal 1: Fewer cases\tat most 1,100\t60",
];

/// Something that a person does. What it is done to is picked from what the contract says then.
#[derive(Clone, Debug)]
enum Deed {
    Type { at: Index, text: &'static str },
    TypeNew { around: Index, key: &'static str, text: &'static str },
    Phrase { goal: Index, part: Option<Index>, text: &'static str },
    Leave,
    Answer(usize),
    Clarify,
    Set { at: Index, from: Index },
    SetNew { around: Index, key: &'static str, from: Index },
    SetEach { list: Index, key: &'static str, from: Index },
    Remove(Index),
    Insert { list: Index, at: usize, from: Index },
    Append { list: Index, from: Index },
    Move { list: Index, from: usize, to: usize },
    Copy(Index),
    RemoveGoal(Index),
    Together(Vec<Deed>),
    Paste(usize),
    Lock,
    Unlock,
    Other(Box<Action>),
}

fn change_of_any() -> impl Strategy<Value = Deed> {
    let index = any::<Index>;
    let (key, near) = (|| select(KEYS.to_vec()), || prop_oneof![4 => 0_usize..4, 1 => 4_usize..40]);
    prop_oneof![
        3 => (index(), index()).prop_map(|(at, from)| Deed::Set { at, from }),
        2 => (index(), key(), index()).prop_map(|(around, key, from)| Deed::SetNew { around, key, from }),
        1 => (index(), key(), index()).prop_map(|(list, key, from)| Deed::SetEach { list, key, from }),
        3 => index().prop_map(Deed::Remove),
        2 => (index(), near(), index()).prop_map(|(list, at, from)| Deed::Insert { list, at, from }),
        2 => (index(), index()).prop_map(|(list, from)| Deed::Append { list, from }),
        3 => (index(), near(), near()).prop_map(|(list, from, to)| Deed::Move { list, from, to }),
        2 => index().prop_map(Deed::Copy),
        2 => index().prop_map(Deed::RemoveGoal),
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    let index = any::<Index>;
    let (key, text) = (|| select(KEYS.to_vec()), || select(TEXTS.to_vec()));
    let other = |action: Action| Deed::Other(Box::new(action));
    prop_oneof![
        8 => (index(), text()).prop_map(|(at, text)| Deed::Type { at, text }),
        5 => (index(), key(), text()).prop_map(|(around, key, text)| Deed::TypeNew { around, key, text }),
        3 => (index(), prop::option::of(index()), text()).prop_map(|(goal, part, text)| Deed::Phrase { goal, part, text }),
        3 => Just(Deed::Leave),
        1 => (0_usize..3).prop_map(Deed::Answer),
        1 => Just(Deed::Clarify),
        14 => change_of_any(),
        1 => prop::collection::vec(change_of_any(), 2..5).prop_map(Deed::Together),
        1 => (0..PASTED.len()).prop_map(Deed::Paste),
        1 => Just(Deed::Lock),
        1 => Just(Deed::Unlock),
        5 => laws::action().prop_map(other),
        2 => Just(other(Action::Undo)),
        1 => Just(other(Action::Redo)),
    ]
}

/// What a contract's text holds, by place.
struct Places {
    root: Value,
    all: Vec<String>,
}

impl Places {
    fn of(text: &str) -> Self {
        fn add(at: &str, value: &Value, all: &mut Vec<String>) {
            all.push(at.to_owned());
            match value {
                Value::Array(items) => {
                    items
                        .iter()
                        .enumerate()
                        .for_each(|(place, item)| add(&format!("{at}/{place}"), item, all));
                }
                Value::Object(members) => members.iter().for_each(|(key, member)| {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    add(&format!("{at}/{key}"), member, all);
                }),
                _ => {}
            }
        }
        let root: Value = serde_json::from_str(text).unwrap();
        let mut all = Vec::new();
        add("", &root, &mut all);
        Self { root, all }
    }

    fn value(&self, at: &str) -> &Value {
        self.root.pointer(at).unwrap()
    }

    fn pick(&self, of: Index, is_one: impl Fn(&Value) -> bool) -> Option<&str> {
        let some: Vec<&String> =
            self.all.iter().filter(|at| !at.is_empty() && is_one(self.value(at))).collect();
        (!some.is_empty()).then(|| of.get(&some).as_str())
    }

    /// A value from anywhere, as JSON.
    fn borrowed(&self, from: Index) -> String {
        self.pick(from, |_| true).map_or_else(|| "{}".to_owned(), |at| self.value(at).to_string())
    }
}

/// The changes that a deed makes at once; none where there is nothing to do it to.
fn changes(deed: &Deed, page: &Page, places: &Places) -> Option<Vec<ContractChange>> {
    let list = |of: Index| places.pick(of, Value::is_array).map(Rc::from);
    Some(vec![match deed {
        Deed::Set { at, from } => {
            let at = places.pick(*at, |_| true)?.into();
            ContractChange::Set { at, value: places.borrowed(*from).into() }
        }
        Deed::SetNew { around, key, from } => {
            let at = format!("{}/{key}", places.pick(*around, Value::is_object)?).into();
            ContractChange::Set { at, value: places.borrowed(*from).into() }
        }
        Deed::SetEach { list: of, key, from } => {
            let list: Rc<str> = list(*of)?;
            let count = places.value(&list).as_array().map_or(0, Vec::len);
            let values = (0..count).map(|at| (at % 3 > 0).then(|| places.borrowed(*from))).collect();
            ContractChange::SetEach { list, key: (*key).into(), values }
        }
        Deed::Remove(at) => ContractChange::Remove { at: places.pick(*at, |_| true)?.into() },
        Deed::Insert { list: of, at, from } => {
            ContractChange::Insert { list: list(*of)?, index: *at, value: places.borrowed(*from).into() }
        }
        Deed::Append { list: of, from } => {
            ContractChange::Append { list: list(*of)?, values: [places.borrowed(*from)].into() }
        }
        Deed::Move { list: of, from, to } => ContractChange::Move { list: list(*of)?, from: *from, to: *to },
        Deed::Copy(at) => {
            let at = places.pick(*at, |value| value.get("id").is_some())?;
            let (list, index) =
                at.rsplit_once('/').and_then(|(list, index)| Some((list, index.parse().ok()?)))?;
            let mut copy = places.value(at).clone();
            copy["id"] = Value::from(format!("copy-{}", places.all.len()));
            ContractChange::Insert { list: list.into(), index, value: copy.to_string().into() }
        }
        Deed::RemoveGoal(at) => {
            let contract = page.state.contract()?;
            let gone = goal_removal(contract, at.index(contract.goals.len().max(1)));
            return (!gone.is_empty()).then_some(gone);
        }
        Deed::Together(deeds) => {
            let all: Vec<_> = deeds.iter().filter_map(|deed| changes(deed, page, places)).flatten().collect();
            return (!all.is_empty()).then_some(all);
        }
        Deed::Paste(which) => {
            let proposals = propose(&read_pasted("", PASTED[*which]), Lang::Da, None);
            return Some(proposals.added_to(page.state.contract()?, |_| false, Words::DANISH));
        }
        Deed::Lock => {
            let sum = page.case().contract.fingerprint.canonical();
            let value = format!(r#"{{"on":"2008-12-19","sha256":{}}}"#, quoted(sum));
            ContractChange::Set { at: "/locked".into(), value: value.into() }
        }
        Deed::Unlock => ContractChange::Remove { at: "/locked".into() },
        _ => return None,
    }])
}

fn action(deed: &Deed, page: &Page) -> Option<Action> {
    let places = Places::of(&page.case().contract.source);
    let typed = |at: String, text: &str| WritingEdit::Type { at: at.into(), text: text.into() };
    let writing = &page.case().writing;
    let edit = match deed {
        Deed::Other(action) => return Some((**action).clone()),
        Deed::Type { at, text } => {
            let is_field = |value: &Value| !value.is_object() && !value.is_array();
            typed(places.pick(*at, is_field)?.to_owned(), text)
        }
        Deed::TypeNew { around, key, text } => {
            typed(format!("{}/{key}", places.pick(*around, Value::is_object)?), text)
        }
        Deed::Phrase { goal, part, text } => {
            let is_target = |value: &Value| value.get("kind").is_some();
            let at = places.pick(*goal, is_target)?;
            let at = part.and_then(|part| {
                let parts = places.value(at).get("parts")?.as_array()?.len();
                Some(format!("{at}/parts/{}", part.index(parts.max(1))))
            });
            let at = at.or_else(|| places.pick(*goal, is_target).map(str::to_owned))?;
            typed(format!("{at}/phrase"), text)
        }
        Deed::Leave => WritingEdit::Leave { at: writing.typing.clone()? },
        Deed::Answer(reading) => {
            let at = writing.typed.keys().find(|at| at.ends_with("/phrase"))?;
            WritingEdit::Answer { at: Rc::clone(at), reading: *reading }
        }
        Deed::Clarify => {
            let at = writing.typed.keys().find(|at| WritingKind::at(at).is_figure())?;
            WritingEdit::Clarify { at: Rc::clone(at), value: 1234.into() }
        }
        deed => WritingEdit::Change(changes(deed, page, &places)?.into()),
    };
    Some(edit.into())
}

/// What is typed beside the contract and into the assessments, and what those say.
fn shown(page: &Page) -> String {
    let sheets = &page.case().sheets;
    let texts: Vec<_> = sheets.iter().map(|sheet| (sheet.assessment(), &sheet.typed)).collect();
    format!("{:?}{texts:?}", page.case().writing.typed)
}

fn same_text(one: &str, other: &str) {
    let apart = Splice::between(one, other);
    assert!(apart.is_empty(), "{apart:?}");
}

/// The text has no errors, says what the model says, and what is found in it is found with its place.
fn holds(page: &Page) {
    let case = page.case();
    let source = &case.contract.source;
    let (file, found) = read_written(source, true).unwrap_or_else(|errors| panic!("{errors:?}"));
    assert!(*file.contract == *case.contract.contract);
    assert_eq!(file.fingerprint.canonical(), case.contract.fingerprint.canonical());
    let of_contract: Vec<&Diagnostic> = case.findings.iter().collect();
    assert!(found.iter().all(|one| of_contract.contains(&one)), "{found:?} and {of_contract:?}");
    let lines = source.split('\n').count();
    for one in &found {
        assert_ne!(one.severity, Severity::Error);
        assert!(
            one.line >= 1 && one.line <= lines && one.column >= 1 && one.range.end <= source.len(),
            "{one:?}"
        );
        for words in [Words::DANISH, Words::ENGLISH] {
            assert!(one.code.message(words).ends_with('.'), "{one:?}");
        }
    }
    page.adds_up();
}

/// What is saved, and what is kept as a draft, comes back as it was.
fn comes_back(page: &Page) {
    let case = page.case();
    if case.is_unsaved() {
        let again = resumed(&stored(page));
        // What waited may be taken in by now. The line break that a file ends with is no part of what a draft holds.
        if case.writing.typed.is_empty() || case.contract.contract.locked.is_some() {
            same_text(case.contract.source.trim_end(), &again.case().contract.source);
        }
        let texts = |page: &Page| {
            let typed = page.case().writing.typed.iter();
            typed.map(|(at, typed)| (at.clone(), typed.text.clone())).collect::<Vec<_>>()
        };
        let kept = texts(page);
        assert!(texts(&again).iter().all(|text| kept.contains(text)));
    }
    let file = save::case_file(&page.state).unwrap();
    match read(file.text.as_bytes()) {
        reading if reading.diagnostics.iter().any(|one| one.code.name() == "too-deep") => {}
        reading => {
            let Some(Document::Case(saved)) = reading.document else { panic!("{:?}", reading.diagnostics) };
            assert!(*saved.contract.contract == *case.contract.contract);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_the_way_back_gives_the_same_bytes(
        which in 0..WRITTEN.len() + TEMPLATES.len(), is_compact in prop::bool::weighted(0.1),
        deeds in prop::collection::vec(deed(), 1..20),
    ) {
        let text = begun(which, is_compact);
        let mut page = Page::start();
        page.open_text("begyndt.json", &text, "1");
        let begin = shown(&page);
        for deed in deeds {
            let Some(action) = action(&deed, &page) else { continue };
            let is_in_vain = matches!(action, Action::Undo | Action::Redo);
            let next = reduce(&page.state, action);
            prop_assert!(is_in_vain || next.case.is_some());
            page.state = next;
            holds(&page);
        }
        if let Some(at) = page.case().writing.typing.clone() {
            page.state = reduce(&page.state, WritingEdit::Leave { at });
        }
        comes_back(&page);
        page.state = reduce(&page.state, Action::Language(Lang::Da));
        while page.case().history.can_redo() {
            page.does(Action::Redo);
        }
        if page.case().history.can_undo() {
            // What was still being typed is left by then.
            page.does(Action::Undo);
            page.does(Action::Redo);
        }
        let (end, said) = (page.case().contract.source.clone(), shown(&page));
        let mut steps = 0;
        while page.case().history.can_undo() {
            page.does(Action::Undo);
            holds(&page);
            steps += 1;
        }
        same_text(&text, &page.case().contract.source);
        prop_assert_eq!(shown(&page), begin);
        for _ in 0..steps {
            page.does(Action::Redo);
            holds(&page);
        }
        same_text(&end, &page.case().contract.source);
        prop_assert_eq!(shown(&page), said);
        prop_assert!(!page.case().history.can_redo());
    }
}

//! `kontrakt renew`: next year's contract, with what is proposed for each goal.

use std::collections::BTreeMap;
use std::path::PathBuf;

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::contract::{GoalId, parts_of_reference};
use resultatkontrakt::domain::renewal::{NoRenewal, Proposal, Question, Renewal, Wish, Wishes, propose};
use resultatkontrakt::format;
use resultatkontrakt::format::{ContractFile, Renewed, with_served_renewed};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::short::shortened;
use resultatkontrakt::i18n::text::{ContractText, RenewalText};

use super::beside::Beside;
use super::case::{Read, read};
use super::files::{finding, is_standard, write_new, write_or_print};
use super::output::{Ending, complain, print};
use super::table::columns;

/// The most letters of a goal's name or result in the table.
const WIDEST: usize = 48;

/// What is asked for.
pub(super) struct Request {
    pub(super) contract: PathBuf,
    pub(super) assessments: Vec<PathBuf>,
    pub(super) year: Option<i32>,
    pub(super) keep: Vec<GoalId>,
    pub(super) drop: Vec<GoalId>,
    /// Where the new year's contracts are that goals of this one serve.
    pub(super) with: Vec<PathBuf>,
    /// Where to, to a file that is not there yet; to standard output where nothing is said.
    pub(super) output: Option<PathBuf>,
    pub(super) words: Words,
}

pub(super) fn renew(request: &Request) -> Ending {
    let words = request.words;
    if let Some(ending) = refused(request) {
        return ending;
    }
    let Read { contract, assessments, .. } = match read(&request.contract, &request.assessments, words) {
        Ok(read) => read,
        Err(ending) => return ending,
    };
    let assessment = assessments.iter().max_by_key(|one| Assessment::precedence(one));
    let keep = request.keep.iter().map(|id| (id.clone(), Wish::Carry));
    // Whoever names a goal twice wants it gone.
    let decided: BTreeMap<_, _> =
        keep.chain(request.drop.iter().map(|id| (id.clone(), Wish::Drop))).collect();
    let wishes = Wishes { year: request.year, goals: Some(&decided) };
    let terms = &contract.contract;
    let is_unknown = |id: &&GoalId| terms.goal(id.as_str()).is_none() && terms.area(id.as_str()).is_none();
    let unknown: Vec<_> = request.keep.iter().chain(&request.drop).filter(is_unknown).collect();
    if !unknown.is_empty() {
        complain(unknown.iter().map(|id| words.no_such_goal(id.as_str())));
        return Ending::NotDone;
    }
    let renewal = match propose(terms, assessment, wishes) {
        Ok(renewal) => renewal,
        Err(why) => {
            let way = (why == NoRenewal::NoYear).then(|| words.year_is_given_by_option());
            complain([words.no_renewal(why)].into_iter().chain(way));
            return Ending::Fails;
        }
    };
    let Some(beside) = Beside::read(&request.with, words) else { return Ending::NotDone };
    let mut renewed = format::renew(&contract, &renewal);
    renewed.source = with_served_renewed(&renewed.source, |served, goal| {
        renewal.successor(beside.contracts(), served, goal)
    });
    let is_of_other = is_of_other_edition(&contract, assessment);
    let told: Vec<_> = lines(&renewal, &renewed, &beside, words)
        .into_iter()
        .chain(served_lines(&renewal, &beside, request))
        .chain(is_of_other.then(|| words.text(ContractText::OtherFingerprint).to_owned()))
        .collect();
    let ending = write(request, &renewed, &beside, told);
    if beside.has_refused { ending.max(Ending::Fails) } else { ending }
}

/// Writes the new contract and tells what was proposed; where it would have errors, it tells those.
fn write(request: &Request, renewed: &Renewed, beside: &Beside, told: Vec<String>) -> Ending {
    let words = request.words;
    let mut text = renewed.source.trim_end().to_owned();
    text.push('\n');
    let reading = format::read(text.as_bytes());
    let path = request.output.as_deref().unwrap_or(&request.contract);
    let Some(document) = reading.document else {
        // Such as a goal that was taken out although a condition names it.
        complain(told);
        complain(reading.diagnostics.iter().flat_map(|one| finding(path, one, words)));
        return Ending::Fails;
    };
    let found = beside.found_in(text.as_bytes(), &document);
    let found = found.iter().flat_map(|one| finding(path, one, words));
    let Some(output) = request.output.as_deref().filter(|path| !is_standard(path)) else {
        complain(told);
        complain(found);
        return write_or_print(None, &text, words);
    };
    let ending = write_new(output, &text, words);
    if ending == Ending::Good {
        print(told);
        complain(found);
    }
    ending
}

/// Whether the assessment was made for another text of the contract.
fn is_of_other_edition(contract: &ContractFile, assessment: Option<&Assessment>) -> bool {
    let made_for = assessment.and_then(|assessment| assessment.sha256.as_deref());
    made_for.is_some_and(|made_for| !contract.fingerprint.matches(made_for))
}

/// Nothing is written over last year's files.
fn refused(request: &Request) -> Option<Ending> {
    let output = request.output.as_ref()?.canonicalize().ok()?;
    let mut read = std::iter::once(&request.contract).chain(&request.assessments);
    let same = read.find(|path| path.canonicalize().is_ok_and(|path| path == output))?;
    complain([request.words.not_over(same)]);
    Some(Ending::NotDone)
}

/// What became of references to goals of other contracts.
fn served_lines(renewal: &Renewal<'_>, beside: &Beside, request: &Request) -> Vec<String> {
    let words = request.words;
    let references = renewal.references();
    let turned = references.into_iter().filter_map(|reference| {
        let (contract, goal) = parts_of_reference(reference)?;
        match renewal.successor(beside.contracts(), contract, goal) {
            Some(next) => Some(words.reference_turned(reference, next.as_str(), goal)),
            None if request.with.is_empty() => None,
            None => Some(words.reference_stays(reference, contract, goal)),
        }
    });
    let mut lines: Vec<String> = turned.collect();
    let asks = |of: &Proposal<'_>| {
        of.questions.contains(&Question::ContributesTo) && !is_turned(of, renewal, beside)
    };
    if renewal.goals.iter().chain(&renewal.areas).any(|of| of.goes_on() && asks(of))
        && request.with.is_empty()
    {
        lines.push(words.served_are_given_by_option());
    }
    lines
}

fn lines(renewal: &Renewal<'_>, renewed: &Renewed, beside: &Beside, words: Words) -> Vec<String> {
    let head = [
        RenewalText::Goal,
        RenewalText::Became,
        RenewalText::Proposal,
        RenewalText::NextTarget,
        RenewalText::ToDecide,
    ]
    .map(|name| words.text(name).to_owned());
    let proposals = renewal.goals.iter().chain(&renewal.areas);
    let rows = proposals.map(|of| {
        let lost_its_rule = renewed.without_rule.contains(&of.goal.id);
        row(of, renewal.year, lost_its_rule, is_turned(of, renewal, beside), words)
    });
    let table = columns(std::iter::once(head).chain(rows).collect());
    std::iter::once(words.renewal_heading(renewal))
        .chain(table)
        .chain(words.renewal_remarks(renewal))
        .collect()
}

/// Whether every goal that a goal serves is now the one of the new year's contract.
fn is_turned(of: &Proposal<'_>, renewal: &Renewal<'_>, beside: &Beside) -> bool {
    of.goal.contributes_to.iter().all(|one| {
        let parts = parts_of_reference(&one.goal);
        parts.is_some_and(|(served, goal)| renewal.successor(beside.contracts(), served, goal).is_some())
    })
}

fn row(of: &Proposal<'_>, year: i32, lost_its_rule: bool, is_turned: bool, words: Words) -> [String; 5] {
    let result = of.entry.map(|entry| words.entry_result(entry, Some(of.old_target()))).unwrap_or_default();
    let result = if result.is_empty() {
        words.text(RenewalText::NotAssessed).to_owned()
    } else {
        format!("{}: {}", shortened(&result, WIDEST), words.goal_status(of.status).to_lowercase())
    };
    let target = if of.goes_on() { words.goal_target(&of.next_goal()) } else { String::new() };
    let rule = lost_its_rule.then(|| words.text(RenewalText::AskRule).to_owned());
    let is_open =
        |question: &&Question| of.goes_on() && !(is_turned && **question == Question::ContributesTo);
    let questions = of.questions.iter().filter(is_open).map(|one| words.renewal_question(*one));
    // What is said of the year of a goal that is dropped speaks for keeping it.
    let remark = words.guideline_remark(of, year).filter(|_| !of.goes_on());
    let questions: Vec<String> = questions.chain(rule).chain(remark).collect();
    [shortened(of.goal.name(), WIDEST), result, words.fate(of.fate).to_owned(), target, questions.join("; ")]
}

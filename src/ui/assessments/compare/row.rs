//! Draws a line of two assessments: what each says, how far they differ, and whose line the agreed one has.

use yew::prelude::*;

use crate::app::{Edit, Sheet, element_id};
use crate::domain::address::{LineId, Scope};
use crate::domain::assessment::Entry;
use crate::domain::compare::{ComparedLine, is_line_taken, says_something};
use crate::domain::contract::Contract;
use crate::domain::evaluation::{Evaluation, GoalStatus};
use crate::domain::number::{Decimal, Kroner, Points, Span};
use crate::domain::outcome::counting_target;
use crate::i18n::Words;
use crate::i18n::text::CompareText;
use crate::i18n::text::results::assessor;
use crate::ui::chip::assessment_name;
use crate::ui::context::Page;
use crate::ui::points::in_columns;
use crate::ui::status::sign;

/// Two assessments that are compared, and the one that both agree on.
pub(super) struct Comparison<'a> {
    pub(super) page: &'a Page,
    pub(super) contract: &'a Contract,
    pub(super) sheets: [&'a Sheet; 2],
    /// The assessment that both agree on, where it is on the screen.
    pub(super) agreed: Option<&'a Sheet>,
}

impl Comparison<'_> {
    /// Draws one line of the comparison.
    pub(super) fn compared_row(&self, line: &ComparedLine) -> Html {
        let words = self.page.words;
        let (id, name) = (line_element("compared", &line.id), self.name(&line.id));
        let [first, second] = self.sheets;
        let [first_party, second_party] = self.parties();
        html! {
            <tr key={id.clone()} {id}>
                <th scope="row">
                    { name.clone() }
                    if let Some(title) = self.title(&line.id) { <br /><span class="compared__title" lang={self.contract.language.clone()}>{ title }</span> }
                </th>
                <td data-title={first_party}>{ self.side(line, first, line.status[0], line.points[0]) }</td>
                <td data-title={second_party}>{ self.side(line, second, line.status[1], line.points[1]) }</td>
                <td data-title={words.text(CompareText::Difference)}>
                    { difference(line, words) }
                </td>
                if let Some(agreed) = self.agreed {
                    <td data-title={words.text(CompareText::Agreed)}>{ self.choice_between(line, agreed, &name) }</td>
                }
            </tr>
        }
    }

    /// Names the two: by party, or where both are of one party, by assessment.
    pub(super) fn parties(&self) -> [AttrValue; 2] {
        let words = self.page.words;
        self.sheets.map(|sheet| {
            if self.are_of_one_party() {
                assessment_name(sheet, words).into()
            } else {
                words.text(assessor(sheet.assessment().by)).into()
            }
        })
    }

    fn are_of_one_party(&self) -> bool {
        let [first, second] = self.sheets.map(|sheet| (sheet.assessment().by, sheet.kind));
        first == second
    }

    /// Returns a goal's title, where its name does not say it.
    fn title(&self, id: &LineId) -> Option<&str> {
        let LineId::Entry(entry) = id else { return None };
        let goal = entry.goal_in(self.contract)?;
        goal.label.as_ref().map(|_| goal.title.as_str())
    }

    fn name(&self, id: &LineId) -> String {
        let words = self.page.words;
        match id {
            LineId::Entry(entry) => {
                let goal = &entry.goal;
                let known = entry.goal_in(self.contract).map(|known| known.name().to_owned());
                known.unwrap_or_else(|| match entry.scope {
                    Scope::Goal => format!("{goal} ({})", words.text(CompareText::Unknown)),
                    Scope::Area => goal.to_string(),
                })
            }
            LineId::Overall => words.text(CompareText::Overall).to_owned(),
            LineId::Pay => words.text(CompareText::Pay).to_owned(),
        }
    }

    fn side(
        &self,
        line: &ComparedLine,
        sheet: &Sheet,
        status: Option<GoalStatus>,
        points: Option<Span<Points>>,
    ) -> Html {
        let words = self.page.words;
        let assessment = sheet.assessment();
        let entry = match &line.id {
            LineId::Entry(id) => assessment.entry(id),
            LineId::Overall | LineId::Pay => None,
        };
        let target = match &line.id {
            LineId::Entry(id) => {
                id.goal_in(self.contract).map(|goal| counting_target(goal, entry.map(AsRef::as_ref)))
            }
            LineId::Overall | LineId::Pay => None,
        };
        let result = match &line.id {
            LineId::Overall => words.overall_reason(&assessment.individual),
            LineId::Pay => line.differs.then(|| words.text(CompareText::PayDiffers).to_owned()),
            LineId::Entry(_) => Some(
                entry
                    .map(|entry| words.entry_result(entry, target))
                    .filter(|said| !said.is_empty())
                    .unwrap_or_else(|| words.text(CompareText::NotSaid).to_owned()),
            ),
        };
        // An area that says nothing is left to the judgement of all of them.
        let is_silent = matches!(&line.id, LineId::Entry(id) if id.scope == Scope::Area) && entry.is_none();
        let status = status.filter(|_| !is_silent || points.is_some());
        let remark = |entry: &Entry| {
            let name = match entry.note_by {
                Some(by) => words.note_of(by),
                None => words.text(CompareText::Note).to_owned(),
            };
            entry.note.as_ref().map(|note| format!("{name}: {note}"))
        };
        html! { <>
            if let Some(status) = status {
                <span class="status">{ sign(status, false) }<span>{ words.goal_status(status) }</span></span><br />
            }
            if let Some(points) = points { <strong>{ words.points(points) }</strong>{ " " }{ words.text(CompareText::Points) }<br /> }
            { result }
            if let Some(note) = entry.and_then(|entry| remark(entry)) { <br /><span class="small quiet">{ note }</span> }
        </> }
    }

    /// Says whose line the agreed assessment has, with a button to take the other's.
    fn choice_between(&self, line: &ComparedLine, agreed: &Sheet, name: &str) -> Html {
        let words = self.page.words;
        if !line.differs {
            return words.text(CompareText::Same).into();
        }
        let [first, second] = self.sheets;
        let choices =
            [(first, line_element("take-first", &line.id)), (second, line_element("take-second", &line.id))];
        let choice = |(sheet, id): (&Sheet, String)| {
            let text = if self.are_of_one_party() {
                words.take_this(&assessment_name(sheet, words))
            } else {
                words.take_from(sheet.assessment().by).to_owned()
            };
            // Where neither says anything nothing was chosen yet.
            let taken = says_something(sheet.assessment(), &line.id)
                && is_line_taken(agreed.assessment(), sheet.assessment(), &line.id);
            let onclick = self.page.sending(Edit::Take { from: sheet.id, line: line.id.clone() });
            html! {
                <button {id} type="button" class="text-button small" aria-pressed={taken.to_string()} disabled={self.page.locked} {onclick}>
                    if taken { { "✓ " } }
                    { text }<span class="sr-only">{ format!(": {name}") }</span>
                </button>
            }
        };
        html! { <span class="assessment-actions">{ for choices.map(choice) }</span> }
    }

    /// Draws the last rows: the points of all goals, and what is to be paid.
    pub(super) fn total_rows(&self) -> Html {
        let words = self.page.words;
        let of = self.sheets.map(|sheet| &*sheet.evaluation);
        let points = of.map(|evaluation| evaluation.institution.map(|all| all.sum.points));
        let payable = of.map(|evaluation: &Evaluation| evaluation.pay.as_ref().and_then(|pay| pay.payable));
        let row = |id: &'static str,
                   text: CompareText,
                   said: [Option<String>; 2],
                   ends: Option<[Decimal; 2]>,
                   written: fn(Words, Decimal) -> String| {
            let [first, second] = said.map(|said| said.unwrap_or_else(|| "–".to_owned()));
            let [first_party, second_party] = self.parties();
            html! {
                <tr key={id} {id}>
                    <th scope="row">{ words.text(text) }</th>
                    <td class="number" data-title={first_party}><strong>{ in_columns(&first) }</strong></td>
                    <td class="number" data-title={second_party}><strong>{ in_columns(&second) }</strong></td>
                    <td class="number" data-title={words.text(CompareText::Difference)}><strong>{ ends.map(|ends| words.difference_of_ends(ends, written)) }</strong></td>
                    if self.agreed.is_some() { <td></td> }
                </tr>
            }
        };
        html! { <>
            if points.iter().any(Option::is_some) {
                { row("compare-whole", CompareText::Whole, points.map(|points| points.map(|points| words.points(points))), differences_at_ends(points, |points: Points| points.0), Words::number) }
            }
            if payable.iter().any(Option::is_some) {
                { row("compare-payable", CompareText::Payable, payable.map(|amount| amount.map(|amount| words.kroner_range(amount))), differences_at_ends(payable, |amount: Kroner| amount.0), kroner) }
            }
        </> }
    }
}

fn kroner(words: Words, amount: Decimal) -> String {
    words.kroner(Kroner(amount))
}

/// Subtracts the first from the second, at both ends of their ranges.
fn differences_at_ends<T: Copy>(
    both: [Option<Span<T>>; 2],
    figure: fn(T) -> Decimal,
) -> Option<[Decimal; 2]> {
    let [first, second] = both;
    let (first, second) = (first?.map(figure), second?.map(figure));
    Some([second.min - first.min, second.max - first.max])
}

fn difference(line: &ComparedLine, words: Words) -> Html {
    let points =
        line.points_apart().map(|ends| words.difference_of_ends(ends.map(|points| points.0), Words::number));
    let kroner =
        line.kroner_apart().map(|ends| words.difference_of_ends(ends.map(|amount| amount.0), kroner));
    let same = (!line.differs).then(|| words.text(CompareText::Same));
    html! { <>
        if let Some(same) = same {
            { same }
        } else {
            if let Some(points) = points { { points }{ " " }{ words.text(CompareText::Points) } }
            if let Some(kroner) = kroner { <br />{ kroner } }
        }
    </> }
}

/// Returns the `id` of an element of a line.
fn line_element(of: &str, line: &LineId) -> String {
    match line {
        LineId::Entry(entry) => match entry.scope {
            Scope::Goal => element_id(of, entry.goal.as_str()),
            Scope::Area => element_id(&format!("area-{of}"), entry.goal.as_str()),
        },
        LineId::Overall => format!("overall-{of}"),
        LineId::Pay => format!("pay-{of}"),
    }
}

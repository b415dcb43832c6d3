//! A line of two assessments: what each says, how far they are apart, and whose line the agreed one has.

use yew::prelude::*;

use crate::app::{Edit, Sheet, element_id};
use crate::domain::address::{LineId, Scope};
use crate::domain::assessment::Entry;
use crate::domain::compare::{ComparedLine, is_line_taken, says_something};
use crate::domain::contract::Contract;
use crate::domain::evaluation::{Evaluation, GoalStatus};
use crate::domain::number::{Decimal, Kroner, Points, Span};
use crate::i18n::Lang;
use crate::i18n::number::{format_kroner, format_number};
use crate::i18n::status::status_text;
use crate::i18n::text::compare::{apart, said, take_from, take_this};
use crate::i18n::text::results::assessor;
use crate::i18n::text::{CompareText, figure};
use crate::ui::context::Page;
use crate::ui::results::assessment_name;
use crate::ui::status::sign;

/// What the lines are drawn from.
pub(super) struct Comparison<'a> {
    pub(super) page: &'a Page,
    pub(super) contract: &'a Contract,
    pub(super) sheets: [&'a Sheet; 2],
    /// The assessment that both agree on, where it is on the screen.
    pub(super) agreed: Option<&'a Sheet>,
}

impl Comparison<'_> {
    /// One line.
    pub(super) fn row(&self, line: &ComparedLine) -> Html {
        let lang = self.page.lang;
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
                <td data-title={CompareText::Difference.text(lang)}>
                    { difference(line, lang) }
                </td>
                if let Some(agreed) = self.agreed {
                    <td data-title={CompareText::Agreed.text(lang)}>{ self.taking(line, agreed, &name) }</td>
                }
            </tr>
        }
    }

    /// Whose the two are: each party, or where both are of one party, which of its assessments.
    pub(super) fn parties(&self) -> [AttrValue; 2] {
        let lang = self.page.lang;
        self.sheets.map(|sheet| {
            if self.are_of_one_party() {
                assessment_name(sheet, lang).into()
            } else {
                assessor(sheet.assessment().by).text(lang).into()
            }
        })
    }

    fn are_of_one_party(&self) -> bool {
        let [first, second] = self.sheets.map(|sheet| (sheet.assessment().by, sheet.kind));
        first == second
    }

    /// What a goal is about, where its name does not say it.
    fn title(&self, id: &LineId) -> Option<&str> {
        let LineId::Entry(entry) = id else { return None };
        let goal = entry.goal_in(self.contract)?;
        goal.label.as_ref().map(|_| goal.title.as_str())
    }

    /// What a line is called.
    fn name(&self, id: &LineId) -> String {
        let lang = self.page.lang;
        match id {
            LineId::Entry(entry) => {
                let goal = &entry.goal;
                let known = entry.goal_in(self.contract).map(|known| known.name().to_owned());
                known.unwrap_or_else(|| match entry.scope {
                    Scope::Goal => format!("{goal} ({})", CompareText::Unknown.text(lang)),
                    Scope::Area => goal.to_string(),
                })
            }
            LineId::Overall => CompareText::Overall.text(lang).to_owned(),
            LineId::Pay => CompareText::Pay.text(lang).to_owned(),
        }
    }

    fn side(
        &self,
        line: &ComparedLine,
        sheet: &Sheet,
        status: Option<GoalStatus>,
        points: Option<Span<Points>>,
    ) -> Html {
        let lang = self.page.lang;
        let assessment = sheet.assessment();
        let entry = match &line.id {
            LineId::Entry(id) => assessment.entry(id),
            LineId::Overall | LineId::Pay => None,
        };
        let result = match &line.id {
            LineId::Overall => assessment.individual.reason.clone(),
            LineId::Pay => line.differs.then(|| CompareText::PayDiffers.text(lang).to_owned()),
            LineId::Entry(_) => Some(
                entry
                    .map(|entry| said(entry, lang))
                    .filter(|said| !said.is_empty())
                    .unwrap_or_else(|| CompareText::NotSaid.text(lang).to_owned()),
            ),
        };
        // An area that says nothing is left to the judgement of all of them.
        let is_silent = matches!(&line.id, LineId::Entry(id) if id.scope == Scope::Area) && entry.is_none();
        let status = status.filter(|_| !is_silent || points.is_some());
        let remark = |entry: &Entry| {
            entry.note.as_ref().map(|note| format!("{}: {note}", CompareText::Note.text(lang)))
        };
        html! { <>
            if let Some(status) = status {
                <span class="status">{ sign(status, false) }<span>{ status_text(status, lang) }</span></span><br />
            }
            if let Some(points) = points { <strong>{ figure::points(points, lang) }</strong>{ " " }{ CompareText::Points.text(lang) }<br /> }
            { result }
            if let Some(note) = entry.and_then(|entry| remark(entry)) { <br /><span class="small quiet">{ note }</span> }
        </> }
    }

    /// Whose line the agreed assessment has, and the way to take the other's.
    fn taking(&self, line: &ComparedLine, agreed: &Sheet, name: &str) -> Html {
        let lang = self.page.lang;
        if !line.differs {
            return CompareText::Same.text(lang).into();
        }
        let [first, second] = self.sheets;
        let choices =
            [(first, line_element("take-first", &line.id)), (second, line_element("take-second", &line.id))];
        let choice = |(sheet, id): (&Sheet, String)| {
            let text = if self.are_of_one_party() {
                take_this(&assessment_name(sheet, lang), lang)
            } else {
                take_from(sheet.assessment().by, lang).to_owned()
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

    /// The points of all goals and what is to be paid.
    pub(super) fn whole(&self) -> Html {
        let lang = self.page.lang;
        let of = self.sheets.map(|sheet| &*sheet.evaluation);
        let points = of.map(|evaluation| evaluation.institution.map(|all| all.sum.points));
        let payable = of.map(|evaluation: &Evaluation| evaluation.pay.as_ref().and_then(|pay| pay.payable));
        let row = |id: &'static str,
                   text: CompareText,
                   said: [Option<String>; 2],
                   ends: Option<[Decimal; 2]>,
                   written: fn(Decimal, Lang) -> String| {
            let [first, second] = said.map(|said| said.unwrap_or_else(|| "–".to_owned()));
            let [first_party, second_party] = self.parties();
            html! {
                <tr key={id} {id}>
                    <th scope="row">{ text.text(lang) }</th>
                    <td data-title={first_party}><strong>{ first }</strong></td>
                    <td data-title={second_party}><strong>{ second }</strong></td>
                    <td data-title={CompareText::Difference.text(lang)}><strong>{ ends.map(|ends| apart(ends, written, lang)) }</strong></td>
                    if self.agreed.is_some() { <td></td> }
                </tr>
            }
        };
        html! { <>
            if points.iter().any(Option::is_some) {
                { row("compare-whole", CompareText::Whole, points.map(|points| points.map(|points| figure::points(points, lang))), ends(points, |points: Points| points.0), format_number) }
            }
            if payable.iter().any(Option::is_some) {
                { row("compare-payable", CompareText::Payable, payable.map(|amount| amount.map(|amount| figure::kroner(amount, lang))), ends(payable, |amount: Kroner| amount.0), kroner) }
            }
        </> }
    }
}

fn kroner(amount: Decimal, lang: Lang) -> String {
    format_kroner(Kroner(amount), lang)
}

/// The second less the first, at both ends.
fn ends<T: Copy>(both: [Option<Span<T>>; 2], figure: fn(T) -> Decimal) -> Option<[Decimal; 2]> {
    let [first, second] = both;
    let (first, second) = (first?.map(figure), second?.map(figure));
    Some([second.min - first.min, second.max - first.max])
}

fn difference(line: &ComparedLine, lang: Lang) -> Html {
    let points = line.points_apart().map(|ends| apart(ends.map(|points| points.0), format_number, lang));
    let kroner = line.kroner_apart().map(|ends| apart(ends.map(|amount| amount.0), kroner, lang));
    let same = (!line.differs).then(|| CompareText::Same.text(lang));
    html! { <>
        if let Some(same) = same {
            { same }
        } else {
            if let Some(points) = points { { points }{ " " }{ CompareText::Points.text(lang) } }
            if let Some(kroner) = kroner { <br />{ kroner } }
        }
    </> }
}

/// The `id` of an element of a line.
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

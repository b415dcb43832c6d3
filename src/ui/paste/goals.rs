//! Lists the goals that were read, each as it is read, with what a person has to say.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::kept::Pasted;
use crate::app::LISTED;
use crate::domain::contract::{Figure, Goal};
use crate::i18n::Words;
use crate::i18n::short::{NAME, cut, shortened};
use crate::i18n::text::PasteText;
use crate::i18n::text::import::counted;
use crate::table::pasted::{Asked, ProposedGoal, Question};

/// Draws the goals; nothing where there are none.
pub(super) fn goals(state: &Pasted, change: &Callback<Pasted>, words: Words) -> Html {
    let goals = &state.proposals.goals;
    if goals.is_empty() {
        return Html::default();
    }
    let heading = counted(words.text(PasteText::Goals), &words.count(goals.len()));
    let columns = [
        (PasteText::Take, false),
        (PasteText::Goal, false),
        (PasteText::ReadAs, false),
        (PasteText::Weight, true),
        (PasteText::History, false),
        (PasteText::Guidelines, false),
    ];
    html! {
        <section id="paste-goals" aria-labelledby="paste-goals-heading">
            <h3 id="paste-goals-heading" class="section-heading">{ heading }</h3>
            <table class="table table--compact table--borderless table--responsive-headers">
                <caption class="sr-only">{ words.text(PasteText::Goals) }</caption>
                <thead>
                    <tr>{ for columns.into_iter().map(|(text, is_number)| html! {
                        <th scope="col" class={is_number.then_some("number")}>{ words.text(text) }</th>
                    }) }</tr>
                </thead>
                <tbody>
                    { for goals.iter().take(LISTED).enumerate().map(|(at, one)| row(state, change, at, one, words)) }
                </tbody>
            </table>
            if goals.len() > LISTED { <p class="small quiet">{ words.only_first_lines(LISTED) }</p> }
        </section>
    }
}

fn row(state: &Pasted, change: &Callback<Pasted>, at: usize, of: &ProposedGoal, words: Words) -> Html {
    let goal = &of.goal;
    let is_taken = !state.left_out.contains(&at);
    let take = {
        let (state, change) = (state.clone(), change.clone());
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            change.emit(state.with_goal(at, input.is_some_and(|input| input.checked())));
        })
    };
    let title = |text: PasteText| words.text(text);
    let label = words.take_goal(&shortened(goal.name(), NAME));
    html! {
        <tr key={goal.id.to_string()} data-goal={goal.id.to_string()} data-open={(!of.is_clear()).to_string()}>
            <td data-title={title(PasteText::Take)}>
                <label class="choice__option">
                    <input type="checkbox" autocomplete="off" class="choice__box" checked={is_taken} aria-label={label} onchange={take} />
                </label>
            </td>
            <td data-title={title(PasteText::Goal)}>
                if let Some(label) = &goal.label { <strong>{ label }</strong>{ " " } }
                { shortened(&goal.title, NAME) }
            </td>
            <td data-title={title(PasteText::ReadAs)}>
                <span class="paste__read">{ target_text(goal, words) }</span>
                { for of.questions.iter().map(|one| question(state, change, at, of, one, words)) }
            </td>
            <td class="number" data-title={title(PasteText::Weight)}>{ weight_text(goal, words) }</td>
            <td data-title={title(PasteText::History)}>{ figures(&goal.history, words) }</td>
            <td data-title={title(PasteText::Guidelines)}>{ figures(&goal.guidelines, words) }</td>
        </tr>
    }
}

/// Writes a target with its parts.
fn target_text(goal: &Goal, words: Words) -> String {
    let parts = goal.target.parts().unwrap_or_default().iter().map(|part| {
        let text = words.target(&part.target, part.unit.as_deref(), None);
        match &part.title {
            Some(title) => format!("{}: {text}", cut(title, NAME)),
            None => text,
        }
    });
    let parts: Vec<String> = parts.collect();
    let whole = words.goal_target(goal);
    if parts.is_empty() { whole } else { format!("{whole}: {}", parts.join("; ")) }
}

fn weight_text(goal: &Goal, words: Words) -> String {
    goal.weight.map_or_else(
        || "–".to_owned(),
        |weight| {
            let (min, max) = (words.number(weight.min().0), words.number(weight.max().0));
            if weight.min().0.is_zero() { max } else { format!("{min}–{max}") }
        },
    )
}

/// Writes figures with their periods, a line each.
fn figures(figures: &[Figure], words: Words) -> Html {
    if figures.is_empty() {
        return html! { "–" };
    }
    let text = |figure: &Figure| {
        let value = figure.value.map(|value| words.number(value));
        let said = value.or_else(|| figure.stated.as_deref().map(|stated| cut(stated, NAME).into_owned()));
        format!("{}: {}", words.period(figure.period), said.as_deref().unwrap_or("–"))
    };
    html! { <>{ for figures.iter().map(|figure| html! { <span class="paste__figure">{ text(figure) }</span> }) }</> }
}

fn question(
    state: &Pasted,
    change: &Callback<Pasted>,
    at: usize,
    of: &ProposedGoal,
    question: &Question,
    words: Words,
) -> Html {
    let said = words.left_open(question.asked.text(), &question.words);
    let Asked::Requirement(doubt) = question.asked else {
        return html! { <p class="small paste__question">{ said }</p> };
    };
    let name = format!("paste-reading-{at}");
    let option = |chosen: Option<usize>, text: String| {
        let (state, change) = (state.clone(), change.clone());
        let onchange = Callback::from(move |_: Event| change.emit(state.with_answer(at, chosen)));
        html! {
            <label class="choice__option">
                <input type="radio" autocomplete="off" name={name.clone()} checked={question.chosen == chosen} {onchange} />
                <span>{ text }</span>
            </label>
        }
    };
    let readings = (0..question.readings.len())
        .map(|reading| option(Some(reading), target_text(&of.clone().answered(Some(reading)).goal, words)));
    html! {
        <fieldset class="choice choice--levels paste__question">
            <legend class="small">
                <strong>{ words.requirement_doubt(doubt) }</strong>{ " " }<q>{ cut(&question.words, 300).into_owned() }</q>
            </legend>
            { for readings }
            { option(None, words.text(PasteText::DecideLater).to_owned()) }
        </fieldset>
    }
}

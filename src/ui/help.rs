//! Shows the help on one page: what figures and signs mean, what keys do, where data lies.

use yew::prelude::*;

use super::charts::{BarParts, bar, key};
use super::context::use_words;
use super::status::sign;
use crate::app::Route;
use crate::domain::evaluation::GoalStatus;
use crate::domain::number::Decimal;
use crate::i18n::Words;
use crate::i18n::text::{HelpText, PageText, StartText};
use crate::platform::page::print;

/// What each key does. The end-to-end test of help presses every one of them.
const KEYS: [(&str, HelpText); 11] = [
    ("Enter", HelpText::NextEmpty),
    ("Shift+Enter", HelpText::PreviousEmpty),
    ("↑ ↓", HelpText::UpAndDown),
    ("→ ←", HelpText::ToDetails),
    ("/", HelpText::FindGoal),
    ("Ctrl+Z", HelpText::Undo),
    ("Ctrl+Shift+Z", HelpText::Redo),
    ("Ctrl+S", HelpText::Save),
    ("Ctrl+Shift+S", HelpText::SaveAs),
    ("Ctrl+P", HelpText::Print),
    ("Ctrl+F", HelpText::FindText),
];

/// Whether a contract is open, to which help leads back.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct HelpProps {
    pub(crate) is_open: bool,
}

/// Draws the help with the same parts as the page itself.
#[component]
pub(crate) fn Help(props: &HelpProps) -> Html {
    let words = use_words();
    let (back, back_text) = if props.is_open {
        (Route::Results(None), StartText::BackToOpen)
    } else {
        (Route::Start, StartText::Heading)
    };
    html! {
        <div class="help">
            <h1 class="place-heading">{ words.text(HelpText::Heading) }</h1>
            <p class="help__lead">{ words.text(HelpText::Lead) }</p>
            <p class="help__ways screen-only">
                <a id="help-back" href={back.address()}>{ words.text(back_text) }</a>
                <button id="help-print" type="button" class="button button-secondary button-small" onclick={Callback::from(|_: MouseEvent| print())}>
                    { words.text(PageText::Print) }
                </button>
            </p>
            <div class="help__parts">
                { standing(words) }
                { range(words) }
                { signs(words) }
                { keys(words) }
                { figures(words) }
                { place_of_data(words) }
            </div>
        </div>
    }
}

fn part(heading: HelpText, content: Html, words: Words) -> Html {
    html! {
        <section class="help__part">
            <h2 class="section-heading">{ words.text(heading) }</h2>
            { content }
        </section>
    }
}

/// Draws a word with its sign before it, and its meaning.
fn meaning(picture: Html, word: &'static str, means: HelpText, words: Words) -> Html {
    html! {
        <div class="help__row">
            <dt>{ picture }<span>{ word }</span></dt>
            <dd>{ words.text(means) }</dd>
        </div>
    }
}

fn standing(words: Words) -> Html {
    let row = |class, word: HelpText, means| meaning(key(class), words.text(word), means, words);
    let [secured, open, expected, lost] = [600, 275, 150, 125].map(Decimal::from);
    let content = html! { <>
        { bar(BarParts { secured, open, expected, lost }, words.text(HelpText::StandingPicture).to_owned()) }
        <dl class="help__rows">
            { row("secured", HelpText::Secured, HelpText::SecuredMeans) }
            { row("lost", HelpText::Lost, HelpText::LostMeans) }
            { row("open", HelpText::Open, HelpText::OpenMeans) }
            { row("expected", HelpText::Expected, HelpText::ExpectedMeans) }
        </dl>
    </> };
    part(HelpText::StandingHeading, content, words)
}

fn range(words: Words) -> Html {
    let (low, high) = (Decimal::new(34_650, 2), Decimal::new(62_650, 2));
    let content = html! { <>
        <div class="help__range">
            { bar(BarParts::settled(low, high - low, Decimal::from(1000) - high), words.text(HelpText::RangePicture).to_owned()) }
            <svg class="help__ends" aria-hidden="true" focusable="false">
                <text x="34.65%" y="16" text-anchor="middle">{ words.text(HelpText::RangeLow) }</text>
                <text x="62.65%" y="16" text-anchor="middle">{ words.text(HelpText::RangeHigh) }</text>
            </svg>
        </div>
        <p>{ words.text(HelpText::RangeMeans) }</p>
    </> };
    part(HelpText::RangeHeading, content, words)
}

fn signs(words: Words) -> Html {
    let row = |status, means| meaning(sign(status, false), words.goal_status(status), means, words);
    let content = html! {
        <dl class="help__rows">
            { row(GoalStatus::Met, HelpText::MetMeans) }
            { row(GoalStatus::PartlyMet, HelpText::PartlyMetMeans) }
            { row(GoalStatus::NotMet, HelpText::NotMetMeans) }
            { row(GoalStatus::Open, HelpText::OpenGoalMeans) }
            { meaning(sign(GoalStatus::Open, true), words.overdue(), HelpText::OverdueMeans, words) }
            { row(GoalStatus::Undetermined, HelpText::UndeterminedMeans) }
            { row(GoalStatus::Lapsed, HelpText::LapsedMeans) }
        </dl>
    };
    part(HelpText::SignsHeading, content, words)
}

fn keys(words: Words) -> Html {
    let content = html! { <>
        <dl class="help__rows" id="help-keys">
            { for KEYS.into_iter().map(|(keys, does)| html! {
                <div class="help__row">
                    <dt><kbd>{ keys }</kbd></dt>
                    <dd>{ words.text(does) }</dd>
                </div>
            }) }
        </dl>
        <p class="small">{ words.text(HelpText::OnMac) }</p>
    </> };
    part(HelpText::KeysHeading, content, words)
}

fn figures(words: Words) -> Html {
    let content = html! { <p>{ words.text(HelpText::FiguresMeans) }</p> };
    part(HelpText::FiguresHeading, content, words)
}

fn place_of_data(words: Words) -> Html {
    let holder = |class: &'static str, name: HelpText, holds: HelpText| {
        html! {
            <div class={classes!("help__holder", class)}>
                <strong>{ words.text(name) }</strong>
                <span>{ words.text(holds) }</span>
            </div>
        }
    };
    let content = html! { <>
        <div class="help__where">
            <div class="help__machine">
                <strong>{ words.text(HelpText::Machine) }</strong>
                <div class="help__holders">
                    { holder("", HelpText::Browser, HelpText::BrowserHolds) }
                    <span class="help__between" aria-hidden="true">{ "⇄" }</span>
                    { holder("", HelpText::File, HelpText::FileHolds) }
                </div>
            </div>
            <span class="help__between" aria-hidden="true">{ "×" }</span>
            { holder("help__holder--none", HelpText::Net, HelpText::NetHolds) }
        </div>
        <p>{ words.text(StartText::Privacy) }{ " " }{ words.text(StartText::PrivateWindow) }</p>
    </> };
    part(HelpText::DataHeading, content, words)
}

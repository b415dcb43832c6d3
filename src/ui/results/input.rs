//! Draws the input that suits a target: a figure, a date, yes or no, points, or one for each part.

use std::rc::Rc;

use yew::prelude::*;

use super::entry::EntryState;
use crate::app::{Choice, Edit, EntryField, ReportedField, element_id};
use crate::domain::contract::{Baseline, Part, Rating, Ratio, Target, TargetKind, Threshold};
use crate::domain::contract::{PartId, Rule};
use crate::domain::judging::Ground;
use crate::domain::number::Decimal;
use crate::domain::outcome::counting_target;
use crate::domain::reported::Reported;
use crate::i18n::Words;
use crate::i18n::text::EntryText;
use crate::i18n::text::entry::field_of;
use crate::small::small_letter;
use crate::ui::context::Page;
use crate::ui::fields::{Align, NoteField, Slider, TextField, Track, YesNo, level_buttons};
use crate::ui::focus::focus_field_soon;

/// Draws the inputs of a goal or area, as its target wants them; in a trial with sliders beside them.
pub(crate) fn inputs(state: &EntryState, page: &Page, sliders: bool) -> Html {
    let place = Answer {
        state,
        page,
        words: page.words,
        sliders,
        path: &[],
        name: state.goal.name(),
        unit: state.goal.unit.as_deref(),
        ground: Ground::of_goal(&state.goal, None),
    };
    match counting_target(&state.goal, state.entry().map(Rc::as_ref)) {
        Target::Undetermined => place.fix_target(),
        target => place.target(target),
    }
}

/// Where an input stands: in the goal itself, or in one of its parts.
#[derive(Clone, Copy)]
struct Answer<'a> {
    state: &'a EntryState,
    page: &'a Page,
    words: Words,
    sliders: bool,
    path: &'a [PartId],
    name: &'a str,
    unit: Option<&'a str>,
    ground: Ground<'a>,
}

impl Answer<'_> {
    fn target(self, target: &Target) -> Html {
        match target {
            Target::Limit { threshold, .. } => self.figure(target, &[threshold]),
            Target::Between { min, max } => self.figure(target, &[min, max]),
            Target::Unchanged { baseline, .. } => {
                let known: Vec<_> = self.ground.stated_baseline(*baseline).into_iter().collect();
                self.with_baseline(self.missing_baseline(target), known)
            }
            Target::By(_) => self.date(),
            Target::Done => self.yes_no(EntryText::Done),
            // Without a weight there are no points to give; a judgement says yes or no.
            Target::Assessed { .. } if self.state.outcome.weight.is_none() || !self.path.is_empty() => {
                self.yes_no(EntryText::Fulfilled)
            }
            Target::Assessed { .. } => self.points(),
            Target::Rated(rating) => self.levels(rating),
            Target::AllOf(parts) | Target::AnyOf(parts) => self.parts(parts),
            // A part whose target is not fixed has nothing to be entered.
            Target::Undetermined => Html::default(),
        }
    }

    fn figure(self, target: &Target, thresholds: &[&Threshold]) -> Html {
        let known = thresholds.iter().filter_map(|threshold| self.ground.threshold(threshold));
        self.with_baseline(self.missing_baseline(target), known.collect())
    }

    /// Names a baseline that the target needs and the contract lacks; `None` where it has one.
    fn missing_baseline(self, target: &Target) -> Option<String> {
        let period = match self.ground.unstated_baseline(target)? {
            Some(Baseline::Of(period)) => Some(self.words.period(period)),
            _ => None,
        };
        Some(self.words.baseline_for(period.as_deref()))
    }

    /// Draws the field of a figure, and before it the baseline where the contract lacks one. `known` has the figures
    /// that the target names.
    fn with_baseline(self, missing: Option<String>, known: Vec<Decimal>) -> Html {
        let unit = self.unit.map(|unit| AttrValue::from(unit.to_owned()));
        let is_alone = missing.is_none();
        let label = if self.ground.ratio.is_some() { EntryText::OrResult } else { EntryText::Result };
        html! {
            <div class="answer">
                if let Some(name) = missing {
                    { self.field(ReportedField::Baseline, &name, false, Align::Number, unit.clone()) }
                }
                if let Some(ratio) = self.ground.ratio { { self.counts(ratio, unit.as_ref()) } }
                if self.takes_figure() {
                    { self.field(ReportedField::Value, self.words.text(label), is_alone && self.ground.ratio.is_none(), Align::Number, unit.clone()) }
                }
                { self.timing(true) }
                if self.sliders { { self.slider(ReportedField::Value, self.track(known), unit) } }
            </div>
        }
    }

    /// Draws two counts, with the figure that they give beside them.
    fn counts(self, ratio: &Ratio, unit: Option<&AttrValue>) -> Html {
        let entry = self.state.entry();
        let reported = entry.and_then(|entry| entry.reported.of_part(self.path));
        let counted = reported.filter(|reported| reported.value.is_none());
        let counted = counted.and_then(|reported| reported.counted(ratio)).map(|value| {
            let unit = unit.map_or_else(String::new, |unit| format!(" {unit}"));
            format!("= {}{unit}", self.words.fixed(value, ratio.decimals))
        });
        html! { <>
            { self.field(ReportedField::Numerator, &ratio.numerator, false, Align::Number, None) }
            { self.field(ReportedField::Denominator, &ratio.denominator, false, Align::Number, None) }
            <output class="answer__counted">{ counted.unwrap_or_default() }</output>
        </> }
    }

    /// Whether a figure is asked for. Where two counts can give it, it is not asked for once they are there.
    fn takes_figure(self) -> bool {
        let entry = self.state.entry();
        let reported = entry.and_then(|entry| entry.reported.of_part(self.path));
        let has_counts = reported.is_some_and(|reported| reported.value.is_none() && reported.has_counts());
        self.ground.ratio.is_none() || !has_counts
    }

    /// Draws a day, or the choice that it will not be reached.
    fn date(self) -> Html {
        let (field, view) = self.state.reported(self.path, ReportedField::Done, self.words);
        let not_done = Some(Choice::Done(false));
        let given_up = view.choice == not_done;
        let label = field_of(self.name, self.words.text(EntryText::NotReached));
        let id = field.to_string();
        let onchange = {
            let page = self.page.clone();
            Callback::from(move |_: Event| {
                let choice = not_done.filter(|_| !given_up);
                page.send(Edit::Choose { field: field.clone(), choice });
            })
        };
        html! { <div class="answer">
            { self.field(ReportedField::Date, self.words.text(EntryText::DateReached), true, Align::Date, None) }
            <label class="choice__option small">
                <input {id} type="checkbox" autocomplete="off" class="choice__box" checked={given_up} aria-label={label} {onchange} />
                { self.words.text(EntryText::NotReached) }
            </label>
        </div> }
    }

    fn yes_no(self, label: EntryText) -> Html {
        let (field, view) = self.state.reported(self.path, ReportedField::Done, self.words);
        let is_judged = label == EntryText::Fulfilled;
        html! { <>
            if is_judged { <span class="part-list__name" aria-hidden="true">{ self.words.text(label) }</span> }
            <YesNo {field} {view} label={field_of(self.name, self.words.text(label))} />
            { self.timing(false) }
        </> }
    }

    /// Draws the period of a reading, and the choice that it is the result all the same.
    fn timing(self, has_period: bool) -> Html {
        let entry = self.state.entry();
        let reported = entry.and_then(|entry| entry.reported.of_part(self.path));
        let latest = reported.and_then(Reported::latest_reading);
        // What is tried out counts as the result, whatever its time.
        let Some(reported) = reported.filter(|reported| {
            let is_told = reported.is_final || reported.period.is_some();
            let says_something = reported.says_something() || latest.is_some();
            !self.sliders && (is_told || (self.state.outcome.expected.is_some() && says_something))
        }) else {
            return Html::default();
        };
        let latest = latest.filter(|_| reported.value.is_none());
        let (field, _) = self.state.reported(self.path, ReportedField::Final, self.words);
        let label = field_of(self.name, self.words.text(EntryText::Final));
        let (id, is_final, page) = (field.to_string(), reported.is_final, self.page.clone());
        let onchange = Callback::from(move |_: Event| {
            let choice = Some(Choice::Final).filter(|_| !is_final);
            page.send(Edit::Choose { field: field.clone(), choice });
        });
        html! { <div class="answer">
            if let Some(reading) = latest {
                <span class="small quiet">{ self.words.latest_reading(reading) }</span>
            } else if has_period {
                { self.field(ReportedField::Period, self.words.text(EntryText::ReadingOf), false, Align::Date, None) }
            }
            <label class="choice__option small">
                <input {id} type="checkbox" autocomplete="off" class="choice__box" checked={is_final} disabled={self.page.locked} aria-label={label} {onchange} />
                { self.words.text(EntryText::Final) }
            </label>
        </div> }
    }

    /// Draws points and their reason, which is asked for once there are points.
    fn points(self) -> Html {
        let unit = self.range().unwrap_or_else(|| self.words.text(EntryText::PointsUnit).to_owned());
        let (_, points) = self.state.reported(self.path, ReportedField::Points, self.words);
        let (reason_field, reason) = self.state.reported(self.path, ReportedField::Reason, self.words);
        html! { <>
            { self.field(ReportedField::Points, self.words.text(EntryText::Points), true, Align::Number, Some(unit.into())) }
            <div>
                if self.sliders {
                    { self.slider(ReportedField::Points, self.state.outcome.weight.and_then(|weight| Track::between(weight.min().0, weight.max().0)), None) }
                }
                if !points.text.is_empty() || !reason.text.is_empty() {
                    <NoteField field={reason_field} view={reason} about={AttrValue::from(self.name.to_owned())} label={self.words.text(EntryText::Reason)} rows={1} />
                }
                { self.timing(false) }
            </div>
        </> }
    }

    /// Draws a button for each level and the reason, which is asked for once a level is chosen.
    fn levels(self, rating: &Rating) -> Html {
        let (field, view) = self.state.reported(self.path, ReportedField::Level, self.words);
        let (reason_field, reason) = self.state.reported(self.path, ReportedField::Reason, self.words);
        let label = field_of(self.name, self.words.text(EntryText::Level));
        let about = AttrValue::from(self.name.to_owned());
        html! { <div>
            { level_buttons(self.page, &field, &view.text, label, &rating.levels) }
            if !view.text.is_empty() || !reason.text.is_empty() {
                <NoteField field={reason_field} view={reason} {about} label={self.words.text(EntryText::Reason)} rows={1} />
            }
            { self.timing(false) }
        </div> }
    }

    fn range(self) -> Option<String> {
        let weight = self.state.outcome.weight?;
        let number = |value: Decimal| self.words.number(value);
        Some(self.words.point_range(&number(weight.min().0), &number(weight.max().0)))
    }

    fn parts(self, parts: &[Part]) -> Html {
        let part = |part: &Part| {
            let path: Vec<PartId> = self.path.iter().chain([&part.id]).cloned().collect();
            let wanted = self.words.target(&part.target, part.unit.as_deref(), None);
            let title = part.title.clone().unwrap_or_default();
            let name = if title.is_empty() { format!("{} {}", self.name, part.id) } else { title };
            let heading =
                if part.title.is_some() { format!("{name}: {}", lower_first(&wanted)) } else { wanted };
            let ground = self.ground.of_part(part);
            let place = Answer { path: &path, name: &name, unit: part.unit.as_deref(), ground, ..self };
            html! {
                <div key={part.id.as_str()} role="group" aria-label={heading.clone()}>
                    <span class="part-list__name">{ heading.clone() }</span>
                    { place.target(&part.target) }
                </div>
            }
        };
        html! { <div class="part-list">{ for parts.iter().map(part) }</div> }
    }

    /// Makes a slider over the figures of target, rule and history, and over the result itself.
    fn track(self, mut figures: Vec<Decimal>) -> Option<Track> {
        figures.extend(self.ground.history.iter().filter_map(|figure| figure.value));
        let ruled = self.ground.rule.into_iter().flat_map(Rule::figures);
        figures.extend(ruled.filter_map(|figure| self.ground.threshold(&figure)));
        Track::around(&figures)
    }

    fn slider(self, field: ReportedField, track: Option<Track>, unit: Option<AttrValue>) -> Html {
        let field = self.state.id.reported(self.path, field);
        let value = self.state.sheet.number(&field);
        let about = AttrValue::from(self.name.to_owned());
        html! { if let Some(track) = track { <Slider {field} {value} {track} {about} {unit} /> } }
    }

    /// Draws the button that brings the fields of an addendum.
    fn fix_target(self) -> Html {
        let (field, view) = self.state.field(EntryField::AddendumKind, self.words);
        if view.choice.is_some() {
            return Html::default();
        }
        let page = self.page.clone();
        let id = element_id("fix", self.state.id.goal.as_str());
        let figure = self.state.id.field(EntryField::AddendumValue);
        let onclick = Callback::from(move |_| {
            page.send(Edit::Choose { field: field.clone(), choice: Some(TargetKind::AtMost.into()) });
            focus_field_soon(&figure);
        });
        let label = field_of(self.name, self.words.text(EntryText::FixTarget));
        html! {
            <button {id} type="button" class="button button-secondary button-small" aria-label={label} {onclick}>
                { self.words.text(EntryText::FixTarget) }
            </button>
        }
    }

    fn field(
        self,
        field: ReportedField,
        label: &str,
        label_hidden: bool,
        align: Align,
        unit: Option<AttrValue>,
    ) -> Html {
        let (field, view) = self.state.reported(self.path, field, self.words);
        let about = AttrValue::from(self.name.to_owned());
        html! { <TextField {field} {view} {about} label={label.to_owned()} {label_hidden} {align} {unit} /> }
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(small_letter).into_iter().chain(letters).collect()
}

//! Words for what a contract says in one way here and in another way there.

mod advice;

pub(super) use advice::{hint, why};

use super::{clause, quoted};
use crate::domain::contract::Target;
use crate::domain::contract::{DateRange, Weight};
use crate::domain::date::{Date, Period};
use crate::domain::number::{Decimal, Span};
use crate::findings::{Contradiction as Found, Stated};
use crate::i18n::Lang::{self, Da, En};
use crate::i18n::date::{format_date, format_period, format_when};
use crate::i18n::number::format_number;
use crate::i18n::step::points_text;
use crate::i18n::target::target_text;
use crate::i18n::text::pick;

#[expect(clippy::too_many_lines, reason = "one table: a text for each code and language")]
pub(super) fn message(found: &Found, lang: Lang) -> String {
    let number = |value: Decimal| format_number(value, lang);
    let whole = |value: u32| format_number(Decimal::from(value), lang);
    let at = |place: &Option<String>| here(place.as_deref(), lang);
    let month = |period: Period| format_period(period, lang);
    match (found, lang) {
        (Found::WeightsDoNotSum { sum, total }, Da) => {
            format!("Vægtene giver {} point, men kontrakten siger {}.", number(sum.0), number(total.0))
        }
        (Found::WeightsDoNotSum { sum, total }, En) => {
            format!(
                "The weights add up to {} points, but the contract says {}.",
                number(sum.0),
                number(total.0)
            )
        }
        (Found::AreasDoNotSum { sum, points }, Da) => {
            format!(
                "De individuelle områders vægte giver {} point, men aftalen siger {}.",
                number(sum.0),
                number(points.0)
            )
        }
        (Found::AreasDoNotSum { sum, points }, En) => {
            format!(
                "The individual areas' weights add up to {} points, but the agreement says {}.",
                number(sum.0),
                number(points.0)
            )
        }
        (Found::StatedDifferently { name, place, says, other_place, other }, Da) => {
            format!(
                "{name}: {} siger {}, men {other_place} siger {}.",
                at(place),
                stated(says, lang),
                stated(other, lang)
            )
        }
        (Found::StatedDifferently { name, place, says, other_place, other }, En) => {
            format!(
                "{name}: {} says {}, but {other_place} says {}.",
                at(place),
                stated(says, lang),
                stated(other, lang)
            )
        }
        (Found::FiguresDiffer { name, period, place, value, other_place, other }, Da) => {
            format!(
                "{name}, {}: {} siger {}, men {other_place} siger {}.",
                month(*period),
                at(place),
                number(*value),
                number(*other)
            )
        }
        (Found::FiguresDiffer { name, period, place, value, other_place, other }, En) => {
            format!(
                "{name}, {}: {} says {}, but {other_place} says {}.",
                month(*period),
                at(place),
                number(*value),
                number(*other)
            )
        }
        (Found::PrintedFigureInvalid { stated, period, place }, Da) => {
            format!("{}: {} er ikke et gyldigt tal{}.", month(*period), quoted(stated, lang), clause(place))
        }
        (Found::PrintedFigureInvalid { stated, period, place }, En) => {
            format!("{}: {} is not a valid number{}.", month(*period), quoted(stated, lang), clause(place))
        }
        (Found::ContractPeriodDiffers { period, other_place, other }, Da) => {
            format!(
                "Kontrakten gælder {}, men {other_place} siger {}.",
                range(*period, lang),
                range(*other, lang)
            )
        }
        (Found::ContractPeriodDiffers { period, other_place, other }, En) => {
            format!(
                "The contract runs {}, but {other_place} says {}.",
                range(*period, lang),
                range(*other, lang)
            )
        }
        (Found::TableSpanDiffers { columns, other_place, other }, Da) => {
            format!("{other_place} siger {}, men kolonnerne er {}.", span(*other, lang), span(*columns, lang))
        }
        (Found::TableSpanDiffers { columns, other_place, other }, En) => {
            format!(
                "{other_place} says {}, but the columns are {}.",
                span(*other, lang),
                span(*columns, lang)
            )
        }
        (Found::GuidelineWeaker { name, place, period, guideline, reached_in, reached }, Da) => {
            format!(
                "{name}: sigtelinjen for {} er {}, men {} er allerede nået i {}{}.",
                month(*period),
                number(*guideline),
                number(*reached),
                month(*reached_in),
                clause(place)
            )
        }
        (Found::GuidelineWeaker { name, place, period, guideline, reached_in, reached }, En) => {
            format!(
                "{name}: the guideline for {} is {}, but {} was already reached in {}{}.",
                month(*period),
                number(*guideline),
                number(*reached),
                month(*reached_in),
                clause(place)
            )
        }
        (Found::DeadlineOutsidePeriod { name, date, period, place }, Da) => {
            let (date, period) = (format_date(*date, lang), range(*period, lang));
            format!("{name}: fristen {date} ligger uden for kontraktens periode {period}{}.", clause(place))
        }
        (Found::DeadlineOutsidePeriod { name, date, period, place }, En) => {
            let (date, period) = (format_date(*date, lang), range(*period, lang));
            format!(
                "{name}: the deadline {date} lies outside the contract's period {period}{}.",
                clause(place)
            )
        }
        (Found::TitleDiffers { name, figure, target, place }, Da) => {
            let target = target_quoted(target, lang);
            format!("{name}: titlen siger {}, men målet er {target}{}.", number(*figure), clause(place))
        }
        (Found::TitleDiffers { name, figure, target, place }, En) => {
            let target = target_quoted(target, lang);
            format!(
                "{name}: the title says {}, but the target is {target}{}.",
                number(*figure),
                clause(place)
            )
        }
        (Found::ChangeDiffers { name, place, baseline, change, other_place, other }, Da) => {
            let (baseline, change, other) = (number(*baseline), number(*change), number(*other));
            format!(
                "{name}: {} giver en ændring på {change} fra {baseline}, men {other_place} siger {other}.",
                at(place)
            )
        }
        (Found::ChangeDiffers { name, place, baseline, change, other_place, other }, En) => {
            let (baseline, change, other) = (number(*baseline), number(*change), number(*other));
            format!(
                "{name}: {} comes to a change of {change} from {baseline}, but {other_place} says {other}.",
                at(place)
            )
        }
        (Found::FigureTwice { name, period, first, second, place }, Da) => {
            let (first, second) = (number(*first), number(*second));
            format!("{name}: {} har to tal, {first} og {second}{}.", month(*period), clause(place))
        }
        (Found::FigureTwice { name, period, first, second, place }, En) => {
            let (first, second) = (number(*first), number(*second));
            format!("{name}: {} has two figures, {first} and {second}{}.", month(*period), clause(place))
        }
        (Found::MeasuredOutsidePeriod { name, measured, period, place }, Da) => {
            let (measured, period) = (format_when(*measured, lang), range(*period, lang));
            format!("{name}: målet måles {measured}, uden for kontraktens periode {period}{}.", clause(place))
        }
        (Found::MeasuredOutsidePeriod { name, measured, period, place }, En) => {
            let (measured, period) = (format_when(*measured, lang), range(*period, lang));
            format!(
                "{name}: the target is measured {measured}, outside the contract's period {period}{}.",
                clause(place)
            )
        }
        (Found::BindingYearOutsidePeriod { year, period }, Da) => {
            format!("Det bindende år {year} ligger uden for kontraktens periode {}.", range(*period, lang))
        }
        (Found::BindingYearOutsidePeriod { year, period }, En) => {
            format!("The binding year {year} lies outside the contract's period {}.", range(*period, lang))
        }
        (Found::PayOutsidePeriod { pay, period, place }, Da) => {
            let (pay, period) = (range(*pay, lang), range(*period, lang));
            format!("Lønperioden {pay} går ud over kontraktens periode {period}{}.", clause(place))
        }
        (Found::PayOutsidePeriod { pay, period, place }, En) => {
            let (pay, period) = (range(*pay, lang), range(*period, lang));
            format!("The pay period {pay} goes beyond the contract's period {period}{}.", clause(place))
        }
        (Found::PriorityDiffers { printed, materiality, vulnerability, place }, Da) => {
            let (product, printed) = (whole(materiality.saturating_mul(*vulnerability)), whole(*printed));
            format!(
                "Prioriteten er {materiality} × {vulnerability} = {product}, men der står {printed}{}.",
                clause(place)
            )
        }
        (Found::PriorityDiffers { printed, materiality, vulnerability, place }, En) => {
            let (product, printed) = (whole(materiality.saturating_mul(*vulnerability)), whole(*printed));
            format!(
                "The priority is {materiality} × {vulnerability} = {product}, but {printed} is printed{}.",
                clause(place)
            )
        }
        (Found::RiskOutsideScale { value, min, max, place }, Da) => {
            format!("{} ligger uden for risikoskalaen {min}–{max}{}.", whole(*value), clause(place))
        }
        (Found::RiskOutsideScale { value, min, max, place }, En) => {
            format!("{} lies outside the risk scale {min}–{max}{}.", whole(*value), clause(place))
        }
    }
}

/// The main place, where the contract names it.
fn here(place: Option<&str>, lang: Lang) -> String {
    let contract = if lang == Da { "kontrakten" } else { "the contract" };
    place.unwrap_or(contract).to_owned()
}

fn stated(stated: &Stated, lang: Lang) -> String {
    match stated {
        Stated::Target(target) => target_quoted(target, lang),
        Stated::Measured(period) => {
            let when = format_when(*period, lang);
            quoted(&format!("{} {when}", pick(lang, "måles", "measured")), lang)
        }
        Stated::Weight(weight) => {
            let points = match *weight {
                Weight::Fixed(points) => Span::settled(points),
                Weight::Range { min, max } => Span::new(min, max),
            };
            let unit = if lang == Da { "point" } else { "points" };
            format!("{} {unit}", points_text(points, lang))
        }
        Stated::Criterion { deadline } => quoted(&criterion(*deadline, lang), lang),
        Stated::Nothing => pick(lang, "intet om det", "nothing about it").to_owned(),
    }
}

fn criterion(deadline: Option<Date>, lang: Lang) -> String {
    let judged = pick(lang, "vurderes", "judged");
    match deadline.map(|deadline| format_date(deadline, lang)) {
        Some(deadline) => format!("{judged}, {} {deadline}", pick(lang, "senest", "by")),
        None => judged.to_owned(),
    }
}

fn target_quoted(target: &Target, lang: Lang) -> String {
    quoted(&lower_first(&target_text(target, None, None, lang)), lang)
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

fn range(range: DateRange, lang: Lang) -> String {
    format!("{}–{}", format_date(range.from, lang), format_date(range.to, lang))
}

fn span((from, to): (Period, Period), lang: Lang) -> String {
    format!("{}–{}", format_period(from, lang), format_period(to, lang))
}

//! What single cells say: a figure of a period, the name of a goal, staff and money.

use crate::domain::contract::{Figure, Resource, ResourceKind, Weight};
use crate::domain::date::Period;
use crate::format::{MAX_POINTS, MAX_TEXT, MAX_TITLE};
use crate::i18n::Lang;
use crate::i18n::number::{parse_number_by, shown_convention};
use crate::i18n::period::parse_period_text;
use crate::i18n::short::cut;
use crate::small::small_letter;

/// What a cell came to, and whether it says nothing else.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CellReading<T> {
    pub(super) value: T,
    pub(super) is_whole: bool,
}

/// The decimals of the points in a contract that a table begins.
const DECIMALS: u32 = 2;

/// Whether a cell says something; dashes do not.
pub(super) fn says_something(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// A text with single blanks.
pub(super) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as a field holds it that has room for so many letters: the end of a longer one is left out.
pub(super) fn fitting(text: String, room: usize) -> String {
    if text.chars().nth(room).is_none() { text } else { cut(&text, room.saturating_sub(1)).into_owned() }
}

/// Whether a new contract has room for a weight.
pub(super) fn fits(weight: Weight) -> bool {
    weight.max().0 <= MAX_POINTS && decimals_of(weight) <= DECIMALS
}

/// How many decimals a weight has.
pub(super) fn decimals_of(weight: Weight) -> u32 {
    weight.min().0.normalize().scale().max(weight.max().0.normalize().scale())
}

/// The figure of a period: `26.445 (september)`, `Ej fastlagt`; `None` where the cell is empty.
pub(super) fn figure(text: &str, period: Period, lang: Lang) -> Option<CellReading<Figure>> {
    if !says_something(text) {
        return None;
    }
    let text = plain(text);
    let whole = |value, period, note: Option<String>, stated: Option<String>| {
        let is_whole = note.is_none();
        CellReading { value: Figure { period, value, stated, source: None, note }, is_whole }
    };
    let (first, rest) = text.split_once(' ').unwrap_or((&text, ""));
    let first = without_note(first).trim_end_matches([',', ';']);
    // A number whose marks are those of the other language was probably mistyped.
    let is_foreign = shown_convention(first).is_some_and(|shown| shown != lang);
    let number = parse_number_by(first, Some(lang), None).ok().filter(|_| !is_foreign);
    let Some(value) = number else {
        let is_whole =
            !text.contains(|sign: char| sign.is_ascii_digit()) && text.chars().nth(MAX_TITLE).is_none();
        let stated = fitting(text, MAX_TITLE);
        return Some(CellReading { is_whole, ..whole(None, period, None, Some(stated)) });
    };
    let rest = without_note(rest.trim()).trim();
    let (within, behind) = match rest.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        Some((within, behind)) => (within, behind.trim()),
        None => ("", rest),
    };
    let refined = [within.to_owned(), format!("{within} {}", period.year())]
        .iter()
        .find_map(|text| parse_period_text(text))
        .filter(|refined| refined.year() == period.year() && *refined != period);
    let (period, left) = match refined {
        Some(refined) => (refined, behind),
        None => (period, rest),
    };
    let note = says_something(left).then(|| fitting(left.to_owned(), MAX_TEXT));
    Some(whole(Some(value), period, note, None))
}

/// A text without the number of a footnote behind it.
pub(super) fn without_note(text: &str) -> &str {
    text.trim_end_matches(|sign: char| matches!(sign, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹'))
}

/// The name that a goal begins with, and what stands behind it: `Mål 2: Antallet af …`, `Produktkrav 4 Der …`.
pub(super) fn label(text: &str) -> Option<(String, String)> {
    const NAMES: &[&str] = &[
        "mål",
        "delmål",
        "resultatmål",
        "produktkrav",
        "resultatkrav",
        "krav",
        "indsats",
        "goal",
        "objective",
        "requirement",
        "target",
        "pk",
        "rk",
    ];
    let text = text.trim();
    let (name, behind) = text.split_once(char::is_whitespace)?;
    let small: String = name.chars().map(small_letter).collect();
    let behind = behind.trim_start();
    let end = behind.find(|sign: char| !(sign.is_ascii_digit() || sign == '.')).unwrap_or(behind.len());
    let (number, rest) = behind.split_at_checked(end)?;
    let number = number.trim_end_matches('.');
    let follows = rest
        .chars()
        .next()
        .is_none_or(|next| next.is_whitespace() || matches!(next, ':' | '.' | ',' | ')' | '–' | '-'));
    let is_name = NAMES.contains(&small.as_str()) && number.starts_with(|first: char| first.is_ascii_digit());
    // A year is no number of a goal: `Mål 2009`.
    let is_year = number.parse().is_ok_and(|number: u32| (1900..=2200).contains(&number));
    (is_name && follows && !is_year).then(|| {
        let title = rest.trim_start_matches([':', '.', ',', ')', '–', '-', ' ', '\n', '\t']);
        (format!("{name} {number}"), title.trim().to_owned())
    })
}

/// The part of a goal's text that speaks of staff and money, and what stands before it.
pub(super) fn split_resources(text: &str) -> (&str, Option<&str>) {
    let small: Vec<(usize, char)> = text.char_indices().map(|(at, sign)| (at, small_letter(sign))).collect();
    let at = ["ressourceforbrug", "ressourcer:", "resources:"].iter().find_map(|name| {
        let letters: Vec<char> = name.chars().collect();
        let found =
            small.windows(letters.len()).find(|some| some.iter().map(|(_, sign)| sign).eq(letters.iter()));
        found.and_then(|some| some.first()).map(|(at, _)| *at)
    });
    match at.and_then(|at| text.split_at_checked(at)) {
        Some((before, behind)) => {
            (before.trim_end(), Some(behind.split_once(':').map_or(behind, |(_, said)| said)))
        }
        None => (text, None),
    }
}

const ABOUT: &[&str] = &["ca", "cirka", "omkring", "about", "approximately"];
const AT_MOST: &[&str] = &["over", "højst", "maks", "maksimalt", "most"];
const AT_LEAST: &[&str] = &["mindst", "minimum", "least", "under"];

/// Staff and money that a text sets aside: `Ikke over 1 årsværk og 1,1 mio.kr. til konsulenter`.
pub(super) fn resources(text: &str, lang: Lang) -> CellReading<Vec<Resource>> {
    let text = plain(text).replace("mio.kr", "mio. kr");
    let words: Vec<&str> = text.split(' ').collect();
    let bare = |at: usize| -> String {
        let word = words.get(at).copied().unwrap_or_default();
        word.trim_matches(['.', ',', ':', ';', '(', ')']).chars().map(small_letter).collect()
    };
    let (mut found, mut is_whole, mut last_end): (Vec<Resource>, bool, usize) = (Vec::new(), true, 0);
    for at in 0..words.len() {
        let written = words.get(at).copied().unwrap_or_default();
        if !written.starts_with(|first: char| first.is_ascii_digit()) || at < last_end {
            continue;
        }
        let before = at.checked_sub(1).map(bare).unwrap_or_default();
        let is_time = parse_period_text(written.trim_end_matches(['.', ','])).is_some()
            && ["i", "af", "in", "of", "for", "den"].contains(&before.as_str());
        if is_time {
            continue;
        }
        let value = parse_number_by(written.trim_end_matches(['.', ',', ';']), Some(lang), None).ok();
        let unit = unit_at(&bare, at + 1).or((before == "kr").then(|| ("kr.".to_owned(), at + 1)));
        let (Some(value), Some((unit, end))) = (value, unit) else {
            is_whole = false;
            continue;
        };
        let kind = kind_before(&bare, at, before == "kr").unwrap_or_else(|| {
            let is_joined = (last_end..at)
                .all(|between| ["og", "and", "samt", "+", ""].contains(&bare(between).as_str()));
            let earlier = found.last().map(|earlier| earlier.kind).filter(|_| is_joined && last_end > 0);
            earlier.unwrap_or(ResourceKind::Exactly)
        });
        found.push(Resource { kind, value, unit, title: title_at(&words, &bare, end) });
        last_end = end;
    }
    is_whole &= !found.is_empty();
    CellReading { value: found, is_whole }
}

/// The unit at a place, and the place behind it.
fn unit_at(bare: &impl Fn(usize) -> String, at: usize) -> Option<(String, usize)> {
    let word = bare(at);
    match word.as_str() {
        "årsværk" | "timer" | "hours" => Some((word, at + 1)),
        "kr" => Some(("kr.".to_owned(), at + 1)),
        "mio" | "mia" | "million" if bare(at + 1) == "kr" => Some((format!("{word}. kr."), at + 2)),
        "fte" | "ftes" => Some(("FTE".to_owned(), at + 1)),
        _ => None,
    }
}

/// How firmly the words before a figure state it.
fn kind_before(bare: &impl Fn(usize) -> String, at: usize, has_currency: bool) -> Option<ResourceKind> {
    let word = at.checked_sub(1 + usize::from(has_currency)).map(bare)?;
    let before = at.checked_sub(2 + usize::from(has_currency)).map(bare).unwrap_or_default();
    let is_not = ["ikke", "not", "no"].contains(&before.as_str());
    let is = |words: &[&str]| words.contains(&word.as_str());
    if is(ABOUT) {
        return Some(ResourceKind::About);
    }
    match (is(AT_MOST), is(AT_LEAST)) {
        (true, _) if word != "over" || is_not => Some(ResourceKind::AtMost),
        (_, true) if word != "under" || is_not => Some(ResourceKind::AtLeast),
        _ => None,
    }
}

/// What a resource is for: `til evaluering`.
fn title_at(words: &[&str], bare: &impl Fn(usize) -> String, at: usize) -> Option<String> {
    let start =
        (at..(at + 3).min(words.len())).find(|place| ["til", "for"].contains(&bare(*place).as_str()))?;
    let end = (start + 1..words.len()).find(|place| {
        let is_figure =
            words.get(*place).is_some_and(|word| word.starts_with(|first: char| first.is_ascii_digit()));
        is_figure || words.get(place - 1).is_some_and(|word| word.ends_with('.'))
    });
    let title = words.get(start + 1..end.unwrap_or(words.len()))?.join(" ");
    let title = title.trim_end_matches(['.', ',']).trim();
    (!title.is_empty()).then(|| fitting(title.to_owned(), MAX_TITLE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        let read = figure(text, Period::Year(2008), Lang::Da);
        read.map_or_else(String::new, |CellReading { value: figure, is_whole }| {
            let value = figure.value.map_or("?".to_owned(), |value| value.to_string());
            let rest = [figure.stated, figure.note].into_iter().flatten().collect::<Vec<_>>().join("/");
            format!("{} {value} [{rest}]{}", figure.period, if is_whole { "" } else { " asked" })
        })
    }

    #[test]
    fn figures_carry_their_month_and_what_is_no_figure_stays_as_it_is() {
        for (text, expected) in [
            ("32.533\n(september)", "2008-09 32533 []"),
            ("26.850 ³", "2008 26850 []"),
            ("26.850³", "2008 26850 []"),
            ("12,5", "2008 12.5 []"),
            (
                "26.445 (september) (41.978 personer ved aftalens start)",
                "2008-09 26445 [(41.978 personer ved aftalens start)] asked",
            ),
            ("Ej fastlagt", "2008 ? [Ej fastlagt]"),
            ("ca. 40", "2008 ? [ca. 40] asked"),
            ("34.7100", "2008 ? [34.7100] asked"),
            ("-", ""),
            ("", ""),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }

    #[test]
    fn a_goal_begins_with_its_name() {
        let read = |text| label(text).map(|(label, title)| format!("{label}|{title}"));
        for (text, expected) in [
            ("Mål 2:", "Mål 2|"),
            ("Mål 4", "Mål 4|"),
            ("Produktkrav 13: Udvikling", "Produktkrav 13|Udvikling"),
            ("Produktkrav 4 Der udvikles", "Produktkrav 4|Der udvikles"),
            ("Mål 2.1. Færre", "Mål 2.1|Færre"),
            ("Goal 3 – Fewer", "Goal 3|Fewer"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected));
        }
        for text in ["Mål 2009", "Færre klager", "Krav om 5", "Mål", "3 mål"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn resources_are_read_with_how_firm_they_are() {
        let read = |text: &str| {
            let (_, said) = split_resources(text);
            let CellReading { value, is_whole } = resources(said.unwrap_or(text), Lang::Da);
            let one = |one: &Resource| {
                let title = one.title.as_deref().map(|title| format!(" ({title})")).unwrap_or_default();
                format!("{:?} {} {}{title}", one.kind, one.value, one.unit)
            };
            let all: Vec<String> = value.iter().map(one).collect();
            format!("{}{}", all.join("; "), if is_whole { "" } else { " asked" })
        };
        for (text, expected) in [
            ("Ressourceforbrug: 2,5 årsværk", "Exactly 2.5 årsværk"),
            ("Ressourceforbrug: Mindst 26,5 årsværk", "AtLeast 26.5 årsværk"),
            (
                "Ressourceforbrug:⁸ Der anvendes i løbet af 2009 ikke over 1 årsværk til igangsættelse af forsøget.",
                "AtMost 1 årsværk (igangsættelse af forsøget)",
            ),
            (
                "Der anvendes i løbet af 2009 2 årsværk i AMS til drift af modellen.\nIndkøbte data vil andrage ca. kr.: 2.700.000",
                "Exactly 2 årsværk (drift af modellen); About 2700000 kr.",
            ),
            (
                "Ikke over 1 årsværk og 1,1 mio.kr. til konsulentbistand",
                "AtMost 1 årsværk; AtMost 1.1 mio. kr. (konsulentbistand)",
            ),
            (
                "1,2 årsværk + 900.000 kr. til evaluering",
                "Exactly 1.2 årsværk; Exactly 900000 kr. (evaluering)",
            ),
            ("3 heste", " asked"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}

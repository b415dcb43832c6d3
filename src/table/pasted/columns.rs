//! What the columns of a pasted table are about, told from its headings.

use std::ops::Range;

use super::grid::Grid;
use crate::domain::date::Period;
use crate::i18n::Lang;
use crate::i18n::period::parse_period_text;
use crate::small::small_letter;

/// What a column of a pasted table is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PastedColumn {
    /// Nothing that is taken over.
    #[default]
    Ignored,
    /// The document's name for the goal.
    Label,
    /// What the goal is about, often behind its name.
    Goal,
    /// The heading that the goal stands under.
    Group,
    /// What has to hold.
    Requirement,
    /// What was reached in a period.
    History(Period),
    /// What is aimed at in a later period.
    Guideline(Period),
    /// The points.
    Weight,
    /// What the figures count.
    Unit,
    /// Staff and money.
    Resources,
    /// What may go wrong.
    Risk,
    /// How much that would matter.
    Materiality,
    /// How exposed the institution is.
    Vulnerability,
    /// The priority that is printed.
    Priority,
    /// What is done about it.
    Action,
}

use PastedColumn as Column;

impl PastedColumn {
    /// What a column can be said to be about; those with a period only where its heading names one.
    pub fn choices(period: Option<Period>) -> Vec<Self> {
        let plain = [
            Self::Ignored,
            Self::Label,
            Self::Goal,
            Self::Group,
            Self::Requirement,
            Self::Weight,
            Self::Unit,
            Self::Resources,
            Self::Risk,
            Self::Materiality,
            Self::Vulnerability,
            Self::Priority,
            Self::Action,
        ];
        let timed = period.into_iter().flat_map(|period| [Self::History(period), Self::Guideline(period)]);
        plain.into_iter().chain(timed).collect()
    }
}

/// Words of headings, in Danish and English; a heading is what its first known word says.
const NAMES: [(PastedColumn, &[&str]); 11] = [
    (Column::Weight, &["vægt", "vægtning", "vægte", "point", "points", "weight", "weights", "weighting"]),
    (Column::Materiality, &["v", "væsentlighed", "konsekvens", "materiality", "impact", "consequence"]),
    (
        Column::Vulnerability,
        &["s", "sårbarhed", "sandsynlighed", "vulnerability", "likelihood", "probability"],
    ),
    (Column::Priority, &["p", "prioritet", "priority"]),
    (Column::Action, &["handling", "handlinger", "tiltag", "action", "actions", "mitigation"]),
    (Column::Risk, &["risiko", "risici", "risikobeskrivelse", "risk", "risks"]),
    (
        Column::Requirement,
        &[
            "krav",
            "kravet",
            "rk",
            "pk",
            "måltal",
            "succeskriterium",
            "succeskriterier",
            "requirement",
            "requirements",
            "target",
            "targets",
        ],
    ),
    (Column::Resources, &["ressourcer", "ressource", "ressourceforbrug", "årsværk", "resources"]),
    (Column::Unit, &["enhed", "måleenhed", "unit"]),
    (Column::Group, &["gruppe", "område", "indsatsområde", "perspektiv", "group", "area", "perspective"]),
    (Column::Label, &["nr", "nummer", "no", "number", "id"]),
];
/// Headings of goals; a second such column says what has to hold.
const GOALS: &[&str] = &[
    "mål",
    "målet",
    "resultatmål",
    "resultatkrav",
    "produktkrav",
    "indikator",
    "titel",
    "opgave",
    "goal",
    "goals",
    "objective",
    "objectives",
    "indicator",
    "title",
    "measure",
];
const RESULTS: &[&str] = &[
    "resultat",
    "resultater",
    "historik",
    "realiseret",
    "opnået",
    "result",
    "results",
    "actual",
    "actuals",
    "history",
];
const GUIDELINES: &[&str] = &[
    "sigtelinje",
    "sigtelinjer",
    "sigtelinie",
    "sigtelinier",
    "pejlemærke",
    "pejlemærker",
    "forventning",
    "guideline",
    "guidelines",
    "outlook",
    "forecast",
];
/// How far down a heading is looked for.
const LINES: usize = 20;
/// Longer texts are no headings.
const LONGEST: usize = 80;

/// The headings of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Headings {
    /// The rows that they take.
    pub(super) rows: Range<usize>,
    /// What stands over each column, its two lines in one.
    pub(super) names: Vec<String>,
    /// What each column is about.
    pub(super) columns: Vec<PastedColumn>,
    /// The year of the requirements, where a heading says one.
    pub(super) year: Option<i32>,
    /// The language of the headings, where they show it.
    pub(super) lang: Option<Lang>,
}

/// Finds the headings of a table; where there are none, no column is known.
pub(super) fn headings(grid: &Grid) -> Headings {
    // A cell over the whole row is a title.
    let has_several =
        |row: &usize| (0..grid.width()).filter(|column| !grid.text(*row, *column).is_empty()).count() > 1;
    let found = (0..grid.rows.len().min(LINES))
        .filter(has_several)
        .find_map(|row| Some(headings_at(grid, row)).filter(|found| is_heading(&found.columns)));
    found.unwrap_or_else(|| {
        let width = grid.width();
        Headings {
            names: vec![String::new(); width],
            columns: vec![Column::Ignored; width],
            ..Headings::default()
        }
    })
}

/// The headings that a person says stand in the first row.
pub(super) fn headings_of_first_row(grid: &Grid) -> Headings {
    headings_at(grid, 0)
}

fn headings_at(grid: &Grid, row: usize) -> Headings {
    let has_second = has_second_line(grid, row);
    let names = names(grid, row, has_second);
    let columns = columns(&names);
    let (year, lang) = (year(&names, &columns), lang(&names));
    Headings { rows: row..row + 1 + usize::from(has_second), names, columns, year, lang }
}

/// Whether these are columns of a table: what it is about, and something of that.
fn is_heading(columns: &[PastedColumn]) -> bool {
    let has = |column: PastedColumn| columns.contains(&column);
    let known = columns.iter().filter(|column| **column != Column::Ignored).count();
    known > 1 && (has(Column::Goal) || has(Column::Label) || has(Column::Risk))
}

/// What stands over each column from a row on. A heading reaches over the empty cells to its right, where the line
/// below goes on.
fn names(grid: &Grid, row: usize, has_second: bool) -> Vec<String> {
    let mut above = "";
    let name = |column: usize| {
        let first = grid.cell(row, column).map_or("", |cell| cell.text.trim());
        let second =
            if has_second { grid.cell(row + 1, column).map_or("", |cell| cell.text.trim()) } else { "" };
        if !first.is_empty() {
            above = first;
        }
        let first = if first.is_empty() && !second.is_empty() { above } else { first };
        let both = if first == second { first.to_owned() } else { format!("{first} {second}") };
        both.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    (0..grid.width()).map(name).collect()
}

/// Whether the row below a heading is its second line: years, or the letters of a risk.
fn has_second_line(grid: &Grid, row: usize) -> bool {
    let texts = (0..grid.width()).map(|column| grid.text(row + 1, column));
    let filled: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    let is_letter = |text: &str| matches!(text, "V" | "v" | "S" | "s" | "P" | "p");
    filled.len() > 1 && filled.iter().all(|text| is_letter(text) || parse_period_text(text).is_some())
}

fn columns(names: &[String]) -> Vec<PastedColumn> {
    let mut columns: Vec<PastedColumn> = names.iter().map(|name| column(name)).collect();
    let has_requirement = columns.contains(&Column::Requirement);
    let goals: Vec<usize> = (0..columns.len()).filter(|at| columns.get(*at) == Some(&Column::Goal)).collect();
    for (count, at) in goals.into_iter().enumerate() {
        if let Some(column) = columns.get_mut(at).filter(|_| count > 0) {
            *column = if count == 1 && !has_requirement { Column::Requirement } else { Column::Ignored };
        }
    }
    // The year of the requirements tells results from guidelines, where a heading is but a year.
    if let Some(year) = year(names, &columns) {
        for (name, column) in names.iter().zip(&mut columns) {
            if let (Column::Ignored, Some(period)) = (*column, parse_period_text(name)) {
                *column = match period.year() {
                    earlier if earlier < year => Column::History(period),
                    later if later > year => Column::Guideline(period),
                    _ => Column::Ignored,
                };
            }
        }
    }
    without_repeats(columns)
}

/// The first column of each sort counts.
fn without_repeats(columns: Vec<PastedColumn>) -> Vec<PastedColumn> {
    let mut seen = Vec::new();
    let first = |column: PastedColumn| {
        let is_new = column == Column::Ignored || !seen.contains(&column);
        seen.push(column);
        if is_new { column } else { Column::Ignored }
    };
    columns.into_iter().map(first).collect()
}

/// What a heading says by itself.
fn column(name: &str) -> PastedColumn {
    let words = words(name);
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if words.is_empty() || name.chars().count() > LONGEST {
        return Column::Ignored;
    }
    if has(RESULTS) || has(GUIDELINES) {
        return match period_in(&words) {
            Some(period) if has(RESULTS) => Column::History(period),
            Some(period) => Column::Guideline(period),
            None => Column::Ignored,
        };
    }
    let last = words.last().map_or("", String::as_str);
    // `Risikovurdering S`: the line below says which.
    let by_letter = NAMES.iter().find(|(_, known)| last.len() == 1 && known.contains(&last));
    let by_name = by_letter.or_else(|| {
        NAMES
            .iter()
            .find(|(_, known)| words.iter().any(|word| word.len() > 1 && known.contains(&word.as_str())))
    });
    match by_name {
        Some((column, _)) => *column,
        None if has(GOALS) => Column::Goal,
        None => Column::Ignored,
    }
}

/// The words of a heading in small letters.
fn words(name: &str) -> Vec<String> {
    let small: String = name.chars().map(small_letter).collect();
    small
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The period that a heading names behind or before its words: `Resultater 2006`, `Resultater september 2008`.
fn period_in(words: &[String]) -> Option<Period> {
    (1..=3).rev().find_map(|count| words.windows(count).find_map(|some| parse_period_text(&some.join(" "))))
}

/// The period that a heading names.
pub(super) fn period_of(name: &str) -> Option<Period> {
    period_in(&words(name))
}

/// The year that the requirements are for.
fn year(names: &[String], columns: &[PastedColumn]) -> Option<i32> {
    let of = |wanted: PastedColumn| {
        let heading = names.iter().zip(columns).find(|(_, column)| **column == wanted);
        heading.and_then(|(name, _)| period_in(&words(name))).map(Period::year)
    };
    of(Column::Requirement).or_else(|| of(Column::Goal))
}

/// The language that the headings are written in, where only one has their words.
fn lang(names: &[String]) -> Option<Lang> {
    const ENGLISH: &[&str] = &[
        "goal",
        "goals",
        "objective",
        "target",
        "targets",
        "weight",
        "result",
        "results",
        "requirement",
        "guideline",
        "guidelines",
        "risk",
        "action",
        "indicator",
        "unit",
    ];
    const DANISH: &[&str] = &[
        "mål",
        "krav",
        "vægt",
        "resultat",
        "resultater",
        "sigtelinjer",
        "sigtelinier",
        "risiko",
        "handling",
        "enhed",
        "produktkrav",
        "risikobeskrivelse",
        "måltal",
        "resultatkrav",
    ];
    let words: Vec<String> = names.iter().flat_map(|name| words(name)).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    match (has(DANISH), has(ENGLISH)) {
        (true, false) => Some(Lang::Da),
        (false, true) => Some(Lang::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tabs::table;
    use super::*;

    fn read(text: &str) -> (Range<usize>, Vec<PastedColumn>, Option<i32>) {
        let found = headings(&table(text));
        (found.rows, found.columns, found.year)
    }

    #[test]
    fn headings_of_two_lines_say_period_and_sort() {
        let text = "Strategiske mål 2009\tResultater\t\tRK\tSigtelinier\t\tVægt\n\t2007\t2008\t2009\t2010\t2011\t\nMål 1\t1\t2\t3\t4\t5\t6";
        let columns = vec![
            Column::Goal,
            Column::History(Period::Year(2007)),
            Column::History(Period::Year(2008)),
            Column::Requirement,
            Column::Guideline(Period::Year(2010)),
            Column::Guideline(Period::Year(2011)),
            Column::Weight,
        ];
        assert_eq!(read(text), (0..2, columns, Some(2009)));
        let risks = "Risikobeskrivelse\tRisikovurdering\t\t\tHandling\n\tV\tS\tP\t\nx\t3\t2\t6\ty";
        let columns =
            vec![Column::Risk, Column::Materiality, Column::Vulnerability, Column::Priority, Column::Action];
        assert_eq!(read(risks), (0..2, columns, None));
    }

    #[test]
    fn one_line_in_english_and_plain_years_are_known() {
        let columns = vec![
            Column::Goal,
            Column::Unit,
            Column::History(Period::Year(2008)),
            Column::Requirement,
            Column::Guideline(Period::Year(2010)),
            Column::Weight,
        ];
        let text = "Goal\tUnit\t2008\tTarget 2009\t2010\tWeight\nFewer cases\tcases\t12\tat most 10\t9\t50";
        assert_eq!(read(text), (0..1, columns, Some(2009)));
        assert_eq!(read("Mål\tMål 2009\nA\thøjst 5").1, [Column::Goal, Column::Requirement]);
    }

    #[test]
    fn what_is_no_heading_leaves_every_column_open() {
        for text in ["Mål 1", "a\tb\n1\t2", "", "Mål 1\tfærre klager\t25"] {
            let (rows, columns, year) = read(text);
            assert_eq!((rows, year), (0..0, None), "{text}");
            assert!(columns.iter().all(|column| *column == Column::Ignored), "{text}");
        }
    }
}

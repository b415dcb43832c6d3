//! Tables of goals and of risks as they are pasted from documents, and what they propose for a contract.
//!
//! Nothing is written here: every goal is a proposal with the words that it comes from. What cannot be read in one way
//! only is a question, and stays open until a person answers it.

mod cells;
mod columns;
mod goal;
mod grid;
mod html;
mod proposals;
mod risks;
mod rows;
mod tabs;

use std::ops::Range;

pub use columns::PastedColumn;
pub use grid::{Grid, GridCell, MAX_COLUMNS, MAX_ROWS};
pub use html::raised;
pub use proposals::{Proposals, propose};

use self::cells::{fits, plain, says_something};
use self::columns::{Headings, headings, headings_of_first_row, period_of};
use crate::domain::contract::{Goal, Target};
use crate::domain::date::Period;
use crate::i18n::Lang;
use crate::i18n::number::shown_convention;
use crate::i18n::requirement::{Doubt, Requirement, says_percent};
use crate::i18n::text::PasteText;

/// A table that was pasted, with what its columns are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastedTable {
    /// Its cells.
    pub grid: Grid,
    /// What stands over each column.
    pub names: Vec<String>,
    /// What each column is about.
    pub columns: Vec<PastedColumn>,
    /// The rows of its headings.
    headings: Range<usize>,
    year: Option<i32>,
    lang: Option<Lang>,
}

/// Where a row stands: in which table, and in which row of it, both counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The table.
    pub table: usize,
    /// The row.
    pub row: usize,
}

/// A goal that a table proposes.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedGoal {
    /// The first of its rows.
    pub place: Place,
    /// The goal, as far as it is clear.
    pub goal: Goal,
    /// What its figures count, where a column says it.
    unit: Option<String>,
    /// The words of its weight, where it is in percent.
    percent: Option<String>,
    /// What a person has to decide or to look at.
    pub questions: Vec<Question>,
}

/// Something about a goal that the table leaves open.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What.
    pub asked: Asked,
    /// The words of the cell.
    pub words: String,
    /// What they could mean.
    pub readings: Vec<Requirement>,
    /// Which of them a person chose.
    pub chosen: Option<usize>,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What has to hold.
    Requirement(Doubt),
    /// How much it gives.
    Weight,
    /// How much it gives, in percent of points that are not 100.
    Percent,
    /// The figure of a period.
    Figure(Period),
    /// Staff and money.
    Resources,
}

/// A risk that a table proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedRisk {
    /// Its row.
    pub row: usize,
    /// What the table calls the goal.
    pub goal: Option<String>,
    /// What may go wrong.
    pub title: String,
    /// How much it would matter.
    pub materiality: u32,
    /// How exposed the institution is.
    pub vulnerability: u32,
    /// The priority that is printed.
    pub priority: Option<u32>,
    /// What is done about it.
    pub action: Option<String>,
}

/// A row that proposes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnusedRow {
    /// The table.
    pub table: usize,
    /// The row.
    pub row: usize,
    /// What it says.
    pub words: String,
    /// Why it is not used.
    pub why: Unused,
}

/// Why a row proposes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unused {
    /// It is a sum, which the weights are held against.
    Sum {
        /// The sum, as it stands there.
        stated: String,
    },
    /// It belongs to no goal.
    NoGoal,
    /// It belongs to no risk.
    NoRisk,
    /// Nobody knows what the table's columns are about.
    NoColumns,
}

/// Reads what was pasted: the tables of its HTML, else the one in its text.
///
/// ```
/// use resultatkontrakt::i18n::Lang;
/// use resultatkontrakt::table::pasted::{propose, read_pasted};
///
/// let tables = read_pasted("", "Mål\tKrav 2009\tVægt\nFærre klager\thøjst 25\t100\nTilfredshed\t85 pct.\t50");
/// let proposals = propose(&tables, Lang::Da, None);
/// assert_eq!(proposals.goals.len(), 2);
/// // The second does not say whether 85 is the least or the most.
/// assert_eq!(proposals.goals.iter().map(|goal| goal.questions.len()).collect::<Vec<_>>(), [0, 1]);
/// ```
pub fn read_pasted(html: &str, text: &str) -> Vec<PastedTable> {
    let tables: Vec<PastedTable> = html::tables(html).into_iter().filter_map(PastedTable::of_grid).collect();
    if tables.is_empty() { PastedTable::of_grid(tabs::table(text)).into_iter().collect() } else { tables }
}

/// Reads the tables in a file: HTML, or text in which tabs or semicolons stand between the cells.
pub fn read_pasted_file(bytes: &[u8]) -> Vec<PastedTable> {
    let Ok(decoded) = super::text::decode(bytes) else { return Vec::new() };
    let is_html = decoded.text.to_ascii_lowercase().contains("<table");
    if is_html { read_pasted(&decoded.text, "") } else { read_pasted("", &decoded.text) }
}

fn says_anything(grid: &Grid) -> bool {
    grid.rows.iter().flatten().any(|cell| says_something(&cell.text))
}

impl PastedTable {
    /// Reads what its columns are about; `None` where it says nothing.
    pub fn of_grid(grid: Grid) -> Option<Self> {
        says_anything(&grid).then(|| Self::new(headings(&grid), grid))
    }

    fn new(headings: Headings, grid: Grid) -> Self {
        let Headings { rows, names, columns, year, lang } = headings;
        Self { grid, names, columns, headings: rows, year, lang }
    }

    /// The same with its columns named by its first row, whatever that says.
    #[must_use]
    pub fn named_by_first_row(self) -> Self {
        Self::new(headings_of_first_row(&self.grid), self.grid)
    }

    /// The same with a column that is about something else; another column about that is about nothing then.
    #[must_use]
    pub fn with_column(mut self, at: usize, column: PastedColumn) -> Self {
        for (place, known) in self.columns.iter_mut().enumerate() {
            if place == at {
                *known = column;
            } else if *known == column {
                *known = PastedColumn::Ignored;
            }
        }
        self
    }

    /// Whether its first row, or its first rows, are headings.
    pub fn has_headings(&self) -> bool {
        !self.headings.is_empty()
    }

    /// The same with its first row as a heading, or with every row as one that says something.
    #[must_use]
    pub fn with_headings(mut self, has: bool) -> Self {
        self.headings = 0..usize::from(has);
        let name = |column: usize| if has { plain(self.grid.text(0, column)) } else { String::new() };
        self.names = (0..self.grid.width()).map(name).collect();
        self
    }

    /// What a column can be about, as its heading has it.
    pub fn choices(&self, column: usize) -> Vec<PastedColumn> {
        let name = self.names.get(column).map_or("", String::as_str);
        PastedColumn::choices(period_of(name))
    }

    /// Whether what stands over its weights says that they are in percent.
    fn has_weights_in_percent(&self) -> bool {
        let mut named = self.columns.iter().zip(&self.names);
        named.any(|(column, name)| *column == PastedColumn::Weight && says_percent(name))
    }

    /// How many rows it has besides its headings.
    pub fn len(&self) -> usize {
        self.grid.rows.len().saturating_sub(self.headings.len())
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether its rows are risks.
    pub fn has_risks(&self) -> bool {
        self.has(PastedColumn::Risk) && self.has(PastedColumn::Materiality)
    }

    /// Whether its rows are goals.
    pub fn has_goals(&self) -> bool {
        !self.has_risks() && (self.has(PastedColumn::Goal) || self.has(PastedColumn::Label))
    }

    /// Whether it has columns besides the goals' own.
    fn says_more(&self) -> bool {
        let own = [PastedColumn::Label, PastedColumn::Goal, PastedColumn::Group, PastedColumn::Ignored];
        self.columns.iter().any(|column| !own.contains(column))
    }

    fn has(&self, column: PastedColumn) -> bool {
        self.columns.contains(&column)
    }

    /// The language of its words and numbers, where they show it.
    pub fn shown_lang(&self) -> Option<Lang> {
        let shown = || self.grid.rows.iter().flatten().find_map(|cell| shown_convention(cell.text.trim()));
        self.lang.or_else(shown)
    }

    /// The document's own name for the table and its title: `Tabel 3` and `Drift og styring`.
    fn caption(&self) -> (Option<String>, Option<String>) {
        let named = self.grid.before.iter().rev().find_map(|line| {
            let small: String = line.chars().map(crate::small::small_letter).collect();
            let is_name =
                ["tabel ", "table ", "bilag ", "skema ", "annex "].iter().any(|name| small.starts_with(name));
            let (source, title) = line.split_once([':', '.'])?;
            is_name.then(|| (plain(source), plain(title)))
        });
        if let Some((source, title)) = named {
            return (Some(source), Some(title).filter(|title| !title.is_empty()));
        }
        let last = self.grid.before.last().map(|line| plain(line));
        (None, last.filter(|line| line.chars().count() <= 80 && !line.ends_with('.')))
    }

    /// What the document calls the table: `Tabel 3: Drift og styring`.
    pub fn title(&self) -> Option<String> {
        let (source, title) = self.caption();
        let both: Vec<String> = [source, title].into_iter().flatten().collect();
        (!both.is_empty()).then(|| both.join(": "))
    }

    fn group(&self) -> Option<String> {
        self.caption().1
    }

    /// The rows that are no headings. Some stand above those.
    fn body(&self) -> impl Iterator<Item = usize> + use<> {
        (0..self.headings.start).chain(self.headings.end..self.grid.rows.len())
    }

    /// Whether a row says what one of the headings says, as behind a new page.
    fn repeats_headings(&self, row: usize) -> bool {
        let texts = |row: usize| (0..self.grid.width()).map(move |column| self.grid.text(row, column));
        self.headings.clone().any(|heading| texts(heading).eq(texts(row)))
    }

    fn says_something(&self, row: usize) -> bool {
        (0..self.grid.width()).any(|column| says_something(self.grid.text(row, column)))
    }

    /// What a row says in the column about something.
    fn said(&self, row: usize, column: PastedColumn) -> &str {
        let at = self.columns.iter().position(|known| *known == column);
        at.map_or("", |at| self.grid.text(row, at))
    }

    /// The group of a row, whose cell may reach over several rows.
    fn said_in_group(&self, row: usize) -> Option<String> {
        let at = self.columns.iter().position(|known| *known == PastedColumn::Group)?;
        self.grid.cell(row, at).map(|cell| plain(&cell.text)).filter(|text| !text.is_empty())
    }

    /// Everything that a row says.
    fn words(&self, row: usize) -> String {
        let texts = (0..self.grid.width()).map(|column| plain(self.grid.text(row, column)));
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | ")
    }
}

impl Asked {
    /// What the question is about, in words.
    pub fn text(self) -> PasteText {
        match self {
            Self::Requirement(_) => PasteText::AskRequirement,
            Self::Weight => PasteText::AskWeight,
            Self::Percent => PasteText::AskPercent,
            Self::Figure(_) => PasteText::AskFigure,
            Self::Resources => PasteText::AskResources,
        }
    }
}

impl Question {
    /// A question that no reading answers.
    fn about(asked: Asked, words: &str) -> Self {
        Self { asked, words: words.to_owned(), readings: Vec::new(), chosen: None }
    }

    /// Whether it is still open.
    pub fn is_open(&self) -> bool {
        self.chosen.is_none()
    }
}

impl ProposedGoal {
    /// Whether nothing is left open.
    pub fn is_clear(&self) -> bool {
        !self.questions.iter().any(Question::is_open)
    }

    /// The same with an answer to the question about its requirement; none leaves it open.
    #[must_use]
    pub fn answered(mut self, chosen: Option<usize>) -> Self {
        let asked = self.questions.iter_mut().find(|one| matches!(one.asked, Asked::Requirement(_)));
        let Some(question) = asked else { return self };
        question.chosen = chosen.filter(|at| *at < question.readings.len());
        let reading = question.chosen.and_then(|at| question.readings.get(at)).cloned();
        self.take(&reading.unwrap_or_else(|| Target::Undetermined.into()));
        self
    }

    /// Leaves a weight in percent open: its points are not known.
    fn ask_for_points(&mut self) {
        if let Some(words) = self.percent.take() {
            self.goal.weight = None;
            self.questions.push(Question::about(Asked::Percent, &words));
        }
    }

    fn take(&mut self, requirement: &Requirement) {
        self.goal.target = requirement.target.clone();
        self.goal.measured = requirement.measured;
        self.goal.unit = self.unit.clone().or_else(|| requirement.unit.clone());
        self.goal.weight = self.goal.weight.or(requirement.weight.filter(|weight| fits(*weight)));
    }
}

//! What a paper consists of, apart from how it is drawn. A page, an HTML file and a Markdown file are all made from
//! one [`WrittenPaper`].

use crate::domain::number::Decimal;
use crate::i18n::Words;

/// A paper, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenPaper {
    /// Its name in names of files.
    pub code: &'static str,
    /// What it is said in.
    pub words: Words,
    /// The language of what is quoted from the contract.
    pub quoted_lang: String,
    /// What it is called.
    pub title: String,
    /// The contract and the institution that it is about.
    pub subtitle: String,
    /// Whose assessment it is, how far along, and of which day.
    pub status: Vec<String>,
    /// Whether it shows pay.
    pub confidential: bool,
    /// Whether nobody may sign it yet, which stands across each page.
    pub draft: bool,
    /// How closely its lines stand.
    pub density: Density,
    /// What it says, from top to bottom.
    pub blocks: Vec<Block>,
    /// What stands at the foot of each page: fingerprint, date and version.
    pub foot: Vec<String>,
}

/// How closely lines stand, so that many goals still have room on one page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// A paper that may take the pages that it needs.
    #[default]
    Free,
    /// One page with room to spare.
    Airy,
    /// One page with many lines.
    Close,
    /// One page with as many lines as can still be read.
    Tight,
}

/// A part of a paper.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading, and what is said at the end of its line.
    Heading(String, Option<String>),
    /// The heading of an appendix.
    Appendix(String),
    /// The sentence that matters most, in larger letters.
    Lead(String),
    /// A paragraph.
    Text(String),
    /// A paragraph that only explains, in smaller letters.
    Aside(String),
    /// Names with what belongs to them.
    Facts(Vec<(String, String)>),
    /// Points of a list.
    List(Vec<String>),
    /// Large figures with the words below them.
    Figures(Vec<(String, String)>),
    /// How much of a whole is secured, open and lost, and the words for it.
    Bar(Amounts, String),
    /// Rows and columns.
    Table(Table),
    /// Lines for signatures, each with the name of who signs.
    Signatures(Vec<String>, String),
    /// A heading and empty lines to write on.
    Room(String),
}

/// What is secured, still open and lost of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amounts {
    /// What is certain.
    pub secured: Decimal,
    /// What can go either way.
    pub open: Decimal,
    /// What is gone.
    pub lost: Decimal,
}

/// Rows under columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it shows, for those who do not see the heading above it.
    pub caption: String,
    /// The columns, the first one naming the rows.
    pub columns: Vec<Column>,
    /// The rows, in their order.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// What stands in it.
    pub kind: ColumnKind,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// The short name of a row.
    Name,
    /// Words of any length.
    Words,
    /// The same in a column that leaves the room to the others.
    Narrow,
    /// Words that stay on one line.
    Short,
    /// Figures, under each other, on one line.
    Figure,
    /// Figures with their unit, and equations, on as many lines as they need.
    Value,
    /// Pictures that say the same as the figures beside them.
    Picture,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// A heading for the rows below it, and what is said at the end of its line.
    Group(String, Option<String>),
    /// One cell for each column.
    Cells(Vec<Cell>),
    /// The same, as the sum of the rows above.
    Total(Vec<Cell>),
    /// Words about the row above, below all of its columns but the first.
    Note(Vec<(String, String)>),
    /// The same, quoted from the contract.
    Quote(Vec<(String, String)>),
}

/// What stands where a row and a column meet.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words or a figure.
    Text(String),
    /// Words quoted from the contract.
    Quoted(String),
    /// A sign that helps the eye, and the words that say the same.
    Status(&'static str, String),
    /// Lines under each other.
    Lines(Vec<String>),
    /// Points as a bar.
    Bar(Amounts),
    /// Figures of earlier periods as a line, and in words.
    Trend(Vec<Decimal>, String),
}

impl Cell {
    /// A cell with nothing in it.
    pub fn empty() -> Self {
        Self::Text(String::new())
    }

    /// Its words, lines one after the other; a bar has none.
    pub fn words(&self) -> Vec<&str> {
        match self {
            Self::Text(text) | Self::Quoted(text) | Self::Status(_, text) | Self::Trend(_, text) => {
                vec![text]
            }
            Self::Lines(lines) => lines.iter().map(String::as_str).collect(),
            Self::Bar(_) => Vec::new(),
        }
    }
}

impl Column {
    /// A column with this heading.
    pub fn new(title: impl Into<String>, kind: ColumnKind) -> Self {
        Self { title: title.into(), kind }
    }
}

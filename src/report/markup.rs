//! A document as a tree of elements, for whoever draws HTML: the page makes its own elements of it, a file writes
//! it as text. `styles/_paper.scss` has the looks of both.

use super::document::{Amounts, Block, Cell, ColumnKind, Density, Row, Table, WrittenPaper};
use super::portfolio::CODE as ACROSS;
use crate::domain::number::{Decimal, quotient};
use crate::i18n::text::{PageText, ReportText};

/// How many rows, points or blocks stand in one part of a paper, about.
const LINES_OF_PART: usize = 100;

/// How many empty lines there are to write on.
const WRITING_LINES: usize = 3;

/// An element, or a text within one.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// A text, not yet escaped.
    Text(String),
}

/// An element of HTML or SVG.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// Its name.
    pub tag: &'static str,
    /// Its attributes, values not yet escaped.
    pub attributes: Vec<(&'static str, String)>,
    /// What stands in it.
    pub children: Vec<Node>,
}

impl Element {
    fn set(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    fn node(self) -> Node {
        Node::Element(self)
    }
}

/// An element with a class, or without one where that is empty.
fn element(tag: &'static str, class: &str, children: Vec<Node>) -> Element {
    let attributes = if class.is_empty() { Vec::new() } else { vec![("class", class.to_owned())] };
    Element { tag, attributes, children }
}

/// An element with a text in it.
fn text_node(tag: &'static str, class: &str, text: &str) -> Node {
    element(tag, class, vec![Node::Text(text.to_owned())]).node()
}

/// The paper as an `article` with its head, its blocks and its foot.
pub fn paper_element(document: &WrittenPaper) -> Element {
    article_element(document, document.blocks.iter().flat_map(|block| block_nodes(block, document)).collect())
}

/// The same with nothing in its body yet, which [`paper_parts`] fill.
pub fn empty_paper_element(document: &WrittenPaper) -> Element {
    article_element(document, Vec::new())
}

/// What stands in a paper's body, to be drawn part after part. Where there are several, each is an element around some of
/// it. A table or list that goes on in another part is of the class `paper__more` there.
pub fn paper_parts(document: &WrittenPaper) -> impl Iterator<Item = Vec<Element>> {
    let is_long = paper_part_count(document) > 1;
    let mut left = document.blocks.iter().flat_map(move |block| block_pieces(block, is_long)).peekable();
    std::iter::from_fn(move || {
        let mut nodes = Vec::new();
        let mut lines = 0;
        while let Some(piece) = left.next_if(|_| !is_long || lines < LINES_OF_PART) {
            lines += piece.lines();
            nodes.extend(piece.nodes(document));
        }
        let elements = nodes.into_iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        });
        let elements: Vec<_> = elements.collect();
        match (elements.is_empty(), is_long) {
            (true, _) => None,
            (false, false) => Some(elements),
            (false, true) => {
                let around = element("div", "paper__part", elements.into_iter().map(Element::node).collect());
                Some(vec![around])
            }
        }
    })
}

/// About how many parts there are.
pub fn paper_part_count(document: &WrittenPaper) -> usize {
    let lines = document.blocks.iter().map(|block| Piece::Whole(block).lines()).sum::<usize>();
    lines.div_ceil(LINES_OF_PART)
}

/// A block, or so much of a long one as stands in one part.
enum Piece<'a> {
    Whole(&'a Block),
    /// Some rows, and whether rows of the same table stand before them.
    Rows(&'a Table, &'a [Row], bool),
    Points(&'a [String], bool),
    Facts(&'a [(String, String)], bool),
}

impl Piece<'_> {
    fn lines(&self) -> usize {
        match self {
            Self::Whole(Block::Table(table)) => table.rows.len(),
            Self::Whole(Block::List(items)) => items.len(),
            Self::Whole(Block::Facts(facts)) => facts.len(),
            Self::Whole(_) => 1,
            Self::Rows(_, rows, _) => rows.len(),
            Self::Points(items, _) => items.len(),
            Self::Facts(facts, _) => facts.len(),
        }
    }

    fn nodes(&self, document: &WrittenPaper) -> Vec<Node> {
        let class =
            |own: &str, goes_on: bool| if goes_on { format!("{own} paper__more") } else { own.to_owned() };
        match self {
            Self::Whole(block) => block_nodes(block, document),
            Self::Rows(table, rows, goes_on) => {
                vec![partial_table_node(table, rows, &class("paper__table", *goes_on), document)]
            }
            Self::Points(items, goes_on) => vec![bullet_list(&class("paper__list", *goes_on), items)],
            Self::Facts(facts, goes_on) => {
                vec![description_list(&class("paper__facts", *goes_on), facts, None)]
            }
        }
    }
}

/// A block in pieces, where the paper is drawn in several parts.
fn block_pieces(block: &Block, is_long: bool) -> Vec<Piece<'_>> {
    let numbered = |at: usize| at > 0;
    match block {
        Block::Table(table) if is_long => {
            let runs = row_runs(&table.rows).into_iter().enumerate();
            runs.map(|(at, rows)| Piece::Rows(table, rows, numbered(at))).collect()
        }
        Block::List(items) if is_long => items
            .chunks(LINES_OF_PART)
            .enumerate()
            .map(|(at, items)| Piece::Points(items, numbered(at)))
            .collect(),
        Block::Facts(facts) if is_long => facts
            .chunks(LINES_OF_PART)
            .enumerate()
            .map(|(at, facts)| Piece::Facts(facts, numbered(at)))
            .collect(),
        _ => vec![Piece::Whole(block)],
    }
}

/// Rows in runs for one part each; a note stays with the row above it.
fn row_runs(rows: &[Row]) -> Vec<&[Row]> {
    let mut count = 0;
    let goes_on = |_: &Row, next: &Row| {
        count += 1;
        let goes_on = count < LINES_OF_PART || matches!(next, Row::Note(_) | Row::Quote(_));
        if !goes_on {
            count = 0;
        }
        goes_on
    };
    rows.chunk_by(goes_on).collect()
}

fn article_element(document: &WrittenPaper, body: Vec<Node>) -> Element {
    let words = document.words;
    let density = match document.density {
        Density::Free => "free",
        Density::Airy => "airy",
        Density::Close => "close",
        Density::Tight => "tight",
    };
    let mut status: Vec<Node> = document.status.iter().map(|line| text_node("span", "", line)).collect();
    if document.draft {
        status.insert(0, text_node("strong", "", words.text(ReportText::Draft)));
    }
    if document.confidential {
        status.push(text_node("strong", "", words.text(PageText::Confidential)));
    }
    let titles = vec![
        text_node("h1", "paper__title", &document.title),
        element("p", "paper__subtitle", vec![Node::Text(document.subtitle.clone())])
            .set("lang", &document.quoted_lang)
            .node(),
    ];
    let top = vec![element("div", "", titles).node(), element("p", "paper__status", status).node()];
    let head = element("header", "paper__head", vec![element("div", "paper__top", top).node()]);
    let foot = document.foot.iter().map(|line| text_node("span", "", line)).collect();
    // As an attribute, since it is drawn too faintly to be read as a text.
    let draft = element("div", "paper__draft", Vec::new()).set("data-word", words.text(ReportText::Draft));
    let draft = document.draft.then(|| draft.set("aria-hidden", "true").node());
    let parts = [
        head.node(),
        element("div", "paper__body", body).node(),
        element("footer", "paper__foot", vec![element("p", "paper__end", foot).node()]).node(),
    ];
    let children = draft.into_iter().chain(parts).collect();
    let across = if document.code == ACROSS { " paper--across" } else { "" };
    element("article", &format!("paper paper--{density}{across}"), children).set("lang", words.lang.code())
}

fn block_nodes(block: &Block, document: &WrittenPaper) -> Vec<Node> {
    match block {
        Block::Heading(title, aside) => vec![heading_node("paper__heading", title, aside.as_deref())],
        Block::Appendix(title) => {
            let name = format!("{}: {title}", document.words.text(ReportText::Appendix));
            vec![heading_node("paper__heading paper__appendix", &name, None)]
        }
        Block::Lead(wording) => vec![text_node("p", "paper__lead", wording)],
        Block::Text(wording) => vec![text_node("p", "", wording)],
        Block::Aside(wording) => vec![text_node("p", "paper__aside", wording)],
        Block::Facts(facts) => vec![description_list("paper__facts", facts, None)],
        Block::List(items) => {
            vec![bullet_list("paper__list", items)]
        }
        Block::Figures(figures) => {
            let one = |(figure, name): &(String, String)| {
                let parts = vec![
                    text_node("strong", "", figure),
                    Node::Text(" ".to_owned()),
                    text_node("span", "", name),
                ];
                element("li", "", parts).node()
            };
            vec![element("ul", "paper__figures", figures.iter().map(one).collect()).node()]
        }
        Block::Bar(amounts, wording) => vec![bar_node(*amounts, Some(wording), "paper__bar")],
        Block::Table(table) => vec![table_node(table, document)],
        Block::Signatures(names, place) => names.iter().map(|name| signature_node(name, place)).collect(),
        Block::Room(title) => {
            let lines = (0..WRITING_LINES).map(|_| element("div", "", Vec::new()).node()).collect();
            let lines = element("div", "paper__room", lines).set("aria-hidden", "true");
            vec![text_node("h3", "paper__subheading", title), lines.node()]
        }
    }
}

fn heading_node(class: &str, title: &str, aside: Option<&str>) -> Node {
    let mut children = vec![Node::Text(title.to_owned())];
    children.extend(
        aside.into_iter().flat_map(|aside| [Node::Text(" ".to_owned()), text_node("small", "", aside)]),
    );
    element("h2", class, children).node()
}

fn bullet_list(class: &str, items: &[String]) -> Node {
    element("ul", class, items.iter().map(|item| text_node("li", "", item)).collect()).node()
}

/// Names with what belongs to them, in the language that it is quoted in.
fn description_list(class: &str, facts: &[(String, String)], quoted: Option<&str>) -> Node {
    let pair = |(name, value): &(String, String)| {
        let mut value = element("dd", "", vec![Node::Text(value.clone())]);
        if let Some(words) = quoted {
            value = value.set("lang", words);
        }
        element("div", "", vec![text_node("dt", "", name), value.node()]).node()
    };
    element("dl", class, facts.iter().map(pair).collect()).node()
}

fn signature_node(name: &str, place: &str) -> Node {
    let lines = vec![text_node("span", "paper__line", place), text_node("span", "paper__line", name)];
    element("p", "paper__signature", lines).node()
}

fn table_node(table: &Table, document: &WrittenPaper) -> Node {
    let children = table_parts(table, &table.rows, document);
    element("table", "paper__table", children).node()
}

/// Some rows of a table with its heads, in columns that are as wide in each part.
fn partial_table_node(table: &Table, rows: &[Row], class: &str, document: &WrittenPaper) -> Node {
    let columns =
        table.columns.iter().map(|column| element("col", column_class(column.kind), Vec::new()).node());
    let mut children = table_parts(table, rows, document);
    children.insert(1, element("colgroup", "", columns.collect()).node());
    element("table", class, children).node()
}

fn table_parts(table: &Table, rows: &[Row], document: &WrittenPaper) -> Vec<Node> {
    let heads = table.columns.iter().map(|column| {
        let cell = element("th", column_class(column.kind), vec![Node::Text(column.title.clone())]);
        cell.set("scope", "col").node()
    });
    let head = element("thead", "", vec![element("tr", "", heads.collect()).node()]).node();
    let caption = text_node("caption", "paper__caption", &table.caption);
    let mut bodies: Vec<Vec<Node>> = vec![Vec::new()];
    for row in rows {
        if matches!(row, Row::Group(..)) {
            bodies.push(Vec::new());
        }
        if let Some(body) = bodies.last_mut() {
            body.push(row_node(row, table, document));
        }
    }
    let bodies = bodies.into_iter().filter(|rows| !rows.is_empty());
    let bodies = bodies.map(|rows| element("tbody", "", rows).node());
    [caption, head].into_iter().chain(bodies).collect()
}

fn row_node(row: &Row, table: &Table, document: &WrittenPaper) -> Node {
    match row {
        Row::Group(title, aside) => {
            let span = table.columns.len();
            let mut children = vec![Node::Text(title.clone())];
            children.extend(
                aside.iter().flat_map(|aside| [Node::Text(" ".to_owned()), text_node("small", "", aside)]),
            );
            let cell = element("th", "", children).set("colspan", span.to_string()).set("scope", "rowgroup");
            element("tr", "paper__group", vec![cell.node()]).node()
        }
        Row::Cells(cells) => element("tr", "", cell_nodes(cells, table, document)).node(),
        Row::Total(cells) => element("tr", "paper__total", cell_nodes(cells, table, document)).node(),
        Row::Note(said) | Row::Quote(said) => {
            let quoted = matches!(row, Row::Quote(_)).then_some(document.quoted_lang.as_str());
            let cell = element("td", "", vec![description_list("paper__said", said, quoted)]);
            let cell = cell.set("colspan", table.columns.len().to_string());
            element("tr", "paper__note", vec![cell.node()]).node()
        }
    }
}

fn cell_nodes(cells: &[Cell], table: &Table, document: &WrittenPaper) -> Vec<Node> {
    let cells = cells.iter().zip(&table.columns).enumerate();
    cells
        .map(|(at, (cell, column))| {
            let tag = if at == 0 { "th" } else { "td" };
            let mut made = element(tag, column_class(column.kind), cell_content(cell));
            if at == 0 {
                made = made.set("scope", "row");
            }
            if matches!(cell, Cell::Quoted(_)) {
                made = made.set("lang", &document.quoted_lang);
            }
            made.node()
        })
        .collect()
}

fn column_class(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Words => "paper__words",
        ColumnKind::Narrow => "paper__words paper__narrow",
        ColumnKind::Value => "paper__value",
        ColumnKind::Name => "paper__name",
        ColumnKind::Short => "paper__short",
        ColumnKind::Figure => "paper__figure",
        ColumnKind::Picture => "paper__picture",
    }
}

fn cell_content(cell: &Cell) -> Vec<Node> {
    match cell {
        Cell::Text(wording) | Cell::Quoted(wording) => vec![Node::Text(wording.clone())],
        Cell::Status(sign, wording) => {
            let sign = element("span", "paper__sign", vec![Node::Text((*sign).to_owned())]);
            vec![sign.set("aria-hidden", "true").node(), Node::Text(format!(" {wording}"))]
        }
        Cell::Lines(lines) => lines.iter().map(|line| text_node("div", "", line)).collect(),
        Cell::Bar(amounts) => vec![bar_node(*amounts, None, "paper__cell-bar")],
        Cell::Trend(values, wording) => vec![trend_node(values, wording)],
    }
}

/// Secured black, open hatched, lost white: told apart in black and white as well. Where no words are given, the
/// figures stand beside it.
fn bar_node(amounts: Amounts, wording: Option<&str>, class: &str) -> Node {
    let whole = amounts.secured + amounts.open + amounts.lost.max(Decimal::ZERO);
    let part = |amount: Decimal| {
        quotient(amount.max(Decimal::ZERO) * Decimal::ONE_HUNDRED, whole, 2).unwrap_or_default()
    };
    let (secured, open) = (part(amounts.secured), part(amounts.open));
    let rect = |class: &str, from: Decimal, width: Decimal| {
        let rect = element("rect", class, Vec::new()).set("x", format!("{from}%")).set("y", "0");
        rect.set("width", format!("{width}%")).set("height", "100%").node()
    };
    // Lines of its own for the open part, so that no pattern has to be known by name.
    let stripes = stripe_nodes(secured, open);
    let mut children =
        vec![rect("paper__bar-secured", Decimal::ZERO, secured), rect("paper__bar-open", secured, open)];
    children.extend(stripes);
    // The outline comes last, so that no part lies over it.
    children.push(rect("paper__bar-whole", Decimal::ZERO, Decimal::ONE_HUNDRED));
    let svg = element("svg", class, children).set("focusable", "false");
    match wording {
        Some(wording) => svg.set("role", "img").set("aria-label", wording).node(),
        None => svg.set("aria-hidden", "true").node(),
    }
}

/// Upright lines across the open part, a fiftieth of the whole apart.
fn stripe_nodes(from: Decimal, width: Decimal) -> Vec<Node> {
    let step = Decimal::new(4, 0);
    let mut lines = Vec::new();
    let mut at = from + Decimal::TWO;
    while at < from + width {
        let x = format!("{at}%");
        let line = element("line", "paper__bar-stripe", Vec::new()).set("x1", &*x).set("x2", x);
        lines.push(line.set("y1", "0").set("y2", "100%").node());
        at += step;
    }
    lines
}

/// Figures of earlier periods as a line, each as far from the one before.
fn trend_node(values: &[Decimal], wording: &str) -> Node {
    let (Some(least), Some(most)) = (values.iter().min(), values.iter().max()) else {
        return Node::Text(String::new());
    };
    let steps = Decimal::from(values.len().saturating_sub(1).max(1));
    let height = *most - *least;
    let point = |(at, value): (usize, &Decimal)| {
        let x = quotient(Decimal::from(at) * Decimal::from(56), steps, 1).unwrap_or_default() + Decimal::TWO;
        let y =
            quotient((*most - *value) * Decimal::TEN, height, 1).unwrap_or(Decimal::from(5)) + Decimal::TWO;
        format!("{x},{y}")
    };
    let points = values.iter().enumerate().map(point).collect::<Vec<_>>().join(" ");
    let line = element("polyline", "paper__trend-line", Vec::new()).set("points", points);
    let svg = element("svg", "paper__trend", vec![line.node()]).set("viewBox", "0 0 60 14");
    svg.set("role", "img").set("aria-label", wording).set("focusable", "false").node()
}

#[cfg(test)]
mod tests {
    use super::super::Paper;
    use super::super::document::Column;
    use super::*;
    use crate::i18n::Words;

    fn paper(blocks: Vec<Block>) -> WrittenPaper {
        WrittenPaper {
            code: Paper::Notice.code(),
            words: Words::DANISH,
            quoted_lang: "da".to_owned(),
            title: String::new(),
            subtitle: String::new(),
            status: Vec::new(),
            confidential: false,
            draft: false,
            density: Density::Free,
            blocks,
            foot: Vec::new(),
        }
    }

    fn wording(element: &Element, out: &mut Vec<String>) {
        for child in &element.children {
            match child {
                Node::Element(child) if ["caption", "thead"].contains(&child.tag) => {}
                Node::Element(child) => wording(child, out),
                Node::Text(text) => out.push(text.clone()),
            }
        }
    }

    #[test]
    fn a_short_paper_is_one_part_and_a_long_one_has_each_line_once() {
        let numbers = |count: usize| (0..count).map(|number| number.to_string()).collect::<Vec<_>>();
        let rows = numbers(250).into_iter().flat_map(|text| {
            [Row::Cells(vec![Cell::Text(text.clone())]), Row::Note(vec![("Note".to_owned(), text)])]
        });
        let table = Table {
            caption: "Mål".to_owned(),
            columns: vec![Column::new("Mål", ColumnKind::Words)],
            rows: rows.collect(),
        };
        let facts = numbers(150).into_iter().map(|text| (text.clone(), text)).collect();
        let long = paper(vec![
            Block::Text("Først".to_owned()),
            Block::Table(table),
            Block::List(numbers(333)),
            Block::Facts(facts),
        ]);
        let short = paper(vec![Block::Text("Kort".to_owned()), Block::List(numbers(3))]);
        for (document, expected) in [(&short, 1..=1), (&long, 7..=12)] {
            let parts: Vec<_> = paper_parts(document).collect();
            assert!(expected.contains(&parts.len()), "{}", parts.len());
            let (mut all, mut whole) = (Vec::new(), Vec::new());
            parts.iter().flatten().for_each(|element| wording(element, &mut all));
            let body = document.blocks.iter().flat_map(|one| block_nodes(one, document));
            wording(&element("div", "", body.collect()), &mut whole);
            assert_eq!(all, whole);
        }
        let around =
            paper_parts(&long).flatten().all(|one| one.attributes == [("class", "paper__part".to_owned())]);
        assert!(around);
    }

    #[test]
    fn a_note_stays_in_the_part_of_its_row() {
        let rows: Vec<_> = (0..3 * LINES_OF_PART).map(|_| Row::Cells(Vec::new())).collect();
        assert_eq!(
            row_runs(&rows).iter().map(|run| run.len()).collect::<Vec<_>>(),
            [LINES_OF_PART, LINES_OF_PART, LINES_OF_PART]
        );
        let mut rows = rows;
        if let Some(row) = rows.get_mut(LINES_OF_PART) {
            *row = Row::Note(Vec::new());
        }
        assert_eq!(row_runs(&rows).first().map(|run| run.len()), Some(LINES_OF_PART + 1));
        assert!(row_runs(&[]).is_empty());
    }
}

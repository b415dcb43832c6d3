//! A document as a tree of elements, for whoever draws HTML: the page makes its own elements of it, a file writes
//! it as text. `styles/_paper.scss` has the looks of both.

use super::document::{Amounts, Block, Cell, ColumnKind, Density, Row, Table, WrittenPaper};
use crate::domain::number::{Decimal, quotient};
use crate::i18n::text::{PageText, ReportText};

/// How many empty lines there are to write on.
const LINES: usize = 3;

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
fn text(tag: &'static str, class: &str, text: &str) -> Node {
    element(tag, class, vec![Node::Text(text.to_owned())]).node()
}

/// The paper as an `article` with its head, its blocks and its foot.
pub fn markup(document: &WrittenPaper) -> Element {
    let words = document.words;
    let density = match document.density {
        Density::Free => "free",
        Density::Airy => "airy",
        Density::Close => "close",
        Density::Tight => "tight",
    };
    let mut status: Vec<Node> = document.status.iter().map(|line| text("span", "", line)).collect();
    if document.draft {
        status.insert(0, text("strong", "", words.text(ReportText::Draft)));
    }
    if document.confidential {
        status.push(text("strong", "", words.text(PageText::Confidential)));
    }
    let titles = vec![
        text("h1", "paper__title", &document.title),
        element("p", "paper__subtitle", vec![Node::Text(document.subtitle.clone())])
            .set("lang", &document.quoted_lang)
            .node(),
    ];
    let top = vec![element("div", "", titles).node(), element("p", "paper__status", status).node()];
    let head = element("header", "paper__head", vec![element("div", "paper__top", top).node()]);
    let body = document.blocks.iter().flat_map(|block| self::block(block, document)).collect();
    let foot = document.foot.iter().map(|line| text("span", "", line)).collect();
    // As an attribute, since it is drawn too faintly to be read as a text.
    let draft = element("div", "paper__draft", Vec::new()).set("data-word", words.text(ReportText::Draft));
    let draft = document.draft.then(|| draft.set("aria-hidden", "true").node());
    let parts = [
        head.node(),
        element("div", "paper__body", body).node(),
        element("footer", "paper__foot", vec![element("p", "paper__end", foot).node()]).node(),
    ];
    let children = draft.into_iter().chain(parts).collect();
    element("article", &format!("paper paper--{density}"), children).set("lang", words.lang.code())
}

fn block(block: &Block, document: &WrittenPaper) -> Vec<Node> {
    match block {
        Block::Heading(title, aside) => vec![heading("paper__heading", title, aside.as_deref())],
        Block::Appendix(title) => {
            let name = format!("{}: {title}", document.words.text(ReportText::Appendix));
            vec![heading("paper__heading paper__appendix", &name, None)]
        }
        Block::Lead(wording) => vec![text("p", "paper__lead", wording)],
        Block::Text(wording) => vec![text("p", "", wording)],
        Block::Aside(wording) => vec![text("p", "paper__aside", wording)],
        Block::Facts(facts) => vec![names("paper__facts", facts, None)],
        Block::List(items) => {
            vec![element("ul", "paper__list", items.iter().map(|item| text("li", "", item)).collect()).node()]
        }
        Block::Figures(figures) => {
            let one = |(figure, name): &(String, String)| {
                let parts =
                    vec![text("strong", "", figure), Node::Text(" ".to_owned()), text("span", "", name)];
                element("li", "", parts).node()
            };
            vec![element("ul", "paper__figures", figures.iter().map(one).collect()).node()]
        }
        Block::Bar(amounts, wording) => vec![bar(*amounts, Some(wording), "paper__bar")],
        Block::Table(table) => vec![self::table(table, document)],
        Block::Signatures(names, place) => names.iter().map(|name| signature(name, place)).collect(),
        Block::Room(title) => {
            let lines = (0..LINES).map(|_| element("div", "", Vec::new()).node()).collect();
            let lines = element("div", "paper__room", lines).set("aria-hidden", "true");
            vec![text("h3", "paper__subheading", title), lines.node()]
        }
    }
}

fn heading(class: &str, title: &str, aside: Option<&str>) -> Node {
    let mut children = vec![Node::Text(title.to_owned())];
    children
        .extend(aside.into_iter().flat_map(|aside| [Node::Text(" ".to_owned()), text("small", "", aside)]));
    element("h2", class, children).node()
}

/// Names with what belongs to them, in the language that it is quoted in.
fn names(class: &str, facts: &[(String, String)], quoted: Option<&str>) -> Node {
    let pair = |(name, value): &(String, String)| {
        let mut value = element("dd", "", vec![Node::Text(value.clone())]);
        if let Some(words) = quoted {
            value = value.set("lang", words);
        }
        element("div", "", vec![text("dt", "", name), value.node()]).node()
    };
    element("dl", class, facts.iter().map(pair).collect()).node()
}

fn signature(name: &str, place: &str) -> Node {
    let lines = vec![text("span", "paper__line", place), text("span", "paper__line", name)];
    element("p", "paper__signature", lines).node()
}

fn table(table: &Table, document: &WrittenPaper) -> Node {
    let heads = table.columns.iter().map(|column| {
        let cell = element("th", class(column.kind), vec![Node::Text(column.title.clone())]);
        cell.set("scope", "col").node()
    });
    let head = element("thead", "", vec![element("tr", "", heads.collect()).node()]).node();
    let caption = text("caption", "paper__caption", &table.caption);
    let mut bodies: Vec<Vec<Node>> = vec![Vec::new()];
    for row in &table.rows {
        if matches!(row, Row::Group(..)) {
            bodies.push(Vec::new());
        }
        if let Some(body) = bodies.last_mut() {
            body.push(self::row(row, table, document));
        }
    }
    let bodies = bodies.into_iter().filter(|rows| !rows.is_empty());
    let bodies = bodies.map(|rows| element("tbody", "", rows).node());
    let children = [caption, head].into_iter().chain(bodies).collect();
    element("table", "paper__table", children).node()
}

fn row(row: &Row, table: &Table, document: &WrittenPaper) -> Node {
    match row {
        Row::Group(title, aside) => {
            let span = table.columns.len();
            let mut children = vec![Node::Text(title.clone())];
            children.extend(
                aside.iter().flat_map(|aside| [Node::Text(" ".to_owned()), text("small", "", aside)]),
            );
            let cell = element("th", "", children).set("colspan", span.to_string()).set("scope", "rowgroup");
            element("tr", "paper__group", vec![cell.node()]).node()
        }
        Row::Cells(cells) => element("tr", "", self::cells(cells, table, document)).node(),
        Row::Total(cells) => element("tr", "paper__total", self::cells(cells, table, document)).node(),
        Row::Note(said) | Row::Quote(said) => {
            let quoted = matches!(row, Row::Quote(_)).then_some(document.quoted_lang.as_str());
            let cell = element("td", "", vec![names("paper__said", said, quoted)]);
            let cell = cell.set("colspan", table.columns.len().to_string());
            element("tr", "paper__note", vec![cell.node()]).node()
        }
    }
}

fn cells(cells: &[Cell], table: &Table, document: &WrittenPaper) -> Vec<Node> {
    let cells = cells.iter().zip(&table.columns).enumerate();
    cells
        .map(|(at, (cell, column))| {
            let tag = if at == 0 { "th" } else { "td" };
            let mut made = element(tag, class(column.kind), content(cell));
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

fn class(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Words => "paper__words",
        ColumnKind::Value => "paper__value",
        ColumnKind::Name => "paper__name",
        ColumnKind::Short => "paper__short",
        ColumnKind::Figure => "paper__figure",
        ColumnKind::Picture => "paper__picture",
    }
}

fn content(cell: &Cell) -> Vec<Node> {
    match cell {
        Cell::Text(wording) | Cell::Quoted(wording) => vec![Node::Text(wording.clone())],
        Cell::Status(sign, wording) => {
            let sign = element("span", "paper__sign", vec![Node::Text((*sign).to_owned())]);
            vec![sign.set("aria-hidden", "true").node(), Node::Text(format!(" {wording}"))]
        }
        Cell::Lines(lines) => lines.iter().map(|line| text("div", "", line)).collect(),
        Cell::Bar(amounts) => vec![bar(*amounts, None, "paper__cell-bar")],
        Cell::Trend(values, wording) => vec![trend(values, wording)],
    }
}

/// Secured black, open hatched, lost white: told apart in black and white as well. Where no words are given, the
/// figures stand beside it.
fn bar(amounts: Amounts, wording: Option<&str>, class: &str) -> Node {
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
    let stripes = stripes(secured, open);
    let mut children = vec![
        rect("paper__bar-whole", Decimal::ZERO, Decimal::ONE_HUNDRED),
        rect("paper__bar-secured", Decimal::ZERO, secured),
        rect("paper__bar-open", secured, open),
    ];
    children.extend(stripes);
    let svg = element("svg", class, children).set("focusable", "false");
    match wording {
        Some(wording) => svg.set("role", "img").set("aria-label", wording).node(),
        None => svg.set("aria-hidden", "true").node(),
    }
}

/// Upright lines across the open part, a fiftieth of the whole apart.
fn stripes(from: Decimal, width: Decimal) -> Vec<Node> {
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
fn trend(values: &[Decimal], wording: &str) -> Node {
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

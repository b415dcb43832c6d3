//! Lays a paper out on sheets for the printer, each with head, foot and number. Not every browser repeats a head or
//! counts pages by itself. The sheets stand beside the page until it is printed.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

use crate::report::sheets::{Piece, deal};

/// The selector of the sheets, styled in `styles/_papers.scss`.
const SHEETS: &str = ".sheets";

/// A measured piece: its element, and the lists or tables around it, from the outside in.
struct Measured {
    piece: Piece,
    element: Element,
    within: Vec<Element>,
}

/// Lays the paper of the page out on sheets; `number` says the number of a sheet among all. Does nothing without a
/// paper, or where that is done.
pub(super) fn lay_out(number: impl Fn(usize, usize) -> String) {
    let Some(document) = document() else { return };
    // Where the browser refuses, the paper is printed as it stands.
    if document.query_selector(SHEETS) == Ok(None) && try_lay_out(&document, number).is_none() {
        clear();
    }
}

/// Removes the sheets.
pub(crate) fn clear() {
    if let Some(sheets) = document().and_then(|document| document.query_selector(SHEETS).ok().flatten()) {
        sheets.remove();
    }
}

fn try_lay_out(document: &Document, number: impl Fn(usize, usize) -> String) -> Option<()> {
    let paper = document.query_selector(".paper").ok()??;
    let sheets = document.create_element("div").ok()?;
    sheets.set_class_name("sheets");
    document.body()?.append_child(&sheets).ok()?;
    let whole = copy(&paper)?;
    join(&first_match(&whole, ".paper__body")?)?;
    sheets.append_child(&whole).ok()?;
    // An empty sheet shows how much room head and foot leave.
    let empty = Sheet::new(&whole, &number(1, 1))?;
    sheets.append_child(&empty.element).ok()?;
    let room = empty.body.get_bounding_client_rect().height();
    let pieces = measure_pieces(&first_match(&whole, ".paper__body")?);
    empty.element.remove();
    whole.remove();
    let firsts = deal(&pieces.iter().map(|one| one.piece).collect::<Vec<_>>(), room);
    let ends = firsts.iter().skip(1).copied().chain([pieces.len()]);
    for (at, (first, end)) in firsts.iter().copied().zip(ends).enumerate() {
        let sheet = Sheet::new(&whole, &number(at + 1, firsts.len()))?;
        sheet.fill(pieces.get(first..end)?)?;
        sheets.append_child(&sheet.element).ok()?;
    }
    Some(())
}

/// Joins the parts in which a long paper was drawn. A table or a list is one again, its columns as wide as they need
/// to be.
fn join(body: &Element) -> Option<()> {
    let mut last: Option<Element> = None;
    for part in children(body).into_iter().filter(|part| is(part, ".paper__part")) {
        for block in children(&part) {
            let whole = last.as_ref().filter(|_| is(&block, ".paper__more"));
            if let Some(whole) = whole {
                for line in children(&block).into_iter().filter(|line| is(line, "tbody, li, div")) {
                    whole.append_child(&line).ok()?;
                }
                continue;
            }
            if let Some(columns) = first_match(&block, "colgroup") {
                columns.remove();
            }
            body.insert_before(&block, Some(&part)).ok()?;
            last = Some(block);
        }
        part.remove();
    }
    Some(())
}

/// A sheet, and the element that holds its pieces.
struct Sheet {
    element: Element,
    body: Element,
}

impl Sheet {
    /// Makes a sheet with the head and the foot of a paper.
    fn new(paper: &Element, number: &str) -> Option<Self> {
        let element = copy_without_content(paper)?;
        element.set_class_name(&format!("{} sheet", paper.class_name()));
        for part in children(paper) {
            let is_body = part.matches(".paper__body").ok()?;
            element.append_child(&*if is_body { copy_without_content(&part) } else { copy(&part) }?).ok()?;
        }
        let last = document()?.create_element("span").ok()?;
        last.set_text_content(Some(number));
        first_match(&element, ".paper__end")?.append_child(&last).ok()?;
        let body = first_match(&element, ".paper__body")?;
        Some(Self { element, body })
    }

    /// Moves the pieces onto the sheet, each into a list or table like the one that it stood in.
    fn fill(&self, pieces: &[Measured]) -> Option<()> {
        let mut open: Vec<(&Element, Element)> = Vec::new();
        for Measured { element, within, .. } in pieces {
            let same = open.iter().zip(within).take_while(|((original, _), one)| *original == *one).count();
            open.truncate(same);
            for original in within.iter().skip(same) {
                let around = if original.tag_name() == "TABLE" {
                    table(original)
                } else {
                    copy_without_content(original)
                }?;
                open.last().map_or(&self.body, |(_, last)| last).append_child(&around).ok()?;
                open.push((original, around));
            }
            open.last().map_or(&self.body, |(_, last)| last).append_child(element).ok()?;
        }
        Some(())
    }
}

/// Copies a table without its rows, with its columns as wide as they are here.
fn table(original: &Element) -> Option<Element> {
    let table = copy_without_content(original)?;
    table.set_class_name(&format!("{} sheet__table", original.class_name()));
    let columns = document()?.create_element("colgroup").ok()?;
    let parts = children(original);
    for part in &parts {
        if part.tag_name() == "THEAD" {
            table.append_child(&columns).ok()?;
        }
        if part.tag_name() != "TBODY" {
            table.append_child(&*copy(part)?).ok()?;
        }
    }
    let widths = original.get_attribute(WIDTHS)?;
    for width in widths.split(' ') {
        let column = document()?.create_element("col").ok()?;
        column.set_attribute("width", width).ok()?;
        columns.append_child(&column).ok()?;
    }
    table.remove_attribute(WIDTHS).ok()?;
    Some(table)
}

/// The attribute that keeps the measured widths of a table's columns.
const WIDTHS: &str = "data-widths";

/// Measures all pieces of a paper's body, in their order.
fn measure_pieces(body: &Element) -> Vec<Measured> {
    let mut pieces = Vec::new();
    for block in children(body) {
        match block.tag_name().as_str() {
            "TABLE" => pieces.extend(rows(&block)),
            "UL" | "DL" if !is(&block, ".paper__figures") => {
                let parts = children(&block).into_iter();
                pieces.extend(parts.map(|part| one(part, vec![block.clone()])));
            }
            _ => {
                let mut block = one(block, Vec::new());
                block.piece.leads = is(&block.element, "h2, h3");
                pieces.push(block);
            }
        }
    }
    pieces
}

/// Measures the rows of a table. The first includes the heads of the columns above it.
fn rows(table: &Element) -> Vec<Measured> {
    let head = first_match(table, "thead");
    let cells = head.as_ref().and_then(Element::first_element_child).map(|row| children(&row));
    let widths = cells.unwrap_or_default();
    let widths = widths.iter().map(|cell| cell.get_bounding_client_rect().width().to_string());
    // Setting an attribute with a plain name cannot be refused.
    let _ = table.set_attribute(WIDTHS, &widths.collect::<Vec<_>>().join(" "));
    let height = head.map_or(0.0, |head| head.get_bounding_client_rect().height());
    let top = table.get_bounding_client_rect().top();
    let bodies = children(table).into_iter().filter(|part| part.tag_name() == "TBODY");
    let rows = bodies.flat_map(|body| children(&body).into_iter().map(move |row| (row, body.clone())));
    let mut rows: Vec<_> = rows.map(|(row, body)| one(row, vec![table.clone(), body])).collect();
    for (at, row) in rows.iter_mut().enumerate() {
        let next = row.element.next_element_sibling();
        row.piece.leads =
            is(&row.element, ".paper__group") || next.is_some_and(|next| is(&next, ".paper__note"));
        if at == 0 {
            row.piece.top = top;
        } else {
            row.piece.head = height;
        }
    }
    rows
}

fn one(element: Element, within: Vec<Element>) -> Measured {
    let place = element.get_bounding_client_rect();
    let piece = Piece { top: place.top(), bottom: place.bottom(), ..Piece::default() };
    Measured { piece, element, within }
}

fn is(element: &Element, selector: &str) -> bool {
    element.matches(selector).unwrap_or_default()
}

fn children(element: &Element) -> Vec<Element> {
    let all = element.children();
    (0..all.length()).filter_map(|at| all.item(at)).collect()
}

/// Copies an element without its content.
fn copy_without_content(element: &Element) -> Option<Element> {
    element.clone_node_with_deep(false).ok()?.dyn_into().ok()
}

fn copy(element: &Element) -> Option<Element> {
    element.clone_node_with_deep(true).ok()?.dyn_into().ok()
}

fn first_match(within: &Element, selector: &str) -> Option<Element> {
    within.query_selector(selector).ok()?
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

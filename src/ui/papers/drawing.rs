//! Draws a paper into the page in parts: thousands of rows at once would keep the page from answering.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

use crate::platform::pause::Turns;
use crate::report::{
    Element, Node, WrittenPaper, empty_paper_element, paper_element, paper_part_count, paper_parts,
};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Whether somebody still waits for a paper.
#[derive(Clone, Debug)]
pub(super) struct Wanted(Rc<Cell<bool>>);

impl Wanted {
    /// Starts to wait for a paper.
    pub(super) fn new() -> Self {
        Self(Rc::new(Cell::new(true)))
    }

    /// Ends the wait.
    pub(super) fn end(&self) {
        self.0.set(false);
    }

    /// Returns the result of the work; `None` as soon as nobody waits for it, and the work stops.
    pub(super) async fn unless_over<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        let mut work = pin!(work);
        poll_fn(
            |context| if self.0.get() { work.as_mut().poll(context).map(Some) } else { Poll::Ready(None) },
        )
        .await
    }
}

/// Draws a paper into an element, in place of its content, and tells the percentage whenever the browser has a turn.
/// What the browser refuses to draw is left out.
pub(super) async fn draw(
    paper: &WrittenPaper,
    place: &web_sys::Element,
    turns: &mut Turns,
    tell: impl Fn(usize),
) {
    let Some(document) = place.owner_document() else { return };
    place.set_text_content(None);
    let Some(article) = page_element(&document, &empty_paper_element(paper), false) else { return };
    if place.append_child(&article).is_err() {
        return;
    }
    let Ok(Some(body)) = article.query_selector(".paper__body") else { return };
    let of = paper_part_count(paper).max(1);
    for (done, part) in paper_parts(paper).enumerate() {
        for element in &part {
            if let Some(element) = page_element(&document, element, false) {
                let _ = body.append_child(&element);
            }
        }
        if turns.is_due() {
            tell(done.min(of) * 100 / of);
            turns.give().await;
        }
    }
}

/// Puts a paper beside the page, to be printed in its place as it stands. A browser that refuses prints the page.
pub(crate) fn put_beside(paper: &WrittenPaper) {
    let beside = || {
        let document = web_sys::window()?.document()?;
        let sheets = document.create_element("div").ok()?;
        sheets.set_class_name("sheets");
        sheets.append_child(&*page_element(&document, &paper_element(paper), false)?).ok()?;
        document.body()?.append_child(&sheets).ok()
    };
    let _ = beside();
}

/// Makes an element of the page from one of a paper.
fn page_element(
    document: &web_sys::Document,
    element: &Element,
    is_picture: bool,
) -> Option<web_sys::Element> {
    let is_picture = is_picture || element.tag == "svg";
    let made = if is_picture {
        document.create_element_ns(Some(SVG), element.tag)
    } else {
        document.create_element(element.tag)
    };
    let made = made.ok()?;
    for (name, value) in &element.attributes {
        made.set_attribute(name, value).ok()?;
    }
    for child in &element.children {
        match child {
            Node::Element(child) => {
                made.append_child(&*page_element(document, child, is_picture)?).ok()?;
            }
            Node::Text(text) => made.append_with_str_1(text).ok()?,
        }
    }
    Some(made)
}

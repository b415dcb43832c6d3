//! Chooses which rows of a long list are drawn: those near the window, those beside the focus, those asked for. The
//! others are one empty space for each block, of their true or likely height.

use std::cell::RefCell;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Waker};

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;
use yew::scheduler::flush;

use crate::app::list::{BLOCK, List};
use crate::platform::events::{Shortcut, on_print, on_shortcut};
use crate::platform::sight::{Sighted, watch};
use crate::ui::shared::Shared;

/// The class of the element around a block of a long list.
pub(crate) const CLASS: &str = "goal-block";

/// With more goals than this, only some are drawn.
const MANY: usize = 60;

/// The height that a row is taken to have until one was seen (pixels).
const ROW: i32 = 80;

/// A list, and what was seen of its blocks.
#[derive(Debug)]
pub(crate) struct View {
    pub(crate) list: List,
    /// The prefix that tells its blocks from those of another list on the same place.
    name: &'static str,
    seen: RefCell<Seen>,
}

#[derive(Debug)]
struct Seen {
    blocks: Vec<BlockSeen>,
    /// The block that has the focus or had it last, or that was turned to since.
    focused: Option<usize>,
    /// The average height of a row (pixels).
    row: Option<i32>,
}

#[derive(Clone, Debug, Default)]
struct BlockSeen {
    is_near: bool,
    /// Its height when it was drawn last (pixels).
    height: Option<i32>,
}

impl View {
    /// Starts with nothing seen of the list.
    pub(crate) fn new(list: List, name: &'static str) -> Self {
        let blocks = vec![BlockSeen::default(); list.blocks.len()];
        Self { list, name, seen: RefCell::new(Seen { blocks, focused: None, row: None }) }
    }

    /// Whether rows that are far away are left out.
    pub(crate) fn is_long(&self) -> bool {
        self.list.rows() > MANY
    }

    /// Keeps a block and its neighbours drawn until the focus comes to another block.
    pub(crate) fn turn_to(&self, number: usize) {
        self.seen.borrow_mut().focused = Some(number);
    }

    /// Returns the height of the space for a block (pixels); `None` where the block is drawn. The first blocks are
    /// drawn where there is room for so many rows. Without room for any, not even those near the window are drawn.
    pub(crate) fn away(&self, number: usize, room: Option<usize>) -> Option<i32> {
        let seen = self.seen.borrow();
        let is_shown = |room| number * BLOCK < room || seen.is_drawn(number);
        let is_drawn = !self.is_long() || room.is_some_and(is_shown);
        (!is_drawn).then(|| {
            let rows = self.list.blocks.get(number).copied().and_then(|rows| i32::try_from(rows).ok());
            let known = seen.blocks.get(number).and_then(|block| block.height);
            known.unwrap_or_else(|| rows.unwrap_or_default().saturating_mul(seen.row.unwrap_or(ROW)))
        })
    }

    /// Takes in what came near or went away; returns whether other rows are to be drawn.
    fn sighted(&self, all: &[Sighted]) -> bool {
        let mut seen = self.seen.borrow_mut();
        let mut is_other = false;
        for one in all {
            let Some(number) = self.number_in(&one.id) else { continue };
            // An empty space is no measure of its rows.
            if seen.is_drawn(number) {
                let rows = self.list.blocks.get(number).copied().and_then(|rows| i32::try_from(rows).ok());
                let row = rows.and_then(|rows| one.height.checked_div(rows));
                is_other |= seen.row.is_none();
                seen.row = seen.row.or(row.filter(|row| *row > 0));
                if let Some(block) = seen.blocks.get_mut(number) {
                    block.height = Some(one.height);
                }
            }
            if let Some(block) = seen.blocks.get_mut(number) {
                is_other |= block.is_near != one.is_near;
                block.is_near = one.is_near;
            }
        }
        is_other
    }

    /// Notes that the focus came to an element; returns whether that is in another block.
    fn focused(&self, event: &FocusEvent) -> bool {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let block = target.and_then(|target| target.closest(&format!(".{CLASS}")).ok().flatten());
        let Some(number) = block.and_then(|block| self.number_in(&block.id())) else {
            return false;
        };
        self.seen.borrow_mut().focused.replace(number) != Some(number)
    }

    fn number_in(&self, id: &str) -> Option<usize> {
        id.strip_prefix(self.name)?.strip_prefix('-')?.parse().ok()
    }
}

impl Seen {
    /// The first and the last block are always drawn, so that the Tab key enters the list from both sides. So are the
    /// blocks beside the focus, so that it leads on from there. Until something is seen the first alone is enough: it
    /// fills the window, and is drawn sooner.
    fn is_drawn(&self, number: usize) -> bool {
        let is_beside = self.focused.is_some_and(|focused| focused.abs_diff(number) <= 1);
        let is_near = self.blocks.get(number).is_some_and(|block| block.is_near);
        let is_last = number + 1 == self.blocks.len() && self.row.is_some();
        is_near || is_beside || number == 0 || is_last
    }
}

/// Returns the `id` of the element around a block of this list.
pub(crate) fn block_id(name: &str, number: usize) -> String {
    format!("{name}-{number}")
}

/// Returns whether rows are drawn yet. What surrounds a long list comes first: both together would keep the page too
/// long.
#[hook]
pub(crate) fn use_begun(view: &View) -> bool {
    let begun = use_state_eq(|| !view.is_long());
    use_effect_with((), {
        let begun = begun.setter();
        move |()| begun.set(true)
    });
    *begun
}

/// Watches what comes near and where the focus is once rows are drawn, and draws other rows as needed. It returns the
/// callback for changes of the focus.
#[hook]
pub(crate) fn use_window(view: &Rc<View>, is_begun: bool) -> Callback<FocusEvent> {
    let update = use_force_update();
    use_effect_with((Shared::from(view), is_begun), {
        let update = update.clone();
        move |(view, is_begun)| {
            let view = view.clone();
            let watching = (*is_begun && view.is_long()).then(|| {
                watch(CLASS, move |all| {
                    if view.sighted(&all) {
                        update.force_update();
                    }
                })
            });
            move || drop(watching)
        }
    });
    use_callback(Shared::from(view), move |event: FocusEvent, view| {
        if view.is_long() && view.focused(&event) {
            update.force_update();
        }
    })
}

/// Returns whether the page is being printed, which takes every row: they are drawn before the browser goes on.
#[hook]
pub(crate) fn use_printing() -> bool {
    let printing = use_state_eq(|| false);
    use_effect_with((), {
        let printing = printing.setter();
        move |()| {
            let listening = on_print(move |is_printing| {
                printing.set(is_printing);
                draw_now();
            });
            move || drop(listening)
        }
    });
    *printing
}

/// Returns whether a person has opened the browser's own search, which finds only what is drawn. From then on every
/// row is drawn.
#[hook]
pub(crate) fn use_searching() -> bool {
    let searching = use_state_eq(|| false);
    use_effect_with((), {
        let searching = searching.setter();
        move |()| {
            let listening = on_shortcut(move |shortcut| {
                if shortcut == Shortcut::Find {
                    searching.set(true);
                }
                false
            });
            move || drop(listening)
        }
    });
    *searching
}

/// Returns whether the browser has had so many turns since the place was shown. With many goals, long calculations run
/// after the rest, one after the other.
#[hook]
pub(crate) fn use_turns(turns: u32, goals: usize) -> bool {
    let turns = if goals > MANY { turns } else { 0 };
    let gone = use_state_eq(|| 0);
    use_effect_with((*gone, turns), {
        let gone = gone.setter();
        move |(done, turns)| {
            let next = (done < turns).then(|| done + 1);
            let timeout = next.map(|next| Timeout::new(0, move || gone.set(next)));
            move || drop(timeout)
        }
    });
    *gone >= turns
}

/// How many rows there is room for at first, and how many more at each step. The page answers while a list of
/// thousands is drawn whole.
const FIRST: usize = 200;
const MORE: usize = 200;

/// Returns how many of the rows there is room for so far.
#[hook]
pub(crate) fn use_room(rows: usize) -> usize {
    let room = use_state(|| FIRST);
    use_effect_with((*room, rows), {
        let room = room.setter();
        move |(drawn, rows)| {
            let more = (drawn < rows).then(|| drawn + MORE);
            let timeout = more.map(|more| Timeout::new(0, move || room.set(more)));
            move || drop(timeout)
        }
    });
    *room
}

/// Draws all changes at once. Yew waits until the browser is idle, and a browser that prints takes the page as it is.
pub(crate) fn draw_now() {
    // The first step draws everything; nothing waits for the second.
    let _ = pin!(flush()).poll(&mut Context::from_waker(Waker::noop()));
}

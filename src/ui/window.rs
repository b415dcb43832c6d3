//! Which rows of a long list are drawn: those near what the window shows, those beside the focus, and those asked for.
//! The others stand as one empty space for each block of them, as high as they are or are likely to be.

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

/// With more goals than this only some are drawn.
const MANY: usize = 60;

/// How high a row is taken to be until one was seen (pixels).
const ROW: i32 = 80;

/// A list, and what was seen of its blocks.
#[derive(Debug)]
pub(crate) struct View {
    pub(crate) list: List,
    /// What tells its blocks from those of another list on the same place.
    name: &'static str,
    seen: RefCell<Seen>,
}

#[derive(Debug)]
struct Seen {
    blocks: Vec<BlockSeen>,
    /// The block with the focus, or that had it last, or that was turned to since.
    focused: Option<usize>,
    /// How high a row is on the average (pixels).
    row: Option<i32>,
}

#[derive(Clone, Debug, Default)]
struct BlockSeen {
    is_near: bool,
    /// How high it was when it was drawn last (pixels).
    height: Option<i32>,
}

impl View {
    /// A list of which nothing was seen yet.
    pub(crate) fn new(list: List, name: &'static str) -> Self {
        let blocks = vec![BlockSeen::default(); list.blocks.len()];
        Self { list, name, seen: RefCell::new(Seen { blocks, focused: None, row: None }) }
    }

    /// Whether rows that are far away are left out.
    pub(crate) fn is_long(&self) -> bool {
        self.list.rows() > MANY
    }

    /// Has a block drawn, with those beside it, until the focus comes to another one.
    pub(crate) fn turn_to(&self, number: usize) {
        self.seen.borrow_mut().focused = Some(number);
    }

    /// How high the space is that stands for a block (pixels); none where the block is drawn, as it is where there is room
    /// for so many rows from the top. Without room for any, not even those near the window are drawn.
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

    /// Takes in what came near or went away; whether anything is drawn otherwise now.
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

    /// Notes that the focus came to an element; whether that brings it into another block.
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
    /// The first and the last block are always drawn, so that the Tab key comes into the list from both sides; and those
    /// beside the focus, so that it leads on from there whatever the window shows. As long as nothing was seen the first
    /// is enough: it fills the window, and is there the sooner.
    fn is_drawn(&self, number: usize) -> bool {
        let is_beside = self.focused.is_some_and(|focused| focused.abs_diff(number) <= 1);
        let is_near = self.blocks.get(number).is_some_and(|block| block.is_near);
        let is_last = number + 1 == self.blocks.len() && self.row.is_some();
        is_near || is_beside || number == 0 || is_last
    }
}

/// The `id` of the element around a block of the list of this name.
pub(crate) fn block_id(name: &str, number: usize) -> String {
    format!("{name}-{number}")
}

/// Whether rows are drawn. What stands around a long list comes first: both together would keep the page too long.
#[hook]
pub(crate) fn use_begun(view: &View) -> bool {
    let begun = use_state_eq(|| !view.is_long());
    use_effect_with((), {
        let begun = begun.setter();
        move |()| begun.set(true)
    });
    *begun
}

/// Watches what comes near and where the focus is once rows are drawn, and draws anew where that brings other rows; what
/// is returned is told of each change of the focus.
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

/// Whether the page is on its way to paper, which takes every row: they are drawn before the browser goes on.
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

/// Whether a person has turned to the browser's own search, which finds what is drawn: from then on that is every row.
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

/// Whether the browser has had so many turns since the place was shown: what takes long with many goals is worked out
/// after the rest, and one thing after the other.
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

/// How many rows there is room for at first, and for how many more each time, so that the page answers while a list
/// of thousands is drawn whole.
const FIRST: usize = 200;
const MORE: usize = 200;

/// For how many of the rows there is room so far.
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

/// Draws at once what has changed. Yew draws when the browser has nothing else to do, and a browser that prints takes the
/// page as it stands.
pub(crate) fn draw_now() {
    // Its first step draws all there is; nothing waits for the second.
    let _ = pin!(flush()).poll(&mut Context::from_waker(Waker::noop()));
}

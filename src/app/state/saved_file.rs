//! The file that a case was opened from or saved as, and what it held when it was last seen.

use std::any::Any;
use std::fmt;
use std::rc::Rc;

use sha2::{Digest, Sha256};

/// The file that holds a case.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedFile {
    /// Its name.
    pub name: Rc<str>,
    /// How it is found again; none where the browser only hands files in and out.
    pub disk: Option<OnDisk>,
}

/// A file that the page can read again and write.
#[derive(Clone, Debug, PartialEq)]
pub struct OnDisk {
    /// What the browser finds it by.
    pub link: Link,
    /// What it held when it was opened or written.
    pub seen: Seen,
    /// What somebody else did to it since, and the person has not answered yet.
    pub changed: Option<FileChange>,
}

/// What the browser finds a file by. The state carries it and knows nothing of it; equal only to itself.
#[derive(Clone)]
pub struct Link(Rc<dyn Any>);

/// What a file held: enough to tell whether it is still the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// When it was written last, in milliseconds since 1970 by the clock of whoever wrote it.
    pub modified: u64,
    /// Its size in bytes.
    pub size: u64,
    digest: [u8; 32],
}

/// What somebody else did to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileChange {
    /// It holds something else now.
    Edited,
    /// It was removed or renamed.
    Gone,
}

impl SavedFile {
    /// A file that is known by its name alone.
    pub fn named(name: impl Into<Rc<str>>) -> Self {
        Self { name: name.into(), disk: None }
    }

    /// A file that can be read again and written.
    pub fn on_disk(name: impl Into<Rc<str>>, link: Link, seen: Seen) -> Self {
        Self { name: name.into(), disk: Some(OnDisk { link, seen, changed: None }) }
    }

    /// What somebody else did to it.
    pub fn changed(&self) -> Option<FileChange> {
        self.disk.as_ref()?.changed
    }

    /// Whether both are found by the same link.
    pub(in crate::app) fn is_found_by(&self, link: &Link) -> bool {
        self.disk.as_ref().is_some_and(|disk| disk.link == *link)
    }
}

impl Link {
    /// Hides what a browser finds a file by.
    pub fn new(handle: impl Any) -> Self {
        Self(Rc::new(handle))
    }

    /// What was hidden, for whoever knows its type.
    pub fn get<T: Any>(&self) -> Option<&T> {
        self.0.downcast_ref()
    }
}

impl PartialEq for Link {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Link")
    }
}

impl Seen {
    /// What a file holds that was read.
    pub fn of(bytes: &[u8], modified: u64) -> Self {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Self { modified, size, digest: Sha256::digest(bytes).into() }
    }

    /// Whether a file has the same content, whenever it was written.
    pub fn is_same(&self, other: &Self) -> bool {
        self.size == other.size && self.digest == other.digest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_only_touched_is_the_same() {
        let seen = Seen::of(b"{}", 1);
        assert!(seen.is_same(&Seen::of(b"{}", 2)));
        assert!(!seen.is_same(&Seen::of(b"[]", 1)));
    }

    #[test]
    fn a_link_gives_back_what_it_hides_and_is_equal_to_itself_alone() {
        let link = Link::new(7_u8);
        assert_eq!(link.get::<u8>(), Some(&7));
        assert_eq!(link.get::<u16>(), None);
        assert!(link == link.clone() && link != Link::new(7_u8));
    }
}

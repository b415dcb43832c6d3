//! Has the browser read the next files while one is looked at: each takes it a while, in which the page would do nothing.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use js_sys::Uint8Array;

use super::held::Source;
use crate::format::MAX_BYTES;
use crate::platform::file::{ReadRefusal, read_apart};

/// How many files are asked for at a time.
const AHEAD: usize = 8;

/// The bytes of a file, or why there are none.
pub(super) type FileBytes = Result<Uint8Array, ReadRefusal>;

/// Hands out the bytes of files in their order.
pub(super) struct Ahead<'s> {
    sources: &'s [Source],
    /// The places of the files that are left to ask for.
    left: std::vec::IntoIter<usize>,
    asked: VecDeque<Asked<'s>>,
}

/// A file that was asked for.
struct Asked<'s> {
    reading: Pin<Box<dyn Future<Output = FileBytes> + 's>>,
    bytes: Option<FileBytes>,
}

impl<'s> Ahead<'s> {
    /// For the files at these places, in this order.
    pub(super) fn new(sources: &'s [Source], places: Vec<usize>) -> Self {
        Self { sources, left: places.into_iter(), asked: VecDeque::new() }
    }

    /// The bytes of the next file.
    pub(super) async fn next(&mut self) -> FileBytes {
        while self.asked.len() < AHEAD
            && let Some(place) = self.left.next()
        {
            let reading = Box::pin(bytes_of(self.sources.get(place)));
            self.asked.push_back(Asked { reading, bytes: None });
        }
        poll_fn(|context| {
            for asked in self.asked.iter_mut().filter(|asked| asked.bytes.is_none()) {
                if let Poll::Ready(bytes) = asked.reading.as_mut().poll(context) {
                    asked.bytes = Some(bytes);
                }
            }
            let is_read = self.asked.front().is_none_or(|asked| asked.bytes.is_some());
            if is_read { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
        self.asked.pop_front().and_then(|asked| asked.bytes).unwrap_or(Err(ReadRefusal::Unreadable))
    }
}

async fn bytes_of(source: Option<&Source>) -> FileBytes {
    let limit = u32::try_from(MAX_BYTES).unwrap_or(u32::MAX);
    let source = source.ok_or(ReadRefusal::Unreadable)?;
    let found = source.find().await.ok_or(ReadRefusal::Unreadable)?;
    read_apart(&found.file, limit).await
}

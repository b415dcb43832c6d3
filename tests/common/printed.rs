//! What a command that has ended printed, and what it ended with.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::process::Output;

pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn complaint(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

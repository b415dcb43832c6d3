//! Objects as they are written: the members that are given, in the order of the documentation.

use rust_decimal::Decimal;
use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Serialize, Serializer};

use crate::domain::date::{Date, Period};

/// What is written as the members of an object, its own or one that has others, too.
pub(in crate::format) trait Members {
    /// Writes the members that are given.
    fn members<M: SerializeMap>(&self, out: &mut M) -> Result<(), M::Error>;
}

/// Writes members into an object: `"key": value` where the option `value` holds one, `..inner` for all of another.
macro_rules! members {
    ($out:ident $(,)?) => {};
    ($out:ident, ..$inner:expr $(, $($rest:tt)*)?) => {{
        $crate::format::json::Members::members(&$inner, $out)?;
        $crate::format::json::members!($out $(, $($rest)*)?);
    }};
    ($out:ident, $key:literal: $value:expr $(, $($rest:tt)*)?) => {{
        if let Some(value) = &$value {
            $out.serialize_entry($key, value)?;
        }
        $crate::format::json::members!($out $(, $($rest)*)?);
    }};
}

/// Declares how a type is written: as the object of these [`members`].
macro_rules! written {
    ($type:ty, $value:ident => { $($members:tt)* }) => {
        impl $crate::format::json::Members for $type {
            fn members<M: serde::ser::SerializeMap>(&self, out: &mut M) -> Result<(), M::Error> {
                let $value = self;
                $crate::format::json::members!(out, $($members)*);
                Ok(())
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                $crate::format::json::object(self, out)
            }
        }
    };
}

pub(in crate::format) use {members, written};

/// Writes an object of its own.
pub(in crate::format) fn object<S: Serializer>(value: &impl Members, out: S) -> Result<S::Ok, S::Error> {
    let mut object = out.serialize_map(None)?;
    value.members(&mut object)?;
    object.end()
}

/// A value in as few bytes as can be.
pub(in crate::format) fn to_text(value: &impl Serialize) -> String {
    // Writing to a text cannot fail, and no value of the model does.
    serde_json::to_string(value).unwrap_or_default()
}

/// A value that says something, for a key that is left out otherwise.
pub(in crate::format) fn filled<T: Default + PartialEq>(value: &T) -> Option<&T> {
    (*value != T::default()).then_some(value)
}

/// What tells `serde_json` to write a text as it is.
const RAW: &str = "$serde_json::private::RawValue";

/// A number, exact to the letter.
pub(in crate::format) struct Exact(pub(in crate::format) Decimal);

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        // As `RawValue` writes itself; to make one takes the text apart once more, with 15 KB of code.
        let mut raw = out.serialize_struct(RAW, 1)?;
        raw.serialize_field(RAW, &self.0.to_string())?;
        raw.end()
    }
}

/// A period or a day.
pub(in crate::format) struct Time(Period);

impl From<Period> for Time {
    fn from(period: Period) -> Self {
        Self(period)
    }
}

impl From<Date> for Time {
    fn from(date: Date) -> Self {
        Self(Period::Day(date))
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&self.0.to_string())
    }
}

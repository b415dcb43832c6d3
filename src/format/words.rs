//! The words of the format: an enum of the model declares its words by serde's derive, and all others ask here.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeOwned};

/// A text that is none of the words which can stand in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    /// Those words, in the order of the model.
    pub known: &'static [&'static str],
}

/// The value that a word stands for.
pub fn parse_word<T: DeserializeOwned>(text: &str) -> Result<T, UnknownWord> {
    T::deserialize(StrDeserializer::new(text))
}

/// Every word that stands for a value of this type.
pub fn words<T: DeserializeOwned>() -> &'static [&'static str] {
    parse_word::<T>("").err().map_or(&[], |unknown| unknown.known)
}

/// Every word with the value that it stands for, in the order of the model.
pub fn entries<T: DeserializeOwned>() -> impl Iterator<Item = (&'static str, T)> {
    words::<T>().iter().filter_map(|word| Some((*word, parse_word(word).ok()?)))
}

/// Every value that a word stands for, in the order of the model.
pub fn values<T: DeserializeOwned>() -> impl Iterator<Item = T> {
    entries::<T>().map(|(_, value)| value)
}

/// The word that stands for a value.
pub fn word<T: Copy + DeserializeOwned + PartialEq>(value: T) -> &'static str {
    entries::<T>().find(|(_, one)| *one == value).map(|(word, _)| word).unwrap_or_default()
}

impl de::Error for UnknownWord {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self { known: &[] }
    }

    fn unknown_variant(_: &str, known: &'static [&'static str]) -> Self {
        Self { known }
    }
}

impl std::error::Error for UnknownWord {}

impl fmt::Display for UnknownWord {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "none of {}", self.known.join(", "))
    }
}

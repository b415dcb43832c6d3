//! Reading an object key by key, so that each type says only what it has.

use serde::de::DeserializeOwned;

use super::log::Log;
use super::scalar::{word_or_meant, wrong_type};
use crate::findings::meant;
use crate::findings::{JsonKind, ShapeFault};
use crate::format::json::{Member, Node, Value};

/// As many items as most lists have at most. Room for more is made only for what can be read: a file can hold a
/// million items of the wrong type.
const SHORT: usize = 16;

/// An object that is being read.
pub(super) struct Fields<'v, 'x, 'l> {
    value: &'v Node<'v>,
    members: &'v [Member<'v>],
    pub(super) log: &'x mut Log<'l>,
}

impl<'v, 'x, 'l> Fields<'v, 'x, 'l> {
    /// An object with these keys and no others.
    pub(super) fn with_keys(
        value: &'v Node<'v>,
        keys: &[&'static str],
        log: &'x mut Log<'l>,
    ) -> Option<Self> {
        let mut fields = Self::with_any_keys(value, log)?;
        fields.check_keys(&[keys]);
        Some(fields)
    }

    /// An object whose keys depend on what it says; [`Self::check_keys`] checks them.
    pub(super) fn with_any_keys(value: &'v Node<'v>, log: &'x mut Log<'l>) -> Option<Self> {
        let Value::Object(members) = &value.value else {
            wrong_type(value, JsonKind::Object, log);
            return None;
        };
        Some(Self { value, members, log })
    }

    /// Warns about every key that is in none of these lists.
    pub(super) fn check_keys(&mut self, keys: &[&[&'static str]]) {
        let mut absent: Option<Vec<&'static str>> = None;
        for member in self.members {
            let name = &*member.name;
            if keys.iter().any(|keys| keys.contains(&name)) {
                continue;
            }
            let absent = absent.get_or_insert_with(|| {
                keys.iter().copied().flatten().copied().filter(|key| self.raw(key).is_none()).collect()
            });
            let suggestion = if self.log.wants_hints() { meant(name, absent) } else { None };
            let fault = ShapeFault::UnknownKey { key: name.to_owned(), suggestion };
            self.log.report(member.name_range.clone(), fault);
        }
    }

    /// The value of a key, `null` included.
    fn raw(&self, key: &str) -> Option<&'v Node<'v>> {
        self.members.iter().find(|member| member.name == key).map(|member| &member.node)
    }

    /// The value of a key; `null` says the same as no key.
    pub(super) fn get(&self, key: &str) -> Option<&'v Node<'v>> {
        self.raw(key).filter(|value| value.kind() != JsonKind::Null)
    }

    /// What stands under a key that may be left out.
    pub(super) fn optional<T>(
        &mut self,
        key: &str,
        read: impl FnOnce(&'v Node<'v>, &mut Log<'l>) -> Option<T>,
    ) -> Option<T> {
        read(self.get(key)?, self.log)
    }

    /// What stands under a key of an assessment: a mistake in it is a warning.
    pub(super) fn entry<T>(
        &mut self,
        key: &str,
        read: impl FnOnce(&'v Node<'v>, &mut Log<'l>) -> Option<T>,
    ) -> Option<T> {
        self.optional(key, |value, log| log.entry(|log| read(value, log)))
    }

    /// What stands under a key that has to be there.
    pub(super) fn required<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&'v Node<'v>, &mut Log<'l>) -> Option<T>,
    ) -> Option<T> {
        let (value, is_right) = self.needed_or_meant(key)?;
        // What else is wrong with what was probably meant is said at once, and none of it counts.
        read(value, self.log).filter(|_| is_right)
    }

    /// The word that the other keys depend on, and whether it stands as it should, under its own key: what was probably
    /// meant is reported, and looked at too.
    pub(super) fn deciding<T: DeserializeOwned>(&mut self, key: &'static str) -> Option<(T, bool)> {
        let (value, is_right) = self.needed_or_meant(key)?;
        word_or_meant(value, self.log).map(|(word, is_known)| (word, is_right && is_known))
    }

    /// The value of a key that has to be there; of one that is missing what stands under the key that was probably written
    /// for it, and `false`.
    pub(super) fn needed_or_meant(&mut self, key: &'static str) -> Option<(&'v Node<'v>, bool)> {
        let value = self.needed(key).map(|value| (value, true));
        value.or_else(|| Some((meant_by(self.value, key)?, false)))
    }

    /// The value of a key that has to be there.
    pub(super) fn needed(&mut self, key: &'static str) -> Option<&'v Node<'v>> {
        let value = self.get(key);
        if value.is_none() {
            self.missing(key);
        }
        value
    }

    /// Says that a key is not there.
    pub(super) fn missing(&mut self, key: &'static str) {
        let at = self.raw(key).unwrap_or(self.value);
        self.log.report(at.pointer(), ShapeFault::Missing { key });
    }

    /// The items of a list that may be left out.
    pub(super) fn list<T>(
        &mut self,
        key: &str,
        mut read: impl FnMut(&'v Node<'v>, &mut Log<'l>) -> Option<T>,
    ) -> Vec<T> {
        let items = self.items(key);
        let mut list = Vec::with_capacity(items.len().min(SHORT));
        list.extend(items.iter().filter_map(|item| read(item, self.log)));
        list
    }

    /// The items of a list that may be left out, as they stand.
    pub(super) fn items(&mut self, key: &str) -> &'v [Node<'v>] {
        self.items_of(self.get(key))
    }

    /// The items of a list, where it is one.
    pub(super) fn items_of(&mut self, list: Option<&'v Node<'v>>) -> &'v [Node<'v>] {
        if let Some(other) = list.filter(|list| list.kind() != JsonKind::List) {
            wrong_type(other, JsonKind::List, self.log);
        }
        list.map_or(&[], Node::items)
    }

    /// The keys and values of an object whose keys are the file's own, such as identifiers.
    pub(super) fn entries(&mut self, key: &str) -> impl Iterator<Item = (&'v str, &'v Node<'v>)> + use<'v> {
        let object = self.get(key);
        if let Some(other) = object.filter(|object| object.kind() != JsonKind::Object) {
            wrong_type(other, JsonKind::Object, self.log);
        }
        let members = object.map_or(&[][..], Node::members);
        members.iter().map(|member| (&*member.name, &member.node))
    }

    /// Says that two keys cannot stand together, where they do.
    pub(super) fn either(&mut self, first: &'static str, second: &'static str) {
        if let (Some(_), Some(value)) = (self.get(first), self.get(second)) {
            self.log.report(value.pointer(), ShapeFault::ConflictingKeys { first, second });
        }
    }
}

/// What stands in an object under another key where this one was probably meant: `mål` for `goals`.
pub(super) fn meant_by<'v>(object: &'v Node<'v>, key: &'static str) -> Option<&'v Node<'v>> {
    let is_meant = |member: &&Member<'_>| meant(&member.name, &[key]).is_some();
    object.members().iter().find(is_meant).map(|member| &member.node)
}

//! Identifiers, each of a type of its own, so that a goal's is never taken for a group's.

use std::rc::Rc;

/// Makes a newtype for an identifier.
macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Rc<str>);

        impl $name {
            /// The identifier as it is written in files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.serialize_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

identifier!(
    /// Names a contract, such as `ams-2009`.
    ContractId
);
identifier!(
    /// Names a goal or an individual area within its contract.
    GoalId
);
identifier!(
    /// Names a part of a composite target within its goal.
    PartId
);
identifier!(
    /// Names a group of goals.
    GroupId
);
identifier!(
    /// Names a scale that targets are rated on.
    ScaleId
);
identifier!(
    /// Names a level of a scale.
    LevelId
);
identifier!(
    /// Names a pot of a pay agreement, such as `basis`.
    PotId
);
identifier!(
    /// Names a stage between a pot's fraction and what is earned.
    StageId
);
identifier!(
    /// Names a line of the budget.
    BudgetLineId
);

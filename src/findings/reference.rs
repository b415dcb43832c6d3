//! References that lead nowhere, stand twice, or go in a circle.

use super::codes;

codes! {
    /// A reference from one place to another does not do what it is for.
    ReferenceFault {
        /// A goal that the contract does not have.
        "unknown-goal" => UnknownGoal {
            /// The identifier.
            id: String,
            /// The one that was probably meant.
            suggestion: Option<String>,
        },
        /// A part of which another place states the target, and which the goal does not have.
        "unknown-part" => UnknownPart {
            /// The goal.
            name: String,
            /// The identifier.
            id: String,
            /// The one that was probably meant.
            suggestion: Option<String>,
        },
        /// Something that stands twice in one list.
        "listed-twice" => ListedTwice {
            /// The goal's identifier, or the risk's title.
            what: String,
        },
        /// A reference to another contract's goal that is not written as `contract#goal`.
        "not-a-goal-reference" => NotAGoalReference {
            /// What is written.
            found: String,
        },
        /// A goal that contributes to itself.
        "contributes-to-itself" => ContributesToItself {
            /// The goal.
            name: String,
        },
        /// Goals that contribute to each other in a circle, within one contract or across several.
        "circular-contributions" => CircularContributions {
            /// The goals of the circle: their identifiers, or `contract#goal` across contracts.
            goals: Vec<String>,
        },
        /// A goal that another contract, which is there, does not have.
        "unknown-goal-elsewhere" => UnknownGoalElsewhere {
            /// The other contract.
            contract: String,
            /// The identifier.
            id: String,
            /// The one that was probably meant.
            suggestion: Option<String>,
        },
        /// Another file has a contract of the same identifier that says something else.
        "contract-twice" => ContractTwice {
            /// The identifier.
            id: String,
            /// The other file.
            other: String,
        },
    }
}

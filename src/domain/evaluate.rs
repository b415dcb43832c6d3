//! From a contract and an assessment to their evaluation, every figure with its steps.

use super::assessment::Assessment;
use super::contract::{Contract, GoalId};
use super::evaluation::Evaluation;

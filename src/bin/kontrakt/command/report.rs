//! `kontrakt report`: a paper from a contract and its assessments.

use std::path::{Path, PathBuf};

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::text::OfficeText;
use resultatkontrakt::office::{Template, document, paper_workbook, workbook};
use resultatkontrakt::portfolio::Portfolio;
use resultatkontrakt::report::{Assessed, Matter, Paper, WrittenPaper, html, markdown};

use super::PaperForm;
use super::case::{Read, read};
use super::files::{open, write_or_print};
use super::output::{Ending, complain};
use super::portfolio::read_beside;

/// What is asked for.
pub(super) struct Request {
    pub(super) paper: Paper,
    pub(super) contract: PathBuf,
    pub(super) assessments: Vec<PathBuf>,
    /// Where comparable contracts are looked for.
    pub(super) beside: Vec<PathBuf>,
    pub(super) form: PaperForm,
    /// The Word document whose looks the paper gets.
    pub(super) template: Option<PathBuf>,
    /// Where to; to standard output where nothing is said.
    pub(super) output: Option<PathBuf>,
    pub(super) words: Words,
}

pub(super) fn report(request: &Request) -> Ending {
    let words = request.words;
    let template = request.template.as_deref().map(|path| template(path, request.form, words));
    let template = match template.transpose() {
        Ok(template) => template,
        Err(ending) => return ending,
    };
    let Read { contract, findings, mut assessments } =
        match read(&request.contract, &request.assessments, words) {
            Ok(read) => read,
            Err(ending) => return ending,
        };
    let beside = match portfolio_beside(request) {
        Ok(beside) => beside,
        Err(ending) => return ending,
    };
    let ending = if beside.has_refused() { Ending::Fails } else { Ending::Good };
    if assessments.is_empty() {
        assessments.push(Assessment::new(contract.contract.id.clone()));
    }
    let evaluations: Vec<_> = assessments.iter().map(|one| evaluate(&contract.contract, one)).collect();
    let all: Vec<_> = assessments
        .iter()
        .zip(&evaluations)
        .map(|(assessment, evaluation)| Assessed { assessment, evaluation })
        .collect();
    let Some(current) = all.first().copied() else { return Ending::NotDone };
    let version = env!("CARGO_PKG_VERSION");
    let matter = Matter {
        contract: &contract,
        findings: &findings,
        current,
        is_trial: false,
        all: &all,
        beside: &beside.rows,
        printed: None,
        version,
        words,
    };
    let file = match request.form {
        PaperForm::Xlsx => workbook(&matter, request.paper),
        PaperForm::Docx => document(&request.paper.write(&matter), template.as_ref()),
        form => paper_file(&request.paper.write(&matter), form),
    };
    write_or_print(request.output.as_deref(), &file, words).max(ending)
}

/// Reads the contracts beside the one that the paper is about; files that are not used are named.
fn portfolio_beside(request: &Request) -> Result<Portfolio, Ending> {
    let words = request.words;
    if request.beside.is_empty() {
        return Ok(Portfolio::default());
    }
    if request.paper != Paper::Revision {
        complain([words.beside_is_for(words.text(Paper::Revision.name()))]);
        return Err(Ending::NotDone);
    }
    let portfolio = read_beside(&request.beside, words).ok_or(Ending::NotDone)?;
    complain(portfolio.left_out.iter().map(|file| format!("{} {}.", file.file, file.why.text(words))));
    Ok(portfolio)
}

/// The template in a file; where it cannot be used, or not as a whole, that is said.
fn template(path: &Path, form: PaperForm, words: Words) -> Result<Template, Ending> {
    let say = |text: OfficeText| complain([format!("{}: {}", path.display(), words.text(text))]);
    if !matches!(form, PaperForm::Docx) {
        say(OfficeText::TemplateForWord);
        return Err(Ending::NotDone);
    }
    let bytes = open(path, words).ok_or(Ending::NotDone)?;
    let template = Template::read(&bytes).map_err(|refusal| {
        say(refusal.text());
        Ending::NotDone
    })?;
    if template.is_partly_used {
        say(OfficeText::TemplatePartly);
    }
    Ok(template)
}

/// A paper as a file of this form.
pub(super) fn paper_file(paper: &WrittenPaper, form: PaperForm) -> Vec<u8> {
    match form {
        PaperForm::Html => html(paper).into_bytes(),
        PaperForm::Markdown => markdown(paper).into_bytes(),
        PaperForm::Docx => document(paper, None),
        PaperForm::Xlsx => paper_workbook(paper),
    }
}

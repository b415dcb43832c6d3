//! Chooses the template whose looks Word documents get. It is kept until the page is closed.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use crate::app::Action;
use crate::i18n::text::OfficeText;
use crate::office::Template;
use crate::platform::file::read;
use crate::ui::choose_file::ChooseFile;
use crate::ui::context::{Page, use_page};
use crate::ui::focus::focus_element_soon;
use crate::ui::later::office_here;

/// The most bytes of a template.
const MAX_BYTES: u32 = 16 * 1024 * 1024;

thread_local! {
    static CHOSEN: RefCell<Option<(Rc<str>, Rc<Template>)>> = const { RefCell::new(None) };
}

/// Returns the template that was chosen.
pub(super) fn chosen_template() -> Option<Rc<Template>> {
    CHOSEN.with_borrow(|chosen| Some(Rc::clone(&chosen.as_ref()?.1)))
}

/// What is said of the template: its name, where one is used, and what is wrong.
#[derive(Clone, Default, PartialEq)]
struct Said {
    name: Option<Rc<str>>,
    problem: Option<OfficeText>,
}

/// Draws the choice of a template.
#[component]
pub(super) fn TemplateChoice() -> Html {
    let page = use_page();
    let words = page.words;
    let said = use_state_eq(|| Said {
        name: CHOSEN.with_borrow(|chosen| Some(Rc::clone(&chosen.as_ref()?.0))),
        problem: None,
    });
    let choose = {
        let (page, said) = (page.clone(), said.setter());
        Callback::from(move |files: Vec<File>| {
            let Some(file) = files.into_iter().next() else { return };
            let (page, said) = (page.clone(), said.clone());
            spawn_local(async move { said.set(take_template(&file, &page).await) });
        })
    };
    let remove = {
        let said = said.setter();
        Callback::from(move |_: MouseEvent| {
            CHOSEN.set(None);
            said.set(Said::default());
            focus_element_soon("choose-template");
        })
    };
    let used = said.name.as_deref().map(|name| words.template_used(name));
    let problem = said.problem.map(|problem| words.text(problem));
    html! {
        <details id="paper-template" class="with-details screen-only">
            <summary>{ words.text(OfficeText::Template) }</summary>
            <p class="small">{ words.text(OfficeText::TemplateHint) }</p>
            <div class="paper-tools">
                <ChooseFile id="choose-template" input_id="template-input" accept=".docx,.dotx,.docm,.dotm" text={words.text(OfficeText::ChooseTemplate)} {choose} />
                if said.name.is_some() {
                    <button id="remove-template" type="button" class="text-button" onclick={remove}>
                        { words.text(OfficeText::RemoveTemplate) }
                    </button>
                }
            </div>
            <p id="template-told" class="small" role="status">
                { used.into_iter().chain(problem.map(str::to_owned)).collect::<Vec<_>>().join(". ") }
            </p>
        </details>
    }
}

/// Takes a file as the template; one that cannot be used leaves everything as it was.
async fn take_template(file: &File, page: &Page) -> Said {
    let before = || CHOSEN.with_borrow(|chosen| Some(Rc::clone(&chosen.as_ref()?.0)));
    let refused = |problem| Said { name: before(), problem: Some(problem) };
    let Some(office) = office_here().await else {
        page.send(Action::PartMissing);
        return Said { name: before(), problem: None };
    };
    let Ok(bytes) = read(file, MAX_BYTES).await else { return refused(OfficeText::TemplateTooLarge) };
    match (office.template)(&bytes) {
        Ok(template) => {
            let name: Rc<str> = file.name().into();
            let problem = template.is_partly_used.then_some(OfficeText::TemplatePartly);
            CHOSEN.set(Some((Rc::clone(&name), Rc::new(template))));
            Said { name: Some(name), problem }
        }
        Err(problem) => refused(problem),
    }
}
